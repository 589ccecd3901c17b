"""How facts are called, and how their values are written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Literal

from kaohe.backends.spoken_numbers import readily, reported
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import Number, percent_text, readable
from kaohe.expr.tree import Notation
from kaohe.messages import Language, say

Style = Literal["number", "percent", "date", "month"]
WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "number": readable,
    "percent": lambda value: percent_text(Fraction(value)),
    "date": date_text,
    "month": month_text,
}
NOTATIONS: Mapping[Style, Notation] = {
    "number": Notation.NONE,
    "percent": Notation.PERCENT,
    "date": Notation.DATE,
    "month": Notation.MONTH,
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
    part: str = ""
    """The field's own name, of several."""
    aloud: str = ""
    """What it is called where it is read aloud; its label where the rubric has no shorter name."""
    subject: str = ""
    """The indicator that a field belongs to, as it is called aloud."""
    flag: bool = False
    """Whether it holds or not, and is no number."""
    states: Mapping[str, str] = field(default_factory=dict)
    """The words for what it may be, where the rubric has some: 上报不及时 where it is false."""

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

    @property
    def spoken(self) -> str:
        """What it is called where it is read aloud."""
        return self.aloud or self.label

    def before_number(self, language: Language) -> str:
        """The same where a number follows: in quotation marks if it could not be told where it ends."""
        told = self.spoken
        blurred = told[-1:].isdigit() or any(one in told for one in "，；,;")
        return say("reason.quoted", language, label=told) if blurred else told

    @property
    def notation(self) -> Notation:
        return NOTATIONS[self.style]

    def state(self, value: Any, language: Language, apart: Sequence[Number] = ()) -> str:
        """A fact as it is read aloud: in the rubric's own words, or `「联网」为否`, `超时上报 2 次`.

        A number that is too long to be read is rounded, but never so far that it would seem to be one of those `apart`.
        """
        own = self.states.get(_state(value)) if self.states else ""
        if own:
            return own
        if isinstance(value, (bool, str)):
            code = "reason.option" if isinstance(value, str) else "reason.yes" if value else "reason.no"
            return say(code, language, label=self.spoken, value=self.value(value, language))
        if value is None or value is NOT_APPLICABLE:
            return say("reason.inapplicable", language, label=self.subject or self.whole or self.label)
        number = readily(value, self.notation, language, self.unit, apart)
        return say("reason.named", language, label=self.before_number(language), value=number)

    def figure(self, value: Number, language: Language) -> str:
        """The number alone, with all its decimals."""
        return reported(value, self.notation, language, self.unit)


def _state(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "none" if value == 0 else "inapplicable"
