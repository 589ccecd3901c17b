"""Arithmetic on numbers in columns: whole numerators over denominators above zero, never a double."""

from dataclasses import replace
from datetime import MAXYEAR
from math import gcd

from kaohe.backends.cells.formulas import (
    FALSE,
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
from kaohe.backends.cells.magnitudes import Limits, Magnitude, between, constant
from kaohe.backends.cells.numbers import Keep
from kaohe.backends.cells.pairs import ZERO, Pair
from kaohe.backends.cells.spans import Span, known
from kaohe.backends.columns.calendar import months_between
from kaohe.backends.columns.column_widths import NULL, Widths
from kaohe.expr.dates import MONTHS

MOST_MONTHS = MAXYEAR * MONTHS
"""No two dates are further apart."""


class ColumnNumbers:
    """The operations on pairs; `limits` learns how large facts may be, `keep` puts a long formula into a column."""

    lowest, highest = Pair(NULL, constant(0), end=-1), Pair(NULL, constant(0), end=1)

    def __init__(self, keep: Keep, limits: Limits) -> None:
        self.keep = keep
        self.limits = limits
        self.widths = Widths(keep, limits)

    def kept(self, pair: Pair) -> Pair:
        over: int | Formula = pair.over if isinstance(pair.over, int) else self.keep(pair.over)
        return replace(pair, top=self.keep(pair.top), over=over)

    def bounded(self, pair: Pair) -> Formula:
        return negation(_is_null(pair.top)) if pair.end else TRUE

    def add(self, left: Pair, right: Pair) -> Pair:
        first, second = self.widths.aligned(left, right)
        size = first.size.plus(second.size)
        first, second = self.widths.wide_enough(size, first, second)
        return self.kept(replace(first, top=plus(first.top, second.top), size=size, end=_end(left.end, right.end)))

    def subtract(self, left: Pair, right: Pair) -> Pair:
        first, second = self.widths.aligned(left, right)
        size = first.size.minus(second.size)
        first, second = self.widths.wide_enough(size, first, second)
        return self.kept(replace(first, top=minus(first.top, second.top), size=size, end=_end(left.end, -right.end)))

    def multiply(self, left: Pair, right: Pair) -> Pair:
        """Of a side without end only by a constant."""
        size, under = left.size.times(right.size), left.under.times(right.under)
        first, second = self.widths.wide_enough(size, left, right)
        first, second = self.widths.wide_enough(under, first, second)
        over: int | Formula = times(first.divisor, second.divisor)
        if isinstance(left.over, int) and isinstance(right.over, int):
            over = left.over * right.over
        end = _end(_turned(left, right), _turned(right, left))
        return self.kept(Pair(times(first.top, second.top), size, over, under, end=end, bits=first.bits))

    def product(self, left: Span, right: Span) -> Span:
        """Where a side has no end, its sign and that of the other number say what becomes of it."""
        corners = [(one, other) for one in left for other in right]
        low = high = ZERO
        for place, (one, other) in enumerate(corners):
            found = self._corner(one, other)
            low = self.least(low, replace(found, end=1)) if place else replace(found, end=1)
            high = self.greatest(high, replace(found, end=-1)) if place else replace(found, end=-1)
        below = self.keep(either(*(self._endless(one, other, -1) for one, other in corners)))
        above = self.keep(either(*(self._endless(one, other, 1) for one, other in corners)))
        return Span(self._or_end(below, low, self.lowest), self._or_end(above, high, self.highest))

    def _or_end(self, endless: Formula, found: Pair, end: Pair) -> Pair:
        return self.choose(endless, end, replace(found, end=0))

    def _corner(self, one: Pair, other: Pair) -> Pair:
        """The product of two sides; nothing times what has no end is nothing."""
        found = self.multiply(replace(one, end=0), replace(other, end=0))
        if not one.end and not other.end:
            return found
        nothing = either(*(compare("=", side.top, number(0)) for side in (one, other)))
        return self.choose(self.keep(call("IFNULL", nothing, FALSE)), ZERO, found)

    def _endless(self, one: Pair, other: Pair, sign: int) -> Formula:
        """Whether the product of two sides has no end on the side of this sign."""
        return either(
            *(
                both(_is_null(endless.top), self._has_sign(factor, sign * endless.end))
                for endless, factor in ((one, other), (other, one))
                if endless.end
            )
        )

    def _has_sign(self, pair: Pair, sign: int) -> Formula:
        return self.is_above(pair, ZERO) if sign > 0 else self.is_above(ZERO, pair)

    def quotient(self, left: Span, right: Span) -> Span:
        if left.exact and right.exact and not isinstance(right.low.top, Literal):
            return known(self.kept(self._divided(left.low, right.low)))
        return Span(self._quotient(left.low, right, low=True), self._quotient(left.high, right, low=False))

    def _quotient(self, side: Pair, divisor: Span, *, low: bool) -> Pair:
        """The low side is least over the largest divisor where it is above zero, over the smallest where below."""
        by_large = self.is_at_least(side, ZERO) if low else self.is_at_least(ZERO, side)
        over_large = self.choose(negation(self.bounded(divisor.high)), ZERO, self._divided(side, divisor.high))
        end = self.lowest if low else self.highest
        never = self.keep(negation(self.is_above(divisor.low, ZERO)))
        over_small = self.choose(never, end, self._divided(side, divisor.low))
        refused = self.keep(self.is_at_least(ZERO, divisor.high))
        return self.choose(refused, end, self.choose(by_large, over_large, over_small))

    def _divided(self, left: Pair, right: Pair) -> Pair:
        """A quotient, without what both denominators have in common."""
        times_left, times_right, under_left, under_right = right.divisor, left.divisor, right.under, left.under
        if isinstance(left.over, int) and isinstance(right.over, int):
            shared = gcd(left.over, right.over)
            times_left, times_right = number(right.over // shared), number(left.over // shared)
            under_left, under_right = constant(right.over // shared), constant(left.over // shared)
        size, under = left.size.times(under_left), right.size.times(under_right)
        left, right = self.widths.wide_enough(size, left, right)
        left, right = self.widths.wide_enough(under, left, right)
        return replace(
            left, top=times(left.top, times_left), size=size, over=times(times_right, right.top), under=under
        )

    def least(self, left: Pair, right: Pair) -> Pair:
        return self._extreme(left, right, sign=-1)

    def greatest(self, left: Pair, right: Pair) -> Pair:
        return self._extreme(left, right, sign=1)

    def _extreme(self, left: Pair, right: Pair, *, sign: int) -> Pair:
        if left == right:
            return left
        known_overs = isinstance(left.over, int) and isinstance(right.over, int)
        size_of = Magnitude.least if sign < 0 else Magnitude.greatest
        if known_overs and not left.end and not right.end:
            first, second = self.widths.aligned(left, right)
            taken = least if sign < 0 else greatest
            return self.kept(replace(first, top=taken(first.top, second.top), size=size_of(first.size, second.size)))
        left_taken = self.is_at_least(right, left) if sign < 0 else self.is_at_least(left, right)
        end = sign if sign in (left.end, right.end) else left.end * abs(right.end)
        found = self.choose(left_taken, left, right)
        if ZERO in (left, right):  # whatever the denominators are
            found = replace(found, size=size_of(found.size, constant(0)))
        return replace(found, end=end)

    def choose(self, condition: Formula, then: Pair, otherwise: Pair) -> Pair:
        first, second = then, otherwise
        if isinstance(then.over, int) and isinstance(otherwise.over, int):
            first, second = self.widths.aligned(then, otherwise)
        first, second = self.widths.alike(first, second)
        over = first.over if first.over == second.over else choose(condition, first.divisor, second.divisor)
        top = choose(condition, first.top, second.top)
        size, under = _size_of_either(first, second), first.under.either(second.under)
        return self.kept(Pair(top, size, over, under, bits=first.bits, end=_end(then.end, otherwise.end)))

    def is_at_least(self, left: Pair, right: Pair) -> Formula:
        return self._ordered(">=", left, right)

    def is_above(self, left: Pair, right: Pair) -> Formula:
        return self._ordered(">", left, right)

    def _ordered(self, sign: str, left: Pair, right: Pair) -> Formula:
        first, second = self.widths.aligned(left, right)
        found = compare(sign, first.top, second.top)
        for pair, holds in ((right, right.end < 0), (left, left.end > 0)):
            if pair.end:
                endless = _is_null(pair.top)
                found = either(endless, found) if holds else both(negation(endless), found)
        return self.keep(found)

    def equals(self, left: Pair, right: Pair) -> Formula:
        """What has no end equals nothing."""
        first, second = self.widths.aligned(left, right)
        ends = [negation(_is_null(pair.top)) for pair in (left, right) if pair.end]
        return self.keep(both(*ends, compare("=", first.top, second.top)))

    def floor(self, value: Pair) -> Pair:
        if value.over == 1:
            return value
        top = call("//", value.top, value.divisor)
        return self.kept(replace(value, top=top, size=_nearer(value.size), over=1, under=constant(1)))

    def rounded(self, value: Pair, places: int) -> Pair:
        scale = 10**places
        if isinstance(value.over, int) and scale % value.over == 0:
            return value
        factor, half = 2 * scale, value.divisor
        if isinstance(value.over, int):
            shared = gcd(factor, value.over)
            factor, half = factor // shared, number(value.over // shared)
        size = value.size.times(constant(factor)).either(value.under)
        value, _ = self.widths.wide_enough(size.plus(value.under).either(size.minus(value.under)), value, value)
        top = self.keep(plus(times(call("ABS", value.top), number(factor)), half))
        away = call("//", top, self.keep(times(half, number(2))))
        signed = times(call("SIGN", value.top), self.keep(away))
        size = _nearer(value.size).times(constant(scale))
        return self.kept(replace(value, top=signed, size=size, over=scale, under=constant(scale)))

    def months(self, first: Pair, last: Pair, started: int, *, low: bool) -> Pair:
        found = months_between(self.keep, self.floor(first).top, self.floor(last).top, started)
        side = (-1 if low else 1) if first.end or last.end else 0
        return Pair(self.keep(found), between(-MOST_MONTHS, MOST_MONTHS), end=side)


def _end(one: int, other: int) -> int:
    """On which side a number that is made of two has no end."""
    assert one * other >= 0, "a side without end below, and another without end above"  # noqa: S101
    return one or other


def _nearer(size: Magnitude) -> Magnitude:
    """A size of what lies nearer to zero than something of this size."""
    return size.either(constant(0))


def _turned(side: Pair, factor: Pair) -> int:
    """The end of a side that is multiplied by a constant."""
    if not side.end:
        return 0
    assert isinstance(factor.top, Literal)  # noqa: S101 - others go by `product`
    value = factor.top.value
    assert isinstance(value, int)  # noqa: S101 - numerators are whole
    return side.end * (value > 0) - side.end * (value < 0)


def _size_of_either(left: Pair, right: Pair) -> Magnitude:
    """What is without end has no size."""
    if left.top == NULL:
        return right.size
    return left.size if right.top == NULL else left.size.either(right.size)


def _is_null(formula: Formula) -> Formula:
    if formula == NULL:
        return TRUE
    return FALSE if isinstance(formula, Literal) else call("ISNULL", formula)
