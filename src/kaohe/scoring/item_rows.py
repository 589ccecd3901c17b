"""The rows of a scored sheet: each item with its score, or its bounds, and its ledger."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from kaohe.expr.numbers import added
from kaohe.results.score_range import Side
from kaohe.results.sheet import ItemScore, LedgerLine
from kaohe.rubric.model import Item
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.open_items import OpenItem
from kaohe.scoring.points_told import MOST_KEPT
from kaohe.scoring.reasons import Reasons
from kaohe.scoring.scored_items import ScoredItems
from kaohe.scoring.settlement import Entry
from kaohe.scoring.silent_reasons import SilentReasons
from kaohe.submission.reader import Judgement


class ItemRows:
    """Makes the rows of one rubric's units; those at full marks, or that rest on the same facts, are made once."""

    def __init__(self, compiled: CompiledRubric, reasons: Reasons | SilentReasons) -> None:
        self._compiled = compiled
        self._reasons = reasons
        self._items = compiled.rubric.items()
        points = [item.points for _, item in self._items]
        self._places: dict[int, tuple[int, ...]] = {}
        self._kept: dict[tuple[int, OpenItem | None, Sequence[Any]], ItemScore] = {}
        self._full = [self._item_score(place, full, full, ()) for place, full in enumerate(points)]

    def item(self, scored: ScoredItems, place: int) -> ItemScore:
        judged = scored.judged.get(place)
        if judged is not None:
            return self._judged_item(scored, place, judged)
        entries, partial = scored.entries.get(place), scored.partial.get(place)
        if entries is None and partial is None:
            return self._full[place]
        facts = tuple([scored.row[at] for at in self._places.get(place) or self._rests_on(place)])
        kept = self._kept.get((place, partial, facts))
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[place, partial, facts] = (
                self._decided(scored, place, entries or ()) if partial is None else self._open(scored, place, partial)
            )
        return kept

    def _decided(self, scored: ScoredItems, place: int, entries: Sequence[Entry]) -> ItemScore:
        item = self._items[place][1]
        score = self._compiled.ledger.exact(scored.scores[place])
        lines = tuple([self._line(item, scored.row, entry, entries, score) for entry in entries])
        return self._item_score(place, score, score, lines)

    def _rests_on(self, place: int) -> tuple[int, ...]:
        """Where in the row all stands that a row of the sheet is made of."""
        own = {at for fact in self._compiled.reads[place] for at in fact.places()}
        self._places[place] = places = tuple(sorted(own | self._reasons.rests_on(place)))
        return places

    def _open(self, scored: ScoredItems, place: int, partial: OpenItem) -> ItemScore:
        """Of an open item's losses only those that its known facts explain."""
        item = self._items[place][1]
        lines = tuple(
            self._open_line(item, scored.row, entry, partial)
            for entry in partial.entries
            if partial.decided or (partial.explains(entry) and entry.account >= 0)
        )
        standing = partial.standing
        if standing.score is not None:
            lines = (*lines, *self._rest(item, standing.score, lines))
        return self._item_score(place, standing.low, standing.high, lines)

    def _judged_item(self, scored: ScoredItems, place: int, judged: Judgement) -> ItemScore:
        """What the facts give stands in the ledger; its last line leads from there to the points that were given."""
        computed = self.item(replace(scored, judged={}), place)
        rest = computed.points - judged.score - added(line.applied for line in computed.ledger)
        item, why = self._items[place][1], self._reasons.judged(judged.why, rest)
        line = [LedgerLine(f"{item.id}.judgement", "", "", rest, rest, why)] if rest else []
        return self._item_score(place, judged.score, judged.score, (*computed.ledger, *line))

    def _rest(self, item: Item, score: Fraction, lines: Sequence[LedgerLine]) -> Sequence[LedgerLine]:
        """What is lost whichever way the missing facts turn out, but on one account or on another."""
        rest = item.points - score - added(line.applied for line in lines)
        return [LedgerLine(item.id, "", "", rest, rest, self._reasons.certain(rest))] if rest else []

    def _item_score(self, place: int, low: Side, high: Side, lines: tuple[LedgerLine, ...]) -> ItemScore:
        number, item = self._items[place]
        return ItemScore(
            number=number,
            id=item.id,
            title=item.title,
            target=item.target,
            method=item.method,
            points=item.points,
            low=low,
            high=high,
            ledger=lines,
        )

    def _open_line(self, item: Item, row: Sequence[Any], entry: Entry, partial: OpenItem) -> LedgerLine:
        """A line of an item that is open; one that rests on missing facts only says that it is certain."""
        if entry.account >= 0 and not partial.explains(entry):
            ledger = self._compiled.ledger
            account, due, applied = ledger.accounts[entry.account], ledger.exact(entry.due), ledger.exact(entry.applied)
            return LedgerLine(account.rule, account.clause, "", due, applied, self._reasons.certain(applied))
        score = partial.standing.score
        return self._line(item, row, entry, partial.entries, Fraction(0) if score is None else score)

    def _line(
        self, item: Item, row: Sequence[Any], entry: Entry, entries: Sequence[Entry], score: Fraction
    ) -> LedgerLine:
        ledger, reasons = self._compiled.ledger, self._reasons
        due, applied = ledger.exact(entry.due), ledger.exact(entry.applied)
        if entry.account < 0:
            return LedgerLine(f"{item.id}.rounding", "", "", due, applied, reasons.rounding(applied))
        account = ledger.accounts[entry.account]
        why = reasons.why(entry, row, entries, score)
        fact, arithmetic = reasons.fact(entry, row), reasons.arithmetic(entry, row)
        return LedgerLine(account.rule, account.clause, fact, due, applied, why, arithmetic)
