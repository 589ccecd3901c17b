"""Quotients of numbers that lie between two sides; the divisor is above zero, or there may be no end."""

from math import gcd

from kaohe.backends.excel.arithmetic import Arithmetic
from kaohe.backends.excel.cells import Literal, choose, compare, number, times
from kaohe.backends.excel.magnitudes import ENDLESS, INFINITE, constant
from kaohe.backends.excel.pairs import Pair
from kaohe.backends.excel.span_arithmetic import SpanArithmetic
from kaohe.backends.excel.spans import Span, known


class Quotients:
    """Divides one number by another."""

    def __init__(self, numbers: SpanArithmetic) -> None:
        self._numbers = numbers
        self._pairs: Arithmetic = numbers.pairs

    def divide(self, left: Span, right: Span) -> Span:
        match right.low:
            case Pair(Literal(int() as top), under, int() as over) as divisor if right.exact and top > 0:
                return self._numbers.multiply(left, known(Pair(number(over), divisor.under, top, under)))
        return Span(self._quotient(left.low, right, low=True), self._quotient(left.high, right, low=False))

    def _quotient(self, side: Pair, divisor: Span, *, low: bool) -> Pair:
        """The low side is least over the largest divisor where it is above zero, over the smallest where below."""
        keep, pairs, zero, one = self._pairs.keep, self._pairs, number(0), number(1)
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
