"""Units' files as one table of facts, each a row: in the columns that a table of facts has."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE as GONE
from kaohe.expr.numbers import plain
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, VALUE, ending
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.reader import Values

DIGITS = 38
"""Of a decimal in all."""
LONG_DIGITS = 19
"""A whole number of fewer fits a column of whole numbers."""


def table_of_units(compiled: CompiledRubric, rubric: str, units: Sequence[Values]) -> pl.DataFrame:
    """A row for each; decimals as many as the facts have that are there."""
    columns: dict[str, Any] = {
        "rubric": [rubric] * len(units),
        "unit": [one.unit for one in units],
        "year": [one.year for one in units],
        "stage": [one.stage for one in units],
    }
    for fact in compiled.layout.facts:
        if fact.indicator.peers is None and fact.indicator.kind != "year":
            columns |= dict(_columns(compiled, fact, [one.row for one in units]))
    return pl.DataFrame(columns)


def _columns(compiled: CompiledRubric, fact: Fact, rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, Any]]:
    named = [(name, fact.indicator.of_field(name)[0]) for name in fact.indicator.fields]
    if fact.indicator.list:
        yield fact.key, _nested(named, [row[fact.start] for row in rows])
    else:
        for place, (key, (_, indicator)) in enumerate(zip(fact.keys(), named, strict=True), fact.start):
            yield f"{key}{ending(indicator)}", _series(indicator, [row[place] for row in rows])
    if not compiled.optional.isdisjoint(fact.keys()):
        yield f"{fact.key}{NOT_APPLICABLE}", [row[fact.start] is GONE for row in rows]


def _nested(named: Sequence[tuple[str, Indicator]], lists: Sequence[Any]) -> pl.Series:
    """The members of each unit, NULL where nothing is said of them."""
    every = [member for one in lists if isinstance(one, tuple) for member in one]
    columns = {MEMBER: pl.Series([member[0] for member in every], dtype=pl.String)}
    for place, (name, indicator) in enumerate(named, 1):
        columns[f"{name or VALUE}{ending(indicator)}"] = _series(indicator, [member[place] for member in every])
    members = pl.DataFrame(columns).to_struct()
    found: list[pl.Series | None] = []
    at = 0
    for one in lists:
        count = len(one) if isinstance(one, tuple) else 0
        found.append(members.slice(at, count) if isinstance(one, tuple) else None)
        at += count
    return pl.Series(found, dtype=pl.List(members.dtype))


def _series(indicator: Indicator, values: Sequence[Any]) -> pl.Series:
    """Values as a typed column has them; numbers with as many decimals as one of them needs."""
    told = [None if value is GONE else value for value in values]
    if indicator.kind == "flag":
        return pl.Series(told, dtype=pl.Boolean)
    if indicator.kind == "date":
        return pl.Series([None if one is None else date.fromordinal(one) for one in told], dtype=pl.Date)
    if indicator.kind == "month":
        return pl.Series([None if one is None else month_text(one) for one in told], dtype=pl.String)
    if indicator.kind == "choice" or any(isinstance(one, str) for one in told):
        return pl.Series(told, dtype=pl.String)
    return _numbers([None if one is None else Fraction(one) * (100 if ending(indicator) else 1) for one in told])


def _numbers(values: Sequence[Fraction | None]) -> pl.Series:
    """As decimals with as many places as one of them needs; as texts where no decimal has so many digits."""
    written = [None if one is None else Decimal(plain(one)) for one in values]
    there = [one for one in written if one is not None]
    places = max((-int(one.as_tuple().exponent) for one in there), default=0)
    whole = max((len(str(abs(int(one)))) for one in there), default=0)
    if whole + max(places, 0) > DIGITS:
        return pl.Series([None if one is None else plain(one) for one in values], dtype=pl.String)
    if places <= 0 and whole < LONG_DIGITS:
        return pl.Series([None if one is None else int(one) for one in written], dtype=pl.Int64)
    return pl.Series(written, dtype=pl.Decimal(DIGITS, max(places, 0)))
