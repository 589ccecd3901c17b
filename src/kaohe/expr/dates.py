"""Dates as numbers of days, months as numbers of months: from their text and back."""

import re
from contextlib import suppress
from datetime import date

_DATE, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
MONTHS = 12


def days(text: str) -> int | None:
    """`2011-03-31` as a number of days; None where it is no date."""
    if _DATE.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text).toordinal()
    return None


def months(text: str) -> int | None:
    """`2011-03` as a number of months; None where it is no month."""
    if _MONTH.fullmatch(text):
        year, month = map(int, text.split("-"))
        if 1 <= month <= MONTHS:
            return year * MONTHS + month - 1
    return None


def date_text(value: int) -> str:
    """A number of days as the date that it is, where there is one."""
    return date.fromordinal(value).isoformat() if 1 <= value <= date.max.toordinal() else str(value)


def month_text(value: int) -> str:
    year, month = divmod(value, MONTHS)
    return f"{year:04}-{month + 1:02}"
