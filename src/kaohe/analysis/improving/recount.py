"""What the whole of one unit comes to when a fact is another: only the items that rest on it are done anew."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kaohe.backends.bounds import bounds
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.compiled_rubric import Program
from kaohe.scoring.total_scores import Standing, Standings
from kaohe.submission.gaps import Row


class Measure:
    """The items of one row, each between its bounds; those whose points were `judged`, by place, rest on no fact."""

    def __init__(self, program: Program, standings: Standings, row: Row, judged: Mapping[int, Fraction]) -> None:
        self.row = row
        self._judged = judged
        self._program = program
        self._standings = standings
        self._names = [f"{ITEMS}.{item.id}" for _, item in program.rubric.items()]
        self._items = {name: self._item(place, row) for place, name in enumerate(self._names)}

    def whole(self, row: Row, places: Sequence[int]) -> Standing:
        """The whole for a row of which only the items at these places differ; it may hold something `Missing`."""
        results = self._items | {self._names[place]: self._item(place, row) for place in places}
        for section in self._program.totals[:-1]:
            results[f"{SECTIONS}.{section.id}"] = self._standings.within(section, row, results)
        return self._standings.within(self._program.totals[-1], row, results)

    def low(self, row: Row) -> Fraction | None:
        """The least that any row leaves for certain."""
        return self.whole(row, range(len(self._names))).low

    def filled(self, row: Row) -> "Measure":
        """For a bound from above on what this row leaves at the least: `row` is this one with its gaps filled.

        Where only sums stand above the items, each item of this row may stand at its own lowest.
        """
        other = Measure(self._program, self._standings, row, self._judged)
        if not any(total.steps for total in self._program.totals):
            other._items = {name: Standing(one.points, one.low, one.low) for name, one in self._items.items()}
        return other

    def _item(self, place: int, row: Row) -> Standing:
        points = self._program.rubric.items()[place][1].points
        if place in self._judged:
            return Standing(points, self._judged[place], self._judged[place])
        interval = bounds(self._program.score(place), self._program.possible(place, row))
        return Standing(points, *interval.points())
