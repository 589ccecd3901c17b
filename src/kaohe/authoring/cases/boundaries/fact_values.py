"""Which values a fact is tried with: the steps in which offices write it, and where on its scale to look first."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from kaohe.analysis.improving.movable_facts import Movable, limits
from kaohe.authoring.entry_cells import whole
from kaohe.expr.numbers import Number, int_if_whole
from kaohe.expr.tree import Notation

BASE = 10_000
"""What is divided by: large and round, so that a hundredth of a percent of it is a whole number."""
PARTS = (110, 0, 50, 80, 90, 95, 98, 99, 101, 102, 105, 120, 150, 200, 300, 500, 1000)
"""Percents of it."""
COUNTS = (*range(13), 15, 20, 30, 50, 80, 100, 200, 300, 500, 1000, 10_000)
PERCENTS = (100, *range(0, 100, 10), 95, 98, 120, 150, 200, 300)
AROUND = (-730, -366, -365, -92, -62, -31, -30, -10, -7, -1, 0, 1, 7, 10, 30, 31, 62, 92, 365, 366, 730)
"""So many days around a day."""
MONTHS_AROUND = (-24, -13, -12, -6, -3, -2, -1, 0, 1, 2, 3, 6, 12, 13, 24)
CENT = Fraction(1, 100)
FIRST_YEAR, YEARS = 2011, range(1949, 2100)
FIRST_DAY = date(FIRST_YEAR, 1, 1).toordinal()
DIVISORS = ("previous", "whole")
"""The fields by which others are divided."""
Constants = frozenset[tuple[Fraction, Notation]]


def step(spot: Movable) -> Number:
    """The unit in which a fact is written: one, a day, a month; a hundredth where decimals are usual."""
    indicator = spot.indicator
    if indicator.kind == "percent":
        return CENT * CENT
    if indicator.kind in ("count", "year", "date", "month", "change", "ratio"):
        return 1
    return 1 if whole(spot.fact.indicator, spot.field_name()) else CENT


def first_value(spot: Movable, constants: Constants) -> Any:
    """The one to begin with."""
    return next(iter(values(spot, constants)), None)


def values(spot: Movable, constants: Constants) -> Iterator[Any]:
    """The values to look at, each once and allowed, those that are likely to be good first."""
    indicator = spot.indicator
    if indicator.kind == "flag":
        yield from (True, False)
    elif indicator.kind == "choice":
        yield from indicator.options
    elif spot.field_name().rpartition(".")[2] == "reason":
        yield "例"
    else:
        low, high = limits(indicator)
        grid = step(spot)
        tried = (Fraction(one) for one in _numbers(spot, constants) if low <= one <= high and one % grid == 0)
        yield from map(int_if_whole, dict.fromkeys(tried))


def _numbers(spot: Movable, constants: Constants) -> Iterator[Fraction | int]:
    indicator, field = spot.indicator, spot.field_name().rpartition(".")[2]
    span = indicator.range
    if span is not None and span.to is not None:
        yield from (span.to.value, *((span.from_.value,) if span.from_ is not None else ()))
    if indicator.kind == "year":
        yield FIRST_YEAR
        named = sorted(value for value, _ in constants if value in YEARS)
        yield from (value + far for value in named for far in (0, 1, 2, -1))
    elif indicator.kind in ("date", "month"):
        yield from _times(indicator.kind, constants)
    elif indicator.kind in ("change", "ratio"):
        yield BASE
        if field not in DIVISORS:
            yield from (BASE * share // 100 for share in PARTS)
            yield from (value * BASE for value, unit in constants if unit is Notation.PERCENT)
        yield from COUNTS
    elif indicator.kind == "percent":
        yield from (Fraction(share, 100) for share in PERCENTS)
        yield from (value for value, unit in constants if unit is Notation.PERCENT)
        yield from (-Fraction(share, 100) for share in PERCENTS)
    else:
        yield from COUNTS
        yield from (value for value, unit in constants if unit is Notation.NONE)
        yield from (-one for one in COUNTS)


def _times(kind: str, constants: Constants) -> Iterator[int]:
    """Days, or months, around those that the clauses name."""
    meant = Notation.DATE if kind == "date" else Notation.MONTH
    first = FIRST_DAY if kind == "date" else FIRST_YEAR * 12
    named = sorted(int(value) for value, unit in constants if unit is meant) or [first]
    for far in sorted(AROUND if kind == "date" else MONTHS_AROUND, key=abs):
        yield from (one + far for one in named)
