"""Trees as formulas over columns; what is asked of lists is computed in a table of their members and put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal

from kaohe.backends.cells.formulas import FALSE, Formula, Reference, call, choose, number
from kaohe.backends.cells.magnitudes import between
from kaohe.backends.cells.pairs import ZERO, Pair
from kaohe.backends.cells.spans import Found, Span, known
from kaohe.backends.cells.writer import Known, Writer
from kaohe.backends.columns.column_numbers import ColumnNumbers
from kaohe.backends.columns.column_widths import NULL, TooLarge, held
from kaohe.expr.tree import Expr

MANY = 10**6
"""So many members a list has at most."""
Taken = Literal["sum", "max", "any"]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A column of units that comes of a column of their members; NULL counts for nothing, and of none comes NULL."""

    taken: Taken
    column: str


@dataclass(slots=True)
class Stage:
    """Columns that are computed together: of units, or of the members of the list `of`; then what comes of members."""

    of: str
    cells: dict[str, Formula] = field(default_factory=dict)
    aggregates: dict[str, Aggregate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnList:
    """A list: the columns of its members by their keys, what any member may be, and whether the list is missing.

    What is `made` of these columns is written where members are computed.
    """

    key: str
    fields: Mapping[str, Found]
    missing: Formula
    anyone: Mapping[str, Found]
    made: Mapping[str, Callable[[], Found]] = field(default_factory=dict)


class ColumnWriter(Writer):
    """Writes the columns of one table; `stages` is what is to be computed, in order."""

    short = 12

    def __init__(self, known_facts: Known, lists: Mapping[str, ColumnList]) -> None:
        super().__init__(known_facts, ColumnNumbers)
        self.numbers = ColumnNumbers(self.keep, self.limits)
        self.lists = dict(lists)
        self._enter(Stage(""))
        self.stages = [self._stage]
        self._aggregates = count(1)

    def _enter(self, stage: Stage) -> None:
        self._stage, self.cells = stage, stage.cells

    def total(self, key: str, body: Expr) -> Span:
        """Of a list that is missing a side has no end unless it can't pass zero."""
        found = self.lists[key]
        one, stage = self._of_members(found, body)
        low = self._summed(stage, one.low)
        if found.missing == FALSE and one.exact:
            return known(low)
        with self.given(found.anyone, {}):
            anyone = self.number(body)
        many = (
            self.pairs.choose(self.pairs.is_above(ZERO, anyone.low), self.pairs.lowest, ZERO),
            self.pairs.choose(self.pairs.is_above(anyone.high, ZERO), self.pairs.highest, ZERO),
        )
        sides = zip(many, (low, self._summed(stage, one.high)), strict=True)
        return Span(*(self.pairs.choose(found.missing, *two) for two in sides))

    def highest(self, key: str, body: Expr) -> Span:
        """The greatest of none may be anything."""
        found = self.lists[key]
        one, stage = self._of_members(found, body)
        low = self._greatest(stage, one.low, -1)
        if found.missing == FALSE and one.exact:
            return known(replace(low, end=0))
        with self.given(found.anyone, {}):
            anyone = self.number(body)
        sides = zip(anyone, (low, self._greatest(stage, one.high, 1)), strict=True)
        return Span(*(self.pairs.choose(found.missing, *two) for two in sides))

    def _of_members(self, found: ColumnList, body: Expr) -> tuple[Span, Stage]:
        """What the body is for each member, and the stage in which that is computed; before the stage that asks."""
        before = self._stage, self._names, self.room
        stage, after = Stage(found.key), Stage("")
        place = self.stages.index(self._stage) if self._stage.of else len(self.stages)
        self.stages[place:place] = [stage, after]
        self._enter(stage)
        self._names, self.room = {}, f"{self.room}.{found.key}.{len(self.stages)}"
        with self.given(found.fields, {}):
            made = {key: make() for key, make in found.made.items()}
            with self.given(made, {}):
                one = self.number(body)
        asking, self._names, self.room = before
        self._enter(asking if asking.of else after)
        if not isinstance(one.low.over, int) or not isinstance(one.high.over, int):
            raise TooLarge
        return one, stage

    def _summed(self, stage: Stage, side: Pair) -> Pair:
        """A side of a sum; it has no end where that of one member has none."""
        size = side.size.times(between(0, MANY))
        bits = max(64, side.bits, self.numbers.widths.bits(size))
        top = held(side, bits).top
        found = call("IFNULL", self._taken(stage, "sum", call("IFNULL", top, number(0))), number(0))
        return replace(side, top=self.keep(self._unless_endless(stage, side, found)), size=size, bits=bits)

    def _greatest(self, stage: Stage, side: Pair, end: int) -> Pair:
        """A side of the greatest; among low sides one without end is never that, among high ones always."""
        found = self._taken(stage, "max", side.top)
        top = found if end < 0 else self._unless_endless(stage, side, found)
        return replace(side, top=self.keep(top), end=end)

    def _unless_endless(self, stage: Stage, side: Pair, found: Formula) -> Formula:
        if not side.end:
            return found
        endless = call("IFNULL", self._taken(stage, "any", call("ISNULL", side.top)), FALSE)
        return choose(endless, NULL, found)

    def _taken(self, stage: Stage, taken: Taken, member: Formula) -> Formula:
        name = f"of_members.{next(self._aggregates)}"
        stage.cells[f"{name}.one"] = member
        stage.aggregates[name] = Aggregate(taken, f"{name}.one")
        return Reference(name)
