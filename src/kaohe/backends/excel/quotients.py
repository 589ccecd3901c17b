"""Quotients of numbers that lie between two sides; the divisor is above zero, or there may be no end."""

from math import gcd

from kaohe.backends.cells.formulas import choose, compare, number, times
from kaohe.backends.cells.magnitudes import ENDLESS, INFINITE, constant
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span
from kaohe.backends.excel.arithmetic import Arithmetic


def quotient(pairs: Arithmetic, left: Span, right: Span) -> Span:
    """One number divided by another."""
    return Span(_side(pairs, left.low, right, low=True), _side(pairs, left.high, right, low=False))


def _side(pairs: Arithmetic, side: Pair, divisor: Span, *, low: bool) -> Pair:
    """The low side is least over the largest divisor where it is above zero, over the smallest where below."""
    keep, zero, one = pairs.keep, number(0), number(1)
    side, small, large = (pairs.kept(pairs.steady(part)) for part in (side, *divisor))
    end = number(-INFINITE if low else INFINITE)
    by_large = keep(compare(">=", side.top, zero) if low else compare(">=", zero, side.top))
    never, vast = keep(compare(">=", zero, small.top)), keep(compare(">=", large.top, number(ENDLESS)))
    over_large, over_small = _divided(side, large), _divided(side, small)
    top = choose(by_large, choose(vast, zero, over_large.top), choose(never, end, over_small.top))
    over = choose(by_large, choose(vast, one, over_large.divisor), choose(never, one, over_small.divisor))
    refused = keep(compare(">=", zero, large.top))
    size, under = over_large.size.either(over_small.size), over_large.under.either(over_small.under)
    found = Pair(keep(choose(refused, end, top)), size, keep(choose(refused, one, over)), under)
    return found if pairs.limits.fits(size) and pairs.limits.fits(under) else pairs.doubled(found)


def _divided(left: Pair, right: Pair) -> Pair:
    """A quotient, without what both denominators have in common."""
    times_left, times_right = right.divisor, left.divisor
    under_left, under_right = right.under, left.under
    if isinstance(left.over, int) and isinstance(right.over, int):
        shared = gcd(left.over, right.over)
        times_left, times_right = number(right.over // shared), number(left.over // shared)
        under_left, under_right = constant(right.over // shared), constant(left.over // shared)
    size, under = left.size.times(under_left), right.size.times(under_right)
    return Pair(times(left.top, times_left), size, times(times_right, right.top), under)
