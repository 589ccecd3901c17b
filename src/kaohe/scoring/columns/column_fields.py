"""One field of a fact as a column: the whole number of its last decimals, how large it is, what it is where missing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from math import ceil, floor, inf, isinf

from kaohe.backends.bounds import Interval, Side
from kaohe.backends.cells.formulas import TRUE, Formula, Reference, call, negation, number
from kaohe.backends.cells.magnitudes import Limits, Magnitude, constant
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Found, Span, Truth, known, truth
from kaohe.backends.columns.column_widths import AMPLE, NULL, SHORT
from kaohe.compiler.possible_facts import possible
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.calculation.decimals import decimals, magnitude


class ColumnField:
    """One field of a fact: its column, and how its number is to be taken."""

    def __init__(self, key: str, indicator: Indicator, field: str, choices: Mapping[str, int]) -> None:
        self.key = key
        self.indicator, self.field = indicator.of_field(field)
        found = possible(self.indicator, self.field)
        self.flag = self.indicator.kind == "flag"
        self.numbers = _numbers(self.indicator, choices)
        if not isinstance(found, Interval) and not self.flag:
            every = [choices[str(one)] for one in found]
            found = Interval(min(every), max(every))
        self.span = found if isinstance(found, Interval) else Interval(0, 1)

    @cached_property
    def decimals(self) -> int:
        return decimals(self.indicator, self.span)

    @cached_property
    def size(self) -> Magnitude:
        """How large its whole number becomes."""
        return magnitude(self.key, self.indicator, self.decimals, self.span)

    @property
    def bits(self) -> int:
        """How many its column has."""
        step = self.size.step(SHORT)
        return 32 if step is not None and step >= AMPLE else 64

    def limits(self, limits: Limits) -> Iterator[tuple[str, tuple[int, int]]]:
        """Between what the numbers of its columns may lie, by their names, once all is written."""
        if not self.flag:
            yield self.key, self.held(limits.step(self.key))

    def held(self, step: int) -> tuple[int, int]:
        """Between what its whole number may lie by its range, and at a step of growth."""
        low, high = int(self.size.lows[step]), int(self.size.highs[step])
        below, above = (side * 10**self.decimals for side in self.span)
        return max(low, ceil(below)) if below > -inf else low, min(high, floor(above)) if above < inf else high

    def certain(self) -> Found:
        """Where nothing is missing."""
        column = Reference(self.key)
        return truth(column) if self.flag else known(self._pair(column, 0))

    def uncertain(self) -> Found:
        """Where it may be missing: then it is anything that it may be."""
        column = Reference(self.key)
        if self.flag:
            return Truth(call("IFNULL", column, TRUE), call("IFNULL", negation(column), TRUE))
        return Span(*(self._side(column, place) for place in (0, 1)))

    def anything(self) -> Found:
        """What it can be while nothing is known of it."""
        if self.flag:
            return Truth(TRUE, TRUE)
        return Span(*(self._constant(side, end) for side, end in zip(self.span, (-1, 1), strict=True)))

    def _constant(self, side: Side, end: int) -> Pair:
        over = 10**self.decimals
        if isinstance(side, float):
            return Pair(NULL, constant(0), over, constant(over), end=end)
        return Pair(number(int(side * over)), constant(float(side * over)), over, constant(over))

    def _side(self, column: Formula, place: int) -> Pair:
        side = self.span[place]
        if isinstance(side, float) and isinf(side):
            return self._pair(column, 1 if place else -1)
        return self._pair(call("IFNULL", column, number(int(side * 10**self.decimals))), 0)

    def _pair(self, top: Formula, end: int) -> Pair:
        over = 10**self.decimals
        return Pair(top, self.size, over, constant(over), end=end, bits=self.bits)


def _numbers(indicator: Indicator, choices: Mapping[str, int]) -> Mapping[str, int]:
    """The number of each option of a choice by its id, and by a label that it alone has."""
    labels = Counter(indicator.options.values())
    named = {label: choices[one] for one, label in indicator.options.items() if labels[label] == 1}
    return {**named, **{one: choices[one] for one in indicator.options}}
