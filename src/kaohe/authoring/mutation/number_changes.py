"""Numbers written a little otherwise: one more and one less in the last place, and percents by a tenth of that too."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PERCENT = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)%")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_TIMED = re.compile(r"([0-9]+) (days?|months?)")
TENTH = Decimal("0.1")
MONTHS = 12


def numbers_near(raw: object) -> Iterator[int | Decimal | str]:
    """What could be written for a number, a percent, a date, a month or a span of time by mistake."""
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        yield from (_plain(one) for one in _beside(Decimal(raw)))
    elif isinstance(raw, str):
        yield from texts_near(raw)


def texts_near(text: str) -> Iterator[str]:
    """The same of what is written as text; nothing where it is no number."""
    if _NUMBER.fullmatch(text):
        yield from (str(_plain(one)) for one in _beside(Decimal(text)))
    elif found := _PERCENT.fullmatch(text):
        written = Decimal(found[1])
        step = _step(written)
        near = (written - step, written + step, written - step * TENTH, written + step * TENTH)
        yield from (f"{_plain(one)}%" for one in near)
    elif found := _TIMED.fullmatch(text):
        yield from (f"{int(found[1]) + by} {found[2]}" for by in (-1, 1))
    elif _DATE.fullmatch(text):
        yield from ((date.fromisoformat(text) + timedelta(days=by)).isoformat() for by in (-1, 1))
    elif found := _MONTH.fullmatch(text):
        months = [int(found[1]) * MONTHS + int(found[2]) - 1 + by for by in (-1, 1)]
        yield from (f"{one // MONTHS:04}-{one % MONTHS + 1:02}" for one in months)


def _beside(number: Decimal) -> tuple[Decimal, Decimal]:
    return number - _step(number), number + _step(number)


def _step(number: Decimal) -> Decimal:
    """One in the last place that is written."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _plain(number: Decimal) -> int | Decimal:
    whole = number.to_integral_value()
    return int(whole) if whole == number else number
