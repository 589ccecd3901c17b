"""What the whole of one unit comes to when a fact is another: only the items that rest on it are done anew."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.results.score_range import ScoreRange
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.total_scores import TotalScorer
from kaohe.submission.gaps import Row
from kaohe.submission.reader import Judgement


class Measure:
    """The items of one row, each between its bounds; those whose points were `judged`, by place, rest on no fact."""

    def __init__(
        self, compiled: CompiledRubric, standings: TotalScorer, row: Row, judged: Mapping[int, Judgement]
    ) -> None:
        self.row = row
        self._judged = judged
        self._compiled = compiled
        self._standings = standings
        self._names = [f"{ITEMS}.{item.id}" for _, item in compiled.rubric.items()]
        self._items = {name: self._item(place, row) for place, name in enumerate(self._names)}

    def whole(self, row: Row, places: Sequence[int]) -> ScoreRange:
        """The whole for a row of which only the items at these places differ; it may hold something `Missing`."""
        results = self._items | {self._names[place]: self._item(place, row) for place in places}
        for section in self._compiled.totals[:-1]:
            results[f"{SECTIONS}.{section.id}"] = self._standings.within(section, row, results)
        return self._standings.within(self._compiled.totals[-1], row, results)

    def low(self, row: Row) -> Fraction | None:
        """The least that any row leaves for certain."""
        return self.whole(row, range(len(self._names))).low

    def filled(self, row: Row) -> "Measure":
        """For a bound from above on what this row leaves at the least: `row` is this one with its gaps filled.

        Where only sums stand above the items, each item of this row may stand at its own lowest.
        """
        other = Measure(self._compiled, self._standings, row, self._judged)
        if not any(total.steps for total in self._compiled.totals):
            other._items = {name: ScoreRange(one.points, one.low, one.low) for name, one in self._items.items()}
        return other

    def _item(self, place: int, row: Row) -> ScoreRange:
        if place in self._judged:
            return ScoreRange.at(self._compiled.items[place].item.points, self._judged[place].score)
        return self._compiled.between(place, row)
