"""What a unit's file says, made of its row of facts: all that is there, in the rubric's order, as files write it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE as GONE
from kaohe.expr.numbers import plain
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.formulas.scope import PARAMETERS
from kaohe.submission.reader import Values
from kaohe.submission.stray_keys import INDICATORS
from kaohe.submission.table_cells import put
from kaohe.submission.typed_cell import PERCENT
from kaohe.submission.unit_notes import UnitNote


def unit_data(layout: RowLayout, rubric: str, values: Values) -> dict[str, Any]:
    """The data of a file from which the same row is read: what is missing is left out, what is none stays."""
    head = {"rubric": rubric, "unit": values.unit, "year": values.year, "stage": values.stage}
    found: dict[str, Any] = {key: one for key, one in head.items() if one is not None}
    for fact in layout.facts:
        told = _fact(fact, values.row[fact.start : fact.start + fact.width()]) if fact.indicator.asked else None
        if told is not None:
            put(found, (INDICATORS, fact.item, fact.id) if fact.item else (PARAMETERS, fact.id), told)
    found.setdefault(INDICATORS, {})
    if values.notes:
        found["notes"] = dict(_notes(values.notes))
    return found


def _notes(notes: Sequence[UnitNote]) -> Iterator[tuple[str, Any]]:
    """By their items: what is said of the whole, of its facts, or of both."""
    for item in dict.fromkeys(one.item for one in notes):
        whole = [one.text for one in notes if one.item == item and not one.fact]
        facts = {one.fact: one.text for one in notes if one.item == item and one.fact}
        both = [*whole, *([facts] if facts else [])]
        yield item, both if len(both) > 1 else both[0]


def _fact(fact: Fact, fields: Sequence[Any]) -> Any:
    """None where nothing is said of it."""
    whole, indicator = fields[0], fact.indicator
    if whole is GONE:
        return NOT_APPLICABLE_WORDS[0]
    if not indicator.list:
        return _fields(indicator, fields)
    if whole is None:
        return None
    if indicator.names_only:
        return [name for name, *_ in whole]
    return {name: _fields(indicator, others) for name, *others in whole}


def _fields(indicator: Indicator, values: Sequence[Any]) -> Any:
    """A single fact, or what is said of one member."""
    if indicator.kind != "record":
        return _single(indicator, values)
    return dict(_record(indicator.inside, values)) or None


def _record(inside: Mapping[str, Indicator], values: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """The facts of a record of which something is said."""
    at = 0
    for name, one in inside.items():
        width = len(one.fields)
        told = _single(one, values[at : at + width])
        if told is not None:
            yield name, told
        at += width


def _single(indicator: Indicator, values: Sequence[Any]) -> Any:
    told = {
        name: _written(indicator, reader.name, value)
        for (name, reader), value in zip(indicator.fields.items(), values, strict=True)
        if value is not None
    }
    return (told.get("") if "" in indicator.fields else told) if told else None


def _written(indicator: Indicator, reader: str, value: Any) -> Any:
    """A field as a file has it."""
    if isinstance(value, str | bool):
        return value
    if indicator.kind in _TIMES:
        return _TIMES[indicator.kind](value)
    if reader == PERCENT:
        return f"{plain(Fraction(value) * 100)}%"
    return Decimal(plain(value)) if isinstance(value, Fraction) else value


_TIMES = {"date": date_text, "month": month_text}
