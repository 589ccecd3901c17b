"""Facts in the words of whoever answers for the clause: what is counted, how much, and what comes of it."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.compiler.row_layout import Fact, RowLayout, field_label
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import percent_text
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language, say

DERIVED = {"change": ("previous", "current"), "ratio": ("whole", "part")}
MOST_NAMED = 4
"""Of more members that are all alike only their number is told."""


class FactWords:
    """Those of one rubric in one language."""

    def __init__(self, layout: RowLayout, language: Language) -> None:
        self._names, self._language = layout.names(language), language

    def told(self, facts: Iterable[Fact], row: Row) -> str:
        """Each fact with its value."""
        return self._say("between_facts").join(self.fact(one, row) for one in facts)

    def fact(self, fact: Fact, row: Row) -> str:
        values = row[fact.start : fact.start + fact.width()]
        if all(value is None for value in values):
            value = self._say("missing")
        elif values[0] is NOT_APPLICABLE:
            value = self._say("inapplicable")
        elif fact.indicator.list:
            value = self._members(fact, values[0])
        else:
            value = self._fields(fact, values)
        return self._say("fact", label=fact.indicator.label, value=value)

    def _members(self, fact: Fact, members: Sequence[Any]) -> str:
        if not members:
            return self._say("nobody")
        between = self._say("between_members")
        if fact.indicator.names_only:
            return between.join(name for (name,) in members)
        told = [(name, self._fields(fact, fields)) for name, *fields in members]
        if len(told) > MOST_NAMED and len({value for _, value in told}) == 1:
            return self._say("alike", count=len(told), value=told[0][1])
        return between.join(self._say("member", name=name, value=value) for name, value in told)

    def _fields(self, fact: Fact, values: Sequence[Any]) -> str:
        """The values of one fact or of one member, with the rate or the growth that they make."""
        keys, indicator = fact.field_keys(), fact.indicator
        named = dict(zip(indicator.fields, values, strict=True))
        told = [
            self._field(indicator, name, self._names[key].value(value, self._language))
            for key, (name, value) in zip(keys, named.items(), strict=True)
            if name.rpartition(".")[2] != "reason"
        ]
        text = self._say("between_fields").join(told)
        derived = self._derived(indicator, named)
        return self._say("derived", fields=text, value=derived) if derived else text

    def _field(self, indicator: Indicator, name: str, value: str) -> str:
        if not name or indicator.kind == "judgement":
            return value
        return self._say("field", part=field_label(indicator, name, self._language), value=value)

    def _derived(self, indicator: Indicator, named: Mapping[str, Any]) -> str:
        """The one number of a ratio or a change."""
        if indicator.kind not in DERIVED:
            return ""
        base, other = (named[one] for one in DERIVED[indicator.kind])
        if not base or other is None:
            return ""
        if indicator.kind == "ratio":
            return percent_text(Fraction(other) / Fraction(base))
        growth = Fraction(other) / Fraction(base) - 1
        code = "grown" if growth > 0 else "fallen" if growth < 0 else "same"
        return self._say(code, value=percent_text(abs(growth)))

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"boundary.{code}", self._language, **parameters)
