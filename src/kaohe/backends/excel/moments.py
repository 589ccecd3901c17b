"""Dates and months as formulas that give them in words."""

from kaohe.backends.cells.formulas import Formula, Literal, call, minus, number, plus, times
from kaohe.backends.cells.writer import Writer
from kaohe.backends.excel.python_code import EPOCH
from kaohe.backends.excel.whole_numbers import FIRST_DAY
from kaohe.backends.traced.texts import Moment
from kaohe.expr.dates import MONTHS
from kaohe.expr.tree import Notation
from kaohe.messages import Language, say

TWO_DIGITS = 100


class _Blank(str):
    """Stands for a number in a sentence; small where two digits are wanted."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return self.lower() if spec else str(self)


def moment(writer: Writer, told: Moment, language: Language) -> Formula:
    """A number of days, or of months, as people say it."""
    value, names = writer.number(told.number).low.top, {"Y": "year", "M": "month", "D": "day"}
    numbers = _of_date(writer, value) if told.notation is Notation.DATE else _of_month(writer, value)
    blanks = {names[letter]: _Blank(f"\ue000{letter}\ue000") for letter in numbers}
    code = "reason.date" if told.notation is Notation.DATE else "reason.month"
    parts = filter(None, say(code, language, **blanks).split("\ue000"))
    return call("&", *(_part(one, numbers) for one in parts))


def _part(part: str, numbers: dict[str, Formula]) -> Formula:
    if part.upper() not in numbers:
        return Literal(part)
    found = numbers[part.upper()]
    return found if part in numbers else call("RIGHT", plus(found, number(TWO_DIGITS)), number(2))


def _of_date(writer: Writer, value: Formula) -> dict[str, Formula]:
    serial = minus(value, number(EPOCH))
    serial = writer.keep(call("MAX", serial, number(FIRST_DAY)))  # of a date that is not known, nothing is told
    return {"Y": call("YEAR", serial), "M": call("MONTH", serial), "D": call("DAY", serial)}


def _of_month(writer: Writer, value: Formula) -> dict[str, Formula]:
    year = writer.keep(call("INT", call("/", value, number(MONTHS))))
    return {"Y": year, "M": plus(minus(value, times(year, number(MONTHS))), number(1))}
