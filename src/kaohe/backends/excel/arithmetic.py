"""Arithmetic on numbers as formulas: exact on pairs as long as these stay small, on doubles where they do not."""

from collections.abc import Callable
from dataclasses import replace
from math import lcm

from kaohe.backends.cells.formulas import (
    TRUE,
    Formula,
    Literal,
    both,
    call,
    choose,
    compare,
    either,
    greatest,
    least,
    minus,
    negation,
    number,
    plus,
    times,
)
from kaohe.backends.cells.magnitudes import ENDLESS, INFINITE, Limits, Magnitude, between, constant
from kaohe.backends.cells.pairs import Pair

Join = Callable[[Formula, Formula], Formula]
SizeOf = Callable[[Magnitude, Magnitude], Magnitude]
DECIMALS = 9
"""So many decimals of a double are taken as they are; what is below is rounding."""
NEAR, ALIKE = 10**-DECIMALS / 2, 1e-12
"""Doubles are equal that differ by less than half their last decimal, or by less than this share of them."""
EVERY_SCORE = 1e12
"""Doubles are points or shares of them: so large is a thousand, in its last decimal."""


class Arithmetic:
    """The operations on pairs; `limits` learns how large facts may be, `keep` puts a long formula into a cell."""

    lowest, highest = Pair(number(-INFINITE), constant(0)), Pair(number(INFINITE), constant(0))

    def __init__(self, keep: Callable[[Formula], Formula], limits: Limits) -> None:
        self.keep = keep
        self.limits = limits

    def bounded(self, pair: Pair) -> Formula:
        """Whether a side has an end."""
        return self.keep(negation(endless(pair.top)))

    def kept(self, pair: Pair) -> Pair:
        over: int | Formula = pair.over if isinstance(pair.over, int) else self.keep(pair.over)
        return replace(pair, top=self.keep(pair.top), over=over)

    def add(self, left: Pair, right: Pair) -> Pair:
        return self._joined(plus, Magnitude.plus, left, right)

    def subtract(self, left: Pair, right: Pair) -> Pair:
        return self._joined(minus, Magnitude.minus, left, right)

    def _joined(self, join: Join, size_of: SizeOf, left: Pair, right: Pair) -> Pair:
        one_known = isinstance(left.over, int) or isinstance(right.over, int)
        if not left.rough and not right.rough and (one_known or left.over == right.over):
            first, second = self.common(left, right)
            size = size_of(first.size, second.size)
            if self.limits.fits(size):
                return self.kept(replace(first, top=join(first.top, second.top), size=size))
        first, second = self.doubled(left), self.doubled(right)
        return self.kept(replace(first, top=join(first.top, second.top)))

    def common(self, left: Pair, right: Pair) -> tuple[Pair, Pair]:
        """Both over one denominator."""
        if isinstance(left.over, int) and isinstance(right.over, int):
            over = lcm(left.over, right.over)
            return self._widened(left, over), self._widened(right, over)
        if left.over == right.over:
            return left, right
        product, under = times(left.divisor, right.divisor), left.under.times(right.under)
        first = replace(left, top=times(left.top, right.divisor), size=left.size.times(right.under))
        second = replace(right, top=times(right.top, left.divisor), size=right.size.times(left.under))
        return replace(first, over=product, under=under), replace(second, over=product, under=under)

    def _widened(self, pair: Pair, over: int) -> Pair:
        assert isinstance(pair.over, int)  # noqa: S101 - the caller has seen to it
        factor = over // pair.over
        top, size = times(pair.top, number(factor)), pair.size.times(constant(factor))
        return replace(pair, top=top, size=size, over=over, under=constant(over))

    def doubled(self, pair: Pair) -> Pair:
        """A pair as one double."""
        if pair.rough or pair.over == 1:
            return replace(pair, rough=True)
        top = self.keep(pair.top)
        if isinstance(top, Literal) and isinstance(pair.over, int):
            return Pair(number(top.value / pair.over), pair.size, rough=True)  # type: ignore[operator]
        return Pair(self.keep(choose(endless(top), top, call("/", top, pair.divisor))), pair.size, rough=True)

    def steady(self, pair: Pair) -> Pair:
        """A double as a whole number of its last decimal."""
        if not pair.rough:
            return pair
        scale = 10**DECIMALS
        top = self.keep(pair.top)
        rounded = call("ROUND", times(top, number(scale)), number(0))
        return self.kept(
            Pair(choose(endless(top), top, rounded), between(-EVERY_SCORE, EVERY_SCORE), scale, constant(scale))
        )

    def multiply(self, left: Pair, right: Pair) -> Pair:
        size, under = left.size.times(right.size), left.under.times(right.under)
        if not left.rough and not right.rough and self.limits.fits(size) and self.limits.fits(under):
            return self.kept(Pair(times(left.top, right.top), size, _product(left, right), under))
        first, second = self.doubled(left), self.doubled(right)
        return self.kept(replace(first, top=times(first.top, second.top)))

    def is_at_least(self, left: Pair, right: Pair) -> Formula:
        return self._compared(">=", left, right)

    def is_above(self, left: Pair, right: Pair) -> Formula:
        return self._compared(">", left, right)

    def equals(self, left: Pair, right: Pair) -> Formula:
        return self._compared("=", left, right)

    def _compared(self, sign: str, left: Pair, right: Pair) -> Formula:
        if not left.rough and not right.rough:
            first, second = self.common(left, right)
            if self.limits.fits(first.size.either(second.size)):
                return self.keep(compare(sign, first.top, second.top))
        return self.keep(self._nearly(sign, self.doubled(left).top, self.doubled(right).top))

    def _nearly(self, sign: str, left: Formula, right: Formula) -> Formula:
        """Two doubles compared: what differs by no more than computing them can, is equal."""
        difference = self.keep(minus(left, right))
        size = self.keep(greatest(call("ABS", left), call("ABS", right)))
        allowed = greatest(number(NEAR), times(size, number(ALIKE)))
        near = self.keep(compare(">=", allowed, call("ABS", difference)))
        if sign == "=":
            return near
        above = compare(">", difference, number(0))
        return either(near, above) if sign == ">=" else both(negation(near), above)

    def choose(self, condition: Formula, then: Pair, otherwise: Pair) -> Pair:
        first, second = self._alike(then, otherwise)
        over = first.over if first.over == second.over else choose(condition, first.divisor, second.divisor)
        top = choose(condition, first.top, second.top)
        size = _size_of_either(first, second, Magnitude.either)
        return self.kept(Pair(top, size, over, first.under.either(second.under), first.rough))

    def _alike(self, left: Pair, right: Pair) -> tuple[Pair, Pair]:
        """Both as doubles or both as pairs; where denominators are known, over one of them."""
        if not left.rough and not right.rough:
            known = isinstance(left.over, int) and isinstance(right.over, int)
            first, second = self.common(left, right) if known else (left, right)
            if self.limits.fits(first.size.either(second.size)):
                return first, second
        return self.doubled(left), self.doubled(right)

    def least(self, left: Pair, right: Pair) -> Pair:
        return self._extreme(least, Magnitude.least, left, right)

    def greatest(self, left: Pair, right: Pair) -> Pair:
        return self._extreme(greatest, Magnitude.greatest, left, right)

    def _extreme(self, taken: Callable[..., Formula], size_of: SizeOf, left: Pair, right: Pair) -> Pair:
        if left == right:
            return left
        known = isinstance(left.over, int) and isinstance(right.over, int)
        if known and not left.rough and not right.rough:
            first, second = self.common(left, right)
            size = _size_of_either(first, second, size_of)
            if self.limits.fits(size):
                return self.kept(replace(first, top=taken(first.top, second.top), size=size))
        wanted = self.is_at_least(left, right)
        return self.choose(wanted if taken is greatest else negation(wanted), left, right)


def _size_of_either(left: Pair, right: Pair, size_of: SizeOf) -> Magnitude:
    """What is without end has no size."""
    if endless(left.top) == TRUE:
        return right.size
    return left.size if endless(right.top) == TRUE else size_of(left.size, right.size)


def _product(left: Pair, right: Pair) -> int | Formula:
    if isinstance(left.over, int) and isinstance(right.over, int):
        return left.over * right.over
    return times(left.divisor, right.divisor)


def endless(top: Formula) -> Formula:
    """Whether a numerator stands for a side without end."""
    if isinstance(top, Literal):
        return Literal(not isinstance(top.value, str) and abs(top.value) >= ENDLESS)
    return compare(">=", call("ABS", top), number(ENDLESS))
