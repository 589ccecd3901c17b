"""What facts are compared with: numbers and percents, below zero too, dates and months."""

from fractions import Fraction

from kaohe.expr.dates import days, months
from kaohe.expr.numbers import Quantity, Scalar, Unreadable, read_amount, read_signed_percent, shown
from kaohe.expr.tree import Notation


def read_date(raw: object) -> int:
    """`2011-03-31`, as a number of days."""
    found = days(raw) if isinstance(raw, str) else None
    if found is None:
        raise Unreadable("date-expected", found=shown(raw))
    return found


def read_month(raw: object) -> int:
    """`2011-03`, as a number of months."""
    found = months(raw) if isinstance(raw, str) else None
    if found is None:
        raise Unreadable("month-expected", found=shown(raw))
    return found


def read_threshold(raw: object) -> Quantity:
    """What a fact is compared with: a number or a percent, below zero too, a date or a month."""
    if isinstance(raw, str):
        for read, unit in ((days, Notation.DATE), (months, Notation.MONTH)):
            if (found := read(raw)) is not None:
                return Quantity(Fraction(found), unit)
        if raw.endswith("%"):
            return Quantity(read_signed_percent(raw), Notation.PERCENT)
    return Quantity(read_amount(raw), Notation.NONE)


DATE = Scalar(read_date, {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, "date")
MONTH = Scalar(read_month, {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}$"}, "month")
THRESHOLD = Scalar(
    read_threshold,
    {
        "anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": r"^(-?(0|[1-9][0-9]*)(\.[0-9]+)?%|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$"},
        ]
    },
    "threshold",
)
