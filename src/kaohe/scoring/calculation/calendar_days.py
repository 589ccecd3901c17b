"""Dates and months as people enter them in cells: numbers that a spreadsheet has for days, or text."""

from kaohe.backends.cells.formulas import Formula, Literal, both, call, choose, compare, minus, number, plus, times
from kaohe.backends.excel.python_code import EPOCH
from kaohe.expr.dates import MONTHS

FIRST_YEAR = 1901
FIRST, LAST = 367, 2_958_465
"""The days from 1901 to 9999."""
DATE_LENGTH, MONTH_LENGTH = 10, 7
UNREADABLE = Literal("")


def date_number(content: Formula) -> Formula:
    """A day as kaohe counts them, from the number of a day or from `2011-03-31`."""
    day = _part(content, 9)
    made = call("DATE", _year(content), _part(content, 6), day)
    dashed = both(_dash(content, 5), _dash(content, 8))
    right = both(_long(content, DATE_LENGTH), dashed, _this_age(content), compare("=", call("DAY", made), day))
    of_text = choose(right, made, UNREADABLE)
    serial = choose(_is_day(content), call("INT", content), call("IFERROR", of_text, UNREADABLE))
    return call("IFERROR", plus(serial, number(EPOCH)), UNREADABLE)


def month_number(content: Formula) -> Formula:
    """A month as kaohe counts them, from `2011-03` or from the number of one of its days."""
    month = _part(content, 6)
    there = both(compare(">=", month, number(1)), compare(">=", number(MONTHS), month))
    right = both(_long(content, MONTH_LENGTH), _dash(content, 5), _this_age(content), there)
    of_text = choose(right, _month(_year(content), month), UNREADABLE)
    of_day = _month(call("YEAR", content), call("MONTH", content))
    return choose(_is_day(content), of_day, call("IFERROR", of_text, UNREADABLE))


def _is_day(content: Formula) -> Formula:
    """Asked so that text is not compared with a number: in a spreadsheet any text is the greater."""
    as_number = choose(call("ISNUMBER", content), content, number(0))
    return both(compare(">=", as_number, number(FIRST)), compare(">=", number(LAST), as_number))


def _long(content: Formula, characters: int) -> Formula:
    return compare("=", call("LEN", content), number(characters))


def _dash(content: Formula, place: int) -> Formula:
    return compare("=", call("MID", content, number(place), number(1)), Literal("-"))


def _this_age(content: Formula) -> Formula:
    """A spreadsheet takes the year 12 for 1912 or 2012."""
    return compare(">=", _year(content), number(FIRST_YEAR))


def _year(content: Formula) -> Formula:
    return call("VALUE", call("LEFT", content, number(4)))


def _part(content: Formula, start: int) -> Formula:
    return call("VALUE", call("MID", content, number(start), number(2)))


def _month(year: Formula, month: Formula) -> Formula:
    return minus(plus(times(year, number(MONTHS)), month), number(1))
