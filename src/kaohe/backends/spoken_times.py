"""Dates and months as they are read aloud."""

from collections.abc import Callable, Mapping

from kaohe.expr.dates import MONTHS, date_text
from kaohe.expr.tree import Notation
from kaohe.messages import Language, say


def _date(value: int, language: Language) -> str:
    text = date_text(value)
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return say("reason.date", language, year=year, month=int(month), day=int(day)) if day else text


def _month(value: int, language: Language) -> str:
    year, month = divmod(value, MONTHS)
    return say("reason.month", language, year=year, month=month + 1)


TIMES: Mapping[Notation, Callable[[int, Language], str]] = {Notation.DATE: _date, Notation.MONTH: _month}
