"""A fact's values by another rubric: the same ones, a choice by its option's label, or none that it would not take."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS
from kaohe.scoring.compiled_rubric import CompiledRubric

Values = Sequence[Any]


def kept_values(compiled: CompiledRubric, before: Fact, fact: Fact, values: Values) -> Values | None:
    """None where a unit's file could not give them by this rubric."""
    if NOT_APPLICABLE in values:
        place = compiled.reader.groups.get(fact.item or PARAMETERS, {}).get(fact.id)
        return values if place is None or place.optional else None
    was, now = before.indicator, fact.indicator
    if not now.list or values[0] is None:
        return values if now.list else _kept(was, now, values)
    members = [(member[0], _kept(was, now, member[1:])) for member in values[0]]
    if any(kept is None for _, kept in members):
        return None
    return (tuple((name, *(kept or ())) for name, kept in members),)


def _kept(was: Indicator, now: Indicator, values: Values) -> Values | None:
    parts = [(was.of_field(name)[0], now.of_field(name)[0]) for name in now.fields]
    found = [_value(*both, value) for both, value in zip(parts, values, strict=True)]
    lost = any(one is None and value is not None for one, value in zip(found, values, strict=True))
    return None if lost else tuple(found)


def _value(was: Indicator, now: Indicator, value: Any) -> Any:
    """None where it would not be taken."""
    if now.kind == "choice":
        return option_kept(was, now, value)
    span = now.range
    return value if span is None or not isinstance(value, int | Fraction) or span.holds(value) else None


def option_kept(was: Indicator, now: Indicator, name: str | None) -> str | None:
    """The option of the same label; else that of the same name, unless its label was another option's."""
    if name is None:
        return None
    called = [key for key, label in now.options.items() if label == was.options[name]]
    if name in called:
        return name
    if called:
        return called[0] if len(called) == 1 else None
    return name if name in now.options and now.options[name] not in was.options.values() else None
