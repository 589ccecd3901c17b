"""A unit's values and a program -> the scored sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from kaohe.backends.exact import Number
from kaohe.explanations import Explanations
from kaohe.facts import Fact
from kaohe.gaps import filled
from kaohe.ledger import Entry
from kaohe.messages import Language
from kaohe.partial import Partial, partial_items
from kaohe.program import Program
from kaohe.rubric import Item
from kaohe.sheet import FormHead, ItemScore, LedgerLine, MissingFact, ReadingTaken, SectionScore, Sheet
from kaohe.values import Values

Side = Fraction | None


@dataclass(frozen=True, slots=True)
class _Scored:
    """One unit's numbers before they become a sheet."""

    row: Sequence[Any]
    scores: Sequence[Number]
    entries: Mapping[int, Sequence[Entry]]
    partial: Mapping[int, Partial]


class _Span(NamedTuple):
    """A section and the places of its items."""

    number: str
    id: str
    title: str
    places: range


class Scorer:
    """Scores units by one program; what does not depend on the unit is made once."""

    def __init__(self, program: Program, language: Language) -> None:
        self.program = program
        self._explanations = Explanations(program, language)
        self._head = form_head(program)
        self._readings = readings_taken(program)
        self._items = program.rubric.items()
        self._spans = _spans(program)
        points = [item.points for _, item in self._items]
        self._full = [self._item_score(place, full, full, full, ()) for place, full in enumerate(points)]

    def score(self, values: Values) -> Sheet:
        row, program = values.row, self.program
        gaps = program.gaps(row)
        scores, entries = program.ledger.score(filled(row, gaps) if gaps else row)
        scored = _Scored(row, scores, _by_item(program, entries), partial_items(program, row, gaps))
        settled, pending = self._settled(scored)
        return Sheet(
            form=self._head,
            unit=values.unit,
            year=values.year,
            stage=values.stage,
            sections=tuple([self._section(scored, span) for span in self._spans]),
            missing=tuple(self._missing(fact, row) for fact in gaps),
            readings=self._readings,
            **self._standing(scored, range(len(self._items))),
            settled=settled,
            pending=pending,
        )

    def _section(self, scored: _Scored, span: _Span) -> SectionScore:
        rows = tuple([self._item(scored, place) for place in span.places])
        return SectionScore(span.number, span.id, span.title, items=rows, **self._standing(scored, span.places))

    def _standing(self, scored: _Scored, places: range) -> dict[str, Any]:
        """Points, score and bounds of several items together; open where one of them is."""
        ledger, partial = self.program.ledger, scored.partial
        points = ledger.exact(sum(ledger.points[place] for place in places))
        known = ledger.exact(sum(scored.scores[place] for place in places if place not in partial))
        rest = [partial[place] for place in places if place in partial]
        low = _sum_of_known([known, *(one.low for one in rest)])
        high = _sum_of_known([known, *(one.high for one in rest)])
        score = low if all(one.decided for one in rest) else None
        return {"points": points, "score": score, "low": low, "high": high}

    def _settled(self, scored: _Scored) -> tuple[Fraction, Fraction]:
        """The sum of the decided scores, and the points of the items that are open."""
        ledger, partial = self.program.ledger, scored.partial
        known = ledger.exact(sum(score for place, score in enumerate(scored.scores) if place not in partial))
        decided = [one.low for one in partial.values() if one.decided and one.low is not None]
        pending = sum(ledger.points[place] for place, one in partial.items() if not one.decided)
        return sum(decided, known), ledger.exact(pending)

    def _missing(self, fact: Fact, row: Sequence[Any]) -> MissingFact:
        """A gap with the number of its item on the form; a parameter belongs to none."""
        number = next((number for number, item in self._items if item.id == fact.item), "")
        label = self._explanations.missing(fact, row)
        return MissingFact(number, fact.item, fact.id, label)

    def _item(self, scored: _Scored, place: int) -> ItemScore:
        partial = scored.partial.get(place)
        if partial is not None:
            return self._partial_item(scored, place, partial)
        entries = scored.entries.get(place)
        if entries is None:
            return self._full[place]
        item = self._items[place][1]
        score = self.program.ledger.exact(scored.scores[place])
        lines = tuple([self._line(item, scored.row, entry, None) for entry in entries])
        return self._item_score(place, score, score, score, lines)

    def _partial_item(self, scored: _Scored, place: int, partial: Partial) -> ItemScore:
        """Of an open item's losses only those that its known facts explain."""
        item = self._items[place][1]
        lines = tuple(
            self._line(item, scored.row, entry, partial)
            for entry in partial.entries
            if partial.decided or (partial.explains(entry) and entry.account >= 0)
        )
        score = partial.low if partial.decided else None
        if score is not None:
            lines = (*lines, *self._rest(item, score, lines))
        return self._item_score(place, score, partial.low, partial.high, lines)

    def _rest(self, item: Item, score: Fraction, lines: Sequence[LedgerLine]) -> Sequence[LedgerLine]:
        """What is lost whichever way the missing facts turn out, but on one account or on another."""
        rest = item.points - score - sum((line.applied for line in lines), Fraction(0))
        return [LedgerLine(item.id, "", "", rest, rest, self._explanations.certain())] if rest else []

    def _item_score(self, place: int, score: Side, low: Side, high: Side, lines: tuple[LedgerLine, ...]) -> ItemScore:
        number, item = self._items[place]
        return ItemScore(number, item.id, item.title, item.target, item.method, item.points, score, low, high, lines)

    def _line(self, item: Item, row: Sequence[Any], entry: Entry, partial: Partial | None) -> LedgerLine:
        ledger = self.program.ledger
        due, applied = ledger.exact(entry.due), ledger.exact(entry.applied)
        if entry.account < 0:
            return LedgerLine(f"{item.id}.rounding", "", "", due, applied, self._explanations.rounding())
        account = ledger.accounts[entry.account]
        if partial is not None and not partial.explains(entry):
            return LedgerLine(account.rule, account.clause, "", due, applied, self._explanations.certain())
        fact, why = self._explanations.fact(entry, row), self._explanations.why(entry, row)
        return LedgerLine(account.rule, account.clause, fact, due, applied, why)


def _spans(program: Program) -> list[_Span]:
    found, start = [], 0
    for number, section in enumerate(program.rubric.sections, 1):
        end = start + len(section.items)
        found.append(_Span(str(number), section.id, section.title, range(start, end)))
        start = end
    return found


def _by_item(program: Program, entries: Sequence[Entry]) -> Mapping[int, Sequence[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(program.ledger.item_of(entry), []).append(entry)
    return found


def _sum_of_known(sides: Sequence[Side]) -> Side:
    """A sum of bounds; one that is open leaves the sum open."""
    if len(sides) == 1:
        return sides[0]
    known = [side for side in sides if side is not None]
    return sum(known, Fraction(0)) if len(known) == len(sides) else None


def form_head(program: Program) -> FormHead:
    rubric = program.rubric
    return FormHead(
        id=rubric.id,
        title=rubric.title,
        sha256=program.sha256,
        attachment=rubric.form.attachment,
        unit_label=rubric.form.unit_label,
        stages=tuple(rubric.stages.items()),
    )


def readings_taken(program: Program) -> tuple[ReadingTaken, ...]:
    return tuple(
        ReadingTaken(
            id=name,
            words=reading.words,
            chosen=reading.chosen,
            meaning=reading.options[reading.chosen].meaning,
            others=tuple((key, one.meaning) for key, one in reading.options.items() if key != reading.chosen),
        )
        for _, item in program.rubric.items()
        for name, reading in item.readings()
    )
