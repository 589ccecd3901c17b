"""A unit's items before they become rows of a sheet: each scored, open between its bounds, or judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import Number
from kaohe.results.score_range import ScoreRange
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.open_items import OpenItem, open_items
from kaohe.scoring.settlement import Entry
from kaohe.submission.gaps import Row, filled
from kaohe.submission.reader import Judgement
from kaohe.submission.zero_division import Division


@dataclass(frozen=True, slots=True)
class ScoredItems:
    """One unit's numbers by the items' places; for open ones `scores` and `entries` mean nothing."""

    compiled: CompiledRubric
    row: Row
    scores: Sequence[Number]
    entries: Mapping[int, Sequence[Entry]]
    partial: Mapping[int, OpenItem]
    judged: Mapping[int, Judgement]

    def standing(self, place: int) -> ScoreRange:
        """An item's points and score, or what it can still become: as judged, else by the facts that there are."""
        ledger = self.compiled.ledger
        if place in self.judged:
            return ScoreRange.at(ledger.exact(ledger.points[place]), self.judged[place].score)
        if place in self.partial:
            return self.partial[place].standing
        return ScoreRange.at(ledger.exact(ledger.points[place]), ledger.exact(self.scores[place]))

    def standings(self) -> dict[str, ScoreRange]:
        """Every item by the name that formulas have for it."""
        return {f"{ITEMS}.{one.item.id}": self.standing(place) for place, one in enumerate(self.compiled.items)}


def score_items(
    compiled: CompiledRubric,
    row: Row,
    gaps: Sequence[Fact],
    undefined: Sequence[Division],
    judged: Mapping[int, Judgement],
) -> ScoredItems:
    """The items of a row with these `gaps`, and with what can't be computed of it."""
    ledger = compiled.ledger
    unreported = compiled.unreported(row)
    scores, every = ledger.score(filled(row, unreported) if unreported else row)
    entries: dict[int, list[Entry]] = {}
    for entry in every:
        entries.setdefault(ledger.item_of(entry), []).append(entry)
    return ScoredItems(compiled, row, scores, entries, open_items(compiled, row, gaps, undefined), judged)
