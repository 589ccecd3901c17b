"""How facts are called, and how their values are written for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal

from kaohe.expr.dates import date_text, month_text
from kaohe.expr.numbers import percent_text, readable
from kaohe.messages import Language, say

Style = Literal["number", "percent", "date", "month"]
WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "number": readable,
    "percent": lambda value: percent_text(Fraction(value)),
    "date": date_text,
    "month": month_text,
}


@dataclass(frozen=True, slots=True)
class Name:
    """How a fact is called, and how its number is written. `whole` names the indicator that a field belongs to."""

    label: str
    unit: str = ""
    style: Style = "number"
    options: Mapping[str, str] | None = None
    whole: str = ""
    reason: str = ""
    """The key of the reason that is given with it: of a judgement."""

    def called(self, label: str) -> "Name":
        """The same under another name."""
        return replace(self, label=label)

    def write(self, value: Any, language: Language) -> str:
        """The fact with its value: `超时上报 2 次`, `「联网」为否`."""
        if isinstance(value, bool):
            return say("arithmetic.yes" if value else "arithmetic.no", language, label=self.label)
        if isinstance(value, str):
            return say("arithmetic.is", language, label=self.label, value=self.value(value, language))
        if not isinstance(value, (int, Fraction)):
            return say("arithmetic.not_applicable", language, label=self.whole or self.label)
        return f"{self.label} {self.value(value, language)}"

    def value(self, value: Any, language: Language) -> str:
        """The value alone: `2 次`, `否`; None is a fact that is not reported."""
        if isinstance(value, bool):
            return say("arithmetic.true" if value else "arithmetic.false", language)
        if isinstance(value, str):
            return (self.options or {}).get(value, value)
        if not isinstance(value, (int, Fraction)):
            return say("arithmetic.missing" if value is None else "arithmetic.inapplicable", language)
        return f"{WRITTEN[self.style](value)}{f' {self.unit}' if self.unit else ''}"
