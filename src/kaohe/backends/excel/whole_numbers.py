"""Numbers cut or rounded to whole ones and to decimals, full months between dates: by whole numbers alone."""

from dataclasses import replace
from math import gcd

from kaohe.backends.cells.formulas import (
    Formula,
    both,
    call,
    choose,
    compare,
    either,
    least,
    minus,
    negation,
    number,
    plus,
    times,
)
from kaohe.backends.cells.magnitudes import Magnitude, between, constant
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.excel.arithmetic import Arithmetic, endless
from kaohe.backends.excel.python_code import EPOCH
from kaohe.expr.dates import MONTHS

MOST_ROUNDED = 1e10
MOST_POINTS = between(-MOST_ROUNDED, MOST_ROUNDED)
"""What is rounded to decimals is points; nobody has more, in the last decimal, than this."""
FIRST_DAY = 61
"""The first day of which all spreadsheets agree what number it has: 1900-03-01."""
LAST_DAY = 2_958_434
"""The last day of which the month after it can still be asked for; a date that has no end is taken for it."""
BEFORE = 11
"""The month, as a number, in which a date lies that is before all others: the last of the year 0, on its last day."""
LONGEST = 31


def floor(arithmetic: Arithmetic, value: Pair) -> Pair:
    """The greatest whole number that is not above.

    A spreadsheet takes a quotient that is nearly whole for whole, so what it gives is tried by multiplying.
    """
    exact = arithmetic.kept(arithmetic.steady(value))
    if exact.over == 1:
        return exact
    arithmetic.limits.fits(exact.size)
    return Pair(arithmetic.keep(_floor(arithmetic, exact.top, exact.divisor)), exact.size)


def _floor(arithmetic: Arithmetic, top: Formula, over: Formula) -> Formula:
    near = arithmetic.keep(choose(endless(top), top, call("INT", call("/", top, over))))
    too_high = both(negation(endless(top)), compare(">", times(near, over), top))
    return minus(near, choose(too_high, number(1), number(0)))


def rounded(arithmetic: Arithmetic, value: Pair, places: int) -> Pair:
    """To decimals, a half away from zero."""
    exact, scale = arithmetic.kept(arithmetic.steady(value)), 10**places
    if isinstance(exact.over, int) and scale % exact.over == 0:
        arithmetic.limits.fits(exact.size, MOST_ROUNDED)
        return replace(exact, size=MOST_POINTS)
    factor, half, over, size = _halved(exact, scale)
    if not arithmetic.limits.fits(size):
        return rounded(arithmetic, arithmetic.doubled(exact), places)
    top = arithmetic.keep(plus(times(call("ABS", exact.top), number(factor)), half))
    away = _floor(arithmetic, top, arithmetic.keep(over))
    signed = times(call("SIGN", exact.top), arithmetic.keep(away))
    top = arithmetic.keep(choose(endless(exact.top), exact.top, signed))
    return Pair(top, MOST_POINTS, scale, constant(scale))


def _halved(exact: Pair, scale: int) -> tuple[int, Formula, Formula, Magnitude]:
    """(factor * top + half) / over is half a unit more than the number in 1/scale; and the size of its numerator."""
    if isinstance(exact.over, int):
        shared = gcd(2 * scale, exact.over)
        factor, half = 2 * scale // shared, exact.over // shared
        return factor, number(half), number(2 * half), exact.size.times(constant(factor)).plus(constant(half))
    size = exact.size.times(constant(2 * scale)).either(exact.under.times(constant(2)))
    return 2 * scale, exact.divisor, times(exact.divisor, number(2)), size.plus(exact.under)


def months(arithmetic: Arithmetic, first: Pair, last: Pair, started: int) -> Pair:
    """The full months between two dates, of which neither is without end; see `expr.dates.months_between`."""
    begin, end = floor(arithmetic, first).top, floor(arithmetic, last).top
    if started:
        end = minus(end, number(1))
    begin, end = (arithmetic.keep(least(minus(one, number(EPOCH)), number(LAST_DAY))) for one in (begin, end))
    day = arithmetic.keep(_of_date(begin, call("DAY", begin), LONGEST))
    length = call("DAY", call("DATE", call("YEAR", end), plus(call("MONTH", end), number(1)), number(0)))
    short = least(day, _of_date(end, length, LONGEST))
    begun = compare(">", short, _of_date(end, call("DAY", end), LONGEST - started))
    passed = minus(arithmetic.keep(_month(end)), arithmetic.keep(_month(begin)))
    found = minus(passed, choose(arithmetic.keep(begun), number(1 - started), number(-started)))
    return Pair(arithmetic.keep(found), between(-(10**5), 10**5))


def _month(serial: Formula) -> Formula:
    months = minus(plus(times(call("YEAR", serial), number(MONTHS)), call("MONTH", serial)), number(1))
    return _of_date(serial, months, BEFORE)


def _of_date(serial: Formula, part: Formula, before: int) -> Formula:
    """A part of a date; where a date is not known, it may be before all that a spreadsheet has a number for."""
    return choose(compare(">=", serial, number(FIRST_DAY)), part, number(before))


def or_endless(arithmetic: Arithmetic, sides: tuple[Pair, Pair], found: Pair, *, low: bool) -> Pair:
    """What was found, or a side without end where one of two is."""
    without_end = arithmetic.keep(either(*(endless(side.top) for side in sides)))
    return arithmetic.choose(without_end, arithmetic.lowest if low else arithmetic.highest, found)
