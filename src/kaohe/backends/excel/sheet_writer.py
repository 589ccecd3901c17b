"""Trees as a spreadsheet's formulas, lists place by place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kaohe.backends.cells.formulas import FALSE, Formula, choose, compare, either, number
from kaohe.backends.cells.magnitudes import INFINITE, Limits, constant
from kaohe.backends.cells.pairs import ZERO, Pair
from kaohe.backends.cells.spans import Found, Span, known
from kaohe.backends.cells.writer import Known, Writer
from kaohe.backends.excel.spreadsheet import Spreadsheet
from kaohe.expr.tree import Expr


@dataclass(frozen=True, slots=True)
class Member:
    """One place of a list: whether a member stands there, and what its fields can be, by their keys."""

    there: Formula
    fields: Mapping[str, Found]


@dataclass(frozen=True, slots=True)
class CellList:
    """A list: its places, and whether it is missing; then it may have any number of members like `anyone`."""

    members: tuple[Member, ...]
    missing: Formula = FALSE
    anyone: Mapping[str, Found] = field(default_factory=dict)


class SheetWriter(Writer):
    """Writes a spreadsheet's formulas; `lists` are known by their keys."""

    def __init__(
        self, known_facts: Known, lists: Mapping[str, CellList] | None = None, limits: Limits | None = None
    ) -> None:
        super().__init__(known_facts, Spreadsheet, limits)
        self.lists = dict(lists or {})

    def _of_members(self, found: CellList, body: Expr) -> Iterator[tuple[Formula, Span]]:
        for member in found.members:
            with self.given(member.fields, {}):
                yield member.there, self.number(body)

    def total(self, key: str, body: Expr) -> Span:
        """Of a list that is missing a side has no end unless it can't pass zero."""
        found = self.lists[key]
        low = high = ZERO
        exact = True
        for there, one in self._of_members(found, body):
            low = self.pairs.add(low, self.pairs.choose(there, one.low, ZERO))
            high = low if exact and one.exact else self.pairs.add(high, self.pairs.choose(there, one.high, ZERO))
            exact = exact and one.exact
        if found.missing == FALSE:
            return known(low) if exact else Span(low, high)
        with self.given(found.anyone, {}):
            anyone = self.number(body)
        below = compare(">", number(0), anyone.low.top)
        above = compare(">", anyone.high.top, number(0))
        many = Span(self._endless(below, -INFINITE), self._endless(above, INFINITE))
        return Span(*(self.pairs.choose(found.missing, *sides) for sides in zip(many, (low, high), strict=True)))

    def _endless(self, condition: Formula, side: float) -> Pair:
        return Pair(self.keep(choose(condition, number(side), number(0))), constant(0))

    def highest(self, key: str, body: Expr) -> Span:
        """The greatest of none may be anything."""
        found = self.lists[key]
        low = high = self.pairs.lowest
        anybody: Formula = FALSE
        for there, one in self._of_members(found, body):
            low = self.pairs.greatest(low, self.pairs.choose(there, one.low, self.pairs.lowest))
            high = self.pairs.greatest(high, self.pairs.choose(there, one.high, self.pairs.lowest))
            anybody = self.keep(either(anybody, there))
        high = self.pairs.choose(anybody, high, self.pairs.highest)
        with self.given(found.anyone, {}):
            anyone = self.number(body)
        return Span(*(self.pairs.choose(found.missing, *sides) for sides in zip(anyone, (low, high), strict=True)))
