"""What each fact of an example is: mostly what a number at which scores turn makes of it, or one unit beside that."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import inf

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import month_text
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.tables.example.chance import Chance
from kaohe.tables.example.turning_points import counts, rates

TRUE_SHARE = 0.85
REGULAR = pl.Series([10_000, 20_000, 120_000, 1_000, 100, 400_000, 60_000, 8_000])
"""What is divided by, often: a hundredth of a percent of most of them is a whole number."""
LARGEST = 2_000_000
BESIDE = pl.Series([0, 0, 0, -1, 1])
"""How far from what a rate makes: most of them stand on it."""
DAYS, FIRST_DAY = 800, date(2010, 6, 1)
MONTHS, FIRST_MONTH = 40, 2010 * 12
YEARS = pl.Series([*range(2006, 2014)])
REASON = "理由"
PLACES = 2
"""Decimals of what is not counted in whole numbers."""
BASES: Mapping[str, str] = {"current": "previous", "part": "whole"}
"""Each field that is a part of another one's number."""


class ExampleValues:
    """Expressions for the fields of facts, by their keys."""

    def __init__(self, chance: Chance, numbers: Mapping[str, frozenset[Fraction]]) -> None:
        """`numbers` are those that stand in trees beside each field."""
        self._chance, self._numbers = chance, numbers

    def fields(self, fact: Fact, known: Mapping[str, ColumnField]) -> Iterator[tuple[str, pl.Expr]]:
        """Every field's key and value; those of a list are of its members."""
        for key in fact.field_keys():
            if key not in known:
                yield key, pl.lit(REASON)
            else:
                yield key, self._value(known[key])

    def _value(self, field: ColumnField) -> pl.Expr:
        purpose, kind = field.key, field.indicator.kind
        if kind in _OWN:
            return _OWN[kind](self._chance, purpose)
        if kind == "choice":
            return self._chance.one_of(purpose, pl.Series([*field.indicator.options]))
        numbers = self._numbers.get(field.key, frozenset())
        if field.field.rpartition(".")[2] in {*BASES, *BASES.values()}:
            return _decimal(self._pair(numbers, purpose), field, kind)
        if kind == "percent":
            return self._percent(numbers, field, purpose)
        return _decimal(self._chance.one_of(purpose, _series(_within(counts(numbers), field))), field, kind)

    def _pair(self, numbers: frozenset[Fraction], purpose: str) -> pl.Expr:
        """A number that others are parts of, or such a part of it."""
        stem, _, name = purpose.rpartition(".")
        whole = f"{stem}.{BASES.get(name, name)}"
        regular = self._chance.one_of(f"{whole} regular", REGULAR)
        any_number = self._chance.number(f"{whole} any", LARGEST) + 1
        base = pl.when(self._chance.happens(f"{whole} is regular", 0.6)).then(regular).otherwise(any_number)
        if name not in BASES:
            return base
        parts = [Fraction(one) for one in rates(numbers)]
        over = [one.denominator for one in parts]
        above = self._chance.one_of(purpose, pl.Series([one.numerator for one in parts]))
        found = base * above // self._chance.one_of(purpose, pl.Series(over))
        beside = found + self._chance.one_of(f"{purpose} beside", BESIDE)
        return pl.when(beside < 0).then(0).otherwise(beside)

    def _percent(self, numbers: frozenset[Fraction], field: ColumnField, purpose: str) -> pl.Expr:
        """In percents, of two decimals."""
        hundredths = _within([one * 100 for one in rates(numbers)], field, 100)
        found = self._chance.one_of(purpose, _series([round(one * 10**PLACES) for one in hundredths]))
        return _of_places(found, PLACES)


def _within(values: Sequence[Fraction | int], field: ColumnField, unit: int = 1) -> Sequence[Fraction | int]:
    """Those that a range allows; what it begins or ends with, where it allows none."""
    low, high = (side * unit if side not in (-inf, inf) else side for side in field.span)
    found = [one for one in values if low <= one <= high]
    return found or [Fraction(side) for side in (low, high) if side not in (-inf, inf)][:1]


def _series(values: Sequence[Fraction | int]) -> pl.Series:
    return pl.Series([int(one) for one in values], dtype=pl.Int64)


def _decimal(found: pl.Expr, field: ColumnField, kind: str) -> pl.Expr:
    """A whole number as its column has it: short where it is counted, with decimals where these are usual."""
    if kind == "count":
        return found.cast(pl.Int32)
    return found if not field.decimals else _of_places(found * 10**PLACES, PLACES)


def _of_places(hundredths: pl.Expr, places: int) -> pl.Expr:
    """So many hundredths, or the like, as a decimal number."""
    return hundredths.cast(pl.Int128).reinterpret(dtype=pl.Decimal(38, places)).cast(pl.Decimal(18, places))


def _date(chance: Chance, purpose: str) -> pl.Expr:
    return pl.lit(FIRST_DAY) + pl.duration(days=chance.number(purpose, DAYS))


def _month(chance: Chance, purpose: str) -> pl.Expr:
    return chance.one_of(purpose, pl.Series([month_text(FIRST_MONTH + one) for one in range(MONTHS)]))


_OWN: Mapping[str, Callable[[Chance, str], pl.Expr]] = {
    "flag": lambda chance, purpose: chance.happens(purpose, TRUE_SHARE),
    "date": _date,
    "month": _month,
    "year": lambda chance, purpose: chance.one_of(purpose, YEARS),
}
