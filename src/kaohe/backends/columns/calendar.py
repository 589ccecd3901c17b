"""Dates in columns: from a number of days to its month and day, by whole numbers alone."""

from typing import NamedTuple

from kaohe.backends.cells.formulas import Formula, both, call, compare, minus, number, plus, times
from kaohe.backends.cells.numbers import Keep
from kaohe.expr.dates import CYCLE_DAYS, CYCLE_YEARS, MONTHS

MARCH = 305
"""Where years begin in March the leap day comes last: so many days are added so that the first such day is 0."""
YEAR, FOUR_YEARS, CENTURY, LAST_OF_CYCLE = 365, 1460, 36524, 146096
FIVE_MONTHS = 153
"""From March on any five months have so many days."""


class CalendarDay(NamedTuple):
    """The month in which a day lies, as a number, and its day there."""

    month: Formula
    day: Formula


def calendar_day(keep: Keep, days: Formula) -> CalendarDay:
    """As `expr.dates` has it, for any number of days."""
    since = keep(plus(days, number(MARCH)))
    cycle = keep(_over(since, CYCLE_DAYS))
    rest = keep(minus(since, times(cycle, number(CYCLE_DAYS))))
    leaps = minus(plus(minus(rest, _over(rest, FOUR_YEARS)), _over(rest, CENTURY)), _over(rest, LAST_OF_CYCLE))
    year = keep(_over(leaps, YEAR))
    before = minus(plus(times(year, number(YEAR)), _over(year, 4)), _over(year, 100))
    day_of_year = keep(minus(rest, before))
    place = keep(_over(plus(times(day_of_year, number(5)), number(2)), FIVE_MONTHS))
    day = plus(minus(day_of_year, _over(plus(times(place, number(FIVE_MONTHS)), number(2)), 5)), number(1))
    years = plus(year, times(cycle, number(CYCLE_YEARS)))
    return CalendarDay(keep(plus(times(years, number(MONTHS)), plus(place, number(2)))), keep(day))


def months_between(keep: Keep, first: Formula, last: Formula, started: int) -> Formula:
    """The full months from one date to another; see `expr.dates.months_between`."""
    end = keep(minus(last, number(started)))
    begun, over = calendar_day(keep, first), calendar_day(keep, end)
    after = calendar_day(keep, keep(plus(end, number(1))))
    inside = both(compare(">", begun.day, over.day), compare("=", after.month, over.month))
    short = call("IF", keep(inside), number(1), number(0))
    return plus(minus(minus(over.month, begun.month), short), number(started))


def _over(value: Formula, whole: int) -> Formula:
    return call("//", value, number(whole))
