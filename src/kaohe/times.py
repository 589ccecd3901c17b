"""Dates as numbers of days, months as numbers of months: read from their text, and written back."""

import re
from contextlib import suppress
from datetime import date

from kaohe.quantities import Scalar, Unreadable, shown

_DATE, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
MONTHS = 12


def read_date(raw: object) -> int:
    """`2011-03-31`, as a number of days."""
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        with suppress(ValueError):
            return date.fromisoformat(raw).toordinal()
    raise Unreadable("date-expected", found=shown(raw))


def read_month(raw: object) -> int:
    """`2011-03`, as a number of months."""
    if isinstance(raw, str) and _MONTH.fullmatch(raw):
        year, month = map(int, raw.split("-"))
        if 1 <= month <= MONTHS:
            return year * MONTHS + month - 1
    raise Unreadable("month-expected", found=shown(raw))


def date_text(value: int) -> str:
    """A number of days as the date that it is, where there is one."""
    return date.fromordinal(value).isoformat() if 1 <= value <= date.max.toordinal() else str(value)


def month_text(value: int) -> str:
    year, month = divmod(value, MONTHS)
    return f"{year:04}-{month + 1:02}"


DATE = Scalar(read_date, {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
MONTH = Scalar(read_month, {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}$"})
