"""Dates as numbers of days, months as numbers of months: from their text and back, and full months between dates."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

_DATE, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
MONTHS = 12
SPREADSHEET_ZERO = date(1899, 12, 30)
"""The day that a spreadsheet numbers 0."""
CYCLE_DAYS, CYCLE_YEARS = 146_097, 400
"""The calendar repeats itself after so many days, which are so many years."""


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


def months_between(first: int, last: int, started: int = 0) -> int:
    """The full months from one date to another; with `started` 1, a month that has begun counts as one.

    A month is over on the same day of the next one, or on its last day where it has no such day (民法典第二百零二条).
    Below zero where the second date is the earlier one.
    """
    if started:
        return months_between(first, last - 1) + 1
    (month, day), (to_month, to_day) = _calendar(first), _calendar(last)
    length = monthrange(to_month // MONTHS % CYCLE_YEARS + CYCLE_YEARS, to_month % MONTHS + 1)[1]
    return to_month - month - (to_day < min(day, length))


def _calendar(value: int) -> tuple[int, int]:
    """The month in which a day lies, as a number, and its day there; for any number of days."""
    cycles, rest = divmod(value - 1, CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return (cycles * CYCLE_YEARS + found.year) * MONTHS + found.month - 1, found.day
