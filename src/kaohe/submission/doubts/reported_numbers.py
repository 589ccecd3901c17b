"""The numbers that a unit has reported of a fact, one set of fields for each member and each fact of a record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.numbers import percent_text, readable
from kaohe.expr.tree import Notation
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.scope import PARAMETERS
from kaohe.problems import Said
from kaohe.submission.doubts.doubt import About

OF_TWO = {"ratio": ("part", "whole", "rate"), "change": ("current", "previous", "growth")}
"""Kinds whose one number is made of two: what is divided, by what, and what the result is called."""
Number = int | Fraction


def about(fact: Fact) -> About:
    return fact.item or PARAMETERS, fact.id


@dataclass(frozen=True, slots=True)
class Reported:
    """The fields of one fact, or of a part of it; `called` is its label for people, `inside` leads to it."""

    fact: Fact
    indicator: Indicator
    called: object
    inside: tuple[str, ...]
    fields: Mapping[str, Number]

    def number(self) -> Number | None:
        """Its one number, which ranges are about; None where it can't be computed."""
        part, whole, _ = OF_TWO.get(self.indicator.kind, ("", "", ""))
        if not part:
            return self.fields.get("")
        if not {part, whole} <= self.fields.keys() or self.fields[whole] <= 0:
            return None
        of, among = self.fields[part], self.fields[whole]
        return Fraction(of - among if part == "current" else of, among)

    @property
    def title(self) -> object:
        """What its one number is called."""
        part, _, result = OF_TWO.get(self.indicator.kind, ("", "", ""))
        return derived(self.called, result) if part else self.called

    @property
    def detail(self) -> tuple[object, ...]:
        """The two numbers of which the one is made, each by its name."""
        return tuple(self.named(name) for name in KINDS[self.indicator.kind].fields if name)

    def named(self, field: str) -> object:
        """A field with its value."""
        return Said("doubt.fact", {"label": field_name(self.indicator, field), "value": self.text(field)})

    def label(self, field: str) -> object:
        """What a field is called, after the name of its fact."""
        return (
            Said("doubt.fact", {"label": self.called, "value": field_name(self.indicator, field)})
            if field
            else self.called
        )

    def text(self, field: str) -> str:
        return written(self.indicator, self.fields[field])


def derived(label: object, result: str) -> object:
    """`实际缴费人数增幅`; 通过率 is a rate by its name already."""
    if result == "rate" and isinstance(label, str) and label.endswith("率"):
        return label
    return Said(f"arithmetic.{result}", {"label": label})


def field_name(indicator: Indicator, field: str) -> object:
    """The rubric's own word, or the usual one."""
    own = indicator.labels.get(field)  # type: ignore[call-overload]
    return own or Said(f"arithmetic.{field}")


def written(indicator: Indicator, value: Number) -> str:
    """A number as people write it, with its unit."""
    if KINDS[indicator.kind].unit is Notation.PERCENT:
        return percent_text(Fraction(value))
    if indicator.kind in ("date", "month"):
        return (date_text if indicator.kind == "date" else month_text)(int(value))
    return f"{readable(value)}{indicator.unit}"


def reported(fact: Fact, row: Sequence[Any]) -> Iterator[Reported]:
    """All that a row has of a fact; what is missing, does not apply or is no number is left out."""
    if not fact.indicator.list:
        yield from _inside(fact, fact.called, (), row[fact.start : fact.start + fact.width()])
        return
    members = row[fact.start]
    for name, *values in members if isinstance(members, tuple) else ():
        yield from _inside(fact, Said("doubt.member", {"label": fact.called, "member": name}), (name,), values)


def _inside(fact: Fact, called: object, inside: tuple[str, ...], values: Sequence[Any]) -> Iterator[Reported]:
    parts: dict[str, dict[str, Number]] = {}
    for name, value in zip(fact.indicator.fields, values, strict=False):
        if isinstance(value, int | Fraction) and not isinstance(value, bool):
            part, _, field = name.partition(".") if fact.indicator.kind == "record" else ("", "", name)
            parts.setdefault(part, {})[field] = value
    for part, fields in parts.items():
        one = fact.indicator.inside[part] if part else fact.indicator
        label = Said("doubt.fact", {"label": called, "value": one.label}) if part else called
        yield Reported(fact, one, label, (*inside, part) if part else inside, fields)
