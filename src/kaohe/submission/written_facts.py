"""A row of facts as units' files have them: by item, each value as it is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import plain
from kaohe.formulas.indicators import Indicator

Written = Mapping[str, Any]


def by_item(facts: Iterable[Fact], row: Sequence[Any]) -> dict[str, dict[str, Any]]:
    """What is reported of these facts, by the group that they stand in and by their ids."""
    found: dict[str, dict[str, Any]] = {}
    for fact in facts:
        values = row[fact.start : fact.start + fact.width()]
        if any(value is not None for value in values):
            found.setdefault(fact.item, {})[fact.id] = fact_written(fact.indicator, values)
    return found


def fact_written(indicator: Indicator, values: Sequence[Any]) -> Any:
    """One fact; `values` are those of its places in the row."""
    if values[0] is NOT_APPLICABLE:
        return NOT_APPLICABLE.value
    if not indicator.list:
        return _fields(indicator, values)
    if indicator.names_only:
        return [name for (name,) in values[0]]
    return {name: _fields(indicator, fields) for name, *fields in values[0]}


def _fields(indicator: Indicator, values: Iterable[Any]) -> Any:
    named = dict(zip(indicator.fields, values, strict=True))
    if [*named] == [""]:
        return value_written(indicator.kind, named[""])
    told = _nested(
        (name, value_written(indicator.of_field(name)[0].kind, value))
        for name, value in named.items()
        if value is not None
    )
    return told or None


def _nested(named: Iterator[tuple[str, Any]]) -> dict[str, Any]:
    """Of a record's `plan.part`, `part` within `plan`."""
    found: dict[str, Any] = {}
    for name, value in named:
        first, _, rest = name.partition(".")
        if rest:
            found.setdefault(first, {})[rest] = value
        else:
            found[first] = value
    return found


def value_written(kind: str, value: Any) -> Any:
    """One value: numbers exact, a percent with its sign, dates as their text."""
    if value is None or isinstance(value, bool | str):
        return value
    match kind:
        case "date":
            return date_text(int(value))
        case "month":
            return month_text(int(value))
        case "percent":
            return f"{plain(Fraction(value) * 100)}%"
    return points_written(Fraction(value))


def points_written(value: Fraction) -> int | Decimal:
    """A number that has an end."""
    return value.numerator if value.denominator == 1 else Decimal(plain(value))


def has_end(value: Fraction) -> bool:
    """Whether a number can be written in decimals."""
    return "/" not in plain(value)
