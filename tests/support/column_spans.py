"""Columns computed of a tree's formulas on many rows at once, beside what the bounds say of the same tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import inf
from typing import Any

import polars as pl

from kaohe.backends.bounds import Interval, Missing, bounds, truths
from kaohe.backends.cells.formulas import Apply, Formula, Literal, Reference
from kaohe.backends.cells.magnitudes import Magnitude, between
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Found, Span, Truth, known
from kaohe.backends.cells.writer import Known
from kaohe.backends.columns.polars_code import KINDS, expression
from kaohe.expr.tree import Expr
from kaohe.scoring.columns.column_writer import ColumnWriter
from support.column_tables import Columns

Sides = tuple[int | None, int | None]
"""Numerators; None where a side has no end."""
OVERS = {"a": 2, "b": 3}
"""Two facts, by their keys, and what their numerators stand over."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Two facts as columns of so many bits, each row some sides of both.

    A fact that is `settled` is never missing, and is one of `there`.
    """

    bits: int
    numerators: Sequence[int]
    there: Sequence[int]
    settled: str = ""

    def rows(self) -> Sequence[tuple[Sides, ...]]:
        return [*product(*(self._sides(key) for key in OVERS))]

    def _sides(self, key: str) -> Iterator[Sides]:
        if key in self.settled:
            yield from ((one, one) for one in self.there)
            return
        yield from combinations_with_replacement(self.numerators, 2)
        yield from ((one, None) for one in self.numerators)
        yield from ((None, one) for one in self.numerators)
        yield None, None

    def frame(self) -> pl.DataFrame:
        names = [f"{key}.{side}" for key in OVERS for side in ("low", "high")]
        rows = [(*first, *second) for first, second in self.rows()]
        return pl.DataFrame(rows, schema=dict.fromkeys(names, KINDS[self.bits]), orient="row")

    def written(self) -> dict[str, Found]:
        return {key: self._written(key, over) for key, over in OVERS.items()}

    def _written(self, key: str, over: int) -> Found:
        values = self.there if key in self.settled else self.numerators
        size, under = between(values[0], values[-1]), between(over, over)
        if key in self.settled:
            return known(Pair(Reference(f"{key}.low"), size, over, under, bits=self.bits))
        ends = ((-1, "low"), (1, "high"))
        return Span(
            *(Pair(Reference(f"{key}.{side}"), size, over, under, end=end, bits=self.bits) for end, side in ends)
        )

    def bounded(self) -> Iterator[Mapping[str, Any]]:
        for row in self.rows():
            yield {
                key: Missing(Interval(*_ends(sides, over)))
                for (key, over), sides in zip(OVERS.items(), row, strict=True)
            }


def _ends(sides: Sides, over: int) -> tuple[Fraction | float, Fraction | float]:
    low, high = sides
    return -inf if low is None else Fraction(low, over), inf if high is None else Fraction(high, over)


def computed(tree: Expr, facts: Facts) -> Sequence[Any]:
    """What columns say on each row: an interval, or what a condition can be."""
    writer, frame = ColumnWriter(Known(facts.written()), {}), facts.frame()
    found = writer.write(tree)
    if "a" in facts.settled and "b" in facts.settled:
        assert found.settled if isinstance(found, Truth) else found.exact and not found.low.end
    for name, formula in writer.cells.items():
        assert [*_floats(formula)] == []
        frame = frame.with_columns(expression(formula, Columns()).alias(name))
    if isinstance(found, Truth):
        both_ways = zip(*(_values(frame, side) for side in found), strict=True)
        return [frozenset(one for one, can in zip((True, False), ways, strict=True) if can) for ways in both_ways]
    return [Interval(*sides) for sides in zip(*(numbers_of(frame, side) for side in found), strict=True)]


def _floats(formula: Formula) -> Iterator[Literal]:
    match formula:
        case Literal(float()):
            yield formula
        case Apply(_, arguments):
            for one in arguments:
                yield from _floats(one)


def _values(frame: pl.DataFrame, formula: Formula) -> Sequence[Any]:
    assert [*_floats(formula)] == []
    return frame.with_columns(expression(formula, Columns()).alias("value"))["value"].to_list()


def numbers_of(frame: pl.DataFrame, side: Pair) -> Iterator[Fraction | float | None]:
    """Each row's value; None where it is nothing, or is made of what doesn't lie where its size says."""
    for top, over in zip(_values(frame, side.top), _values(frame, side.divisor), strict=True):
        if top is None:
            yield side.end * inf if side.end else None
        else:
            yield Fraction(top, over) if over and _within(top, side.size) and _within(over, side.under) else None


def _within(value: int, size: Magnitude) -> bool:
    return size.lows[0] <= value <= size.highs[0]


def differing(tree: Expr, facts: Facts) -> Iterator[tuple[Any, ...]]:
    """Rows on which columns are not what the bounds say."""
    for found, facts_there in zip(computed(tree, facts), facts.bounded(), strict=True):
        wanted = (bounds if isinstance(found, Interval) else truths)(tree, facts_there)
        if found != wanted:
            yield facts_there, found, wanted
