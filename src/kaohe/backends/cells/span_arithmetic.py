"""The operators of trees on numbers that lie between two sides; where both are known they are the value itself."""

from collections.abc import Callable

from kaohe.backends.cells.formulas import TRUE, Formula, Literal, both, compare, either, negation, number
from kaohe.backends.cells.numbers import Numbers
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span, Truth, known, truth


class SpanArithmetic:
    """What `backends.bounds` says of numbers, operator by operator."""

    def __init__(self, pairs: Numbers) -> None:
        self.pairs = pairs

    def _each(self, change: Callable[[Pair, Pair], Pair], left: Span, right: Span) -> Span:
        """An operation that never falls where either side grows."""
        low = change(left.low, right.low)
        return known(low) if left.exact and right.exact else Span(low, change(left.high, right.high))

    def add(self, left: Span, right: Span) -> Span:
        return self._each(self.pairs.add, left, right)

    def subtract(self, left: Span, right: Span) -> Span:
        turned = right if right.exact else Span(right.high, right.low)
        return self._each(self.pairs.subtract, left, turned)

    def least(self, left: Span, right: Span) -> Span:
        return self._each(self.pairs.least, left, right)

    def greatest(self, left: Span, right: Span) -> Span:
        return self._each(self.pairs.greatest, left, right)

    def multiply(self, left: Span, right: Span) -> Span:
        if left.exact and right.exact:
            return known(self.pairs.multiply(left.low, right.low))
        for one, other in ((left, right), (right, left)):
            if one.exact and isinstance(one.low.top, Literal):
                sides = [self.pairs.multiply(side, one.low) for side in other]
                return Span(*sides) if compare(">=", one.low.top, number(0)) == TRUE else Span(*reversed(sides))
        return self.pairs.product(left, right)

    def divide(self, left: Span, right: Span) -> Span:
        match right.low:
            case Pair(Literal(int() as top), under, int() as over) as divisor if right.exact and top > 0:
                return self.multiply(left, known(Pair(number(over), divisor.under, top, under)))
        return self.pairs.quotient(left, right)

    def floor(self, value: Span) -> Span:
        return self._sides(self.pairs.floor, value)

    def round(self, value: Span, places: Span) -> Span:
        decimals = places.low.top
        assert isinstance(decimals, Literal)  # noqa: S101 - a rubric rounds to a number of decimals that it says
        return self._sides(lambda side: self.pairs.rounded(side, int(decimals.value)), value)

    def _sides(self, change: Callable[[Pair], Pair], value: Span) -> Span:
        low = change(value.low)
        return known(low) if value.exact else Span(low, change(value.high))

    def months(self, first: Span, last: Span, started: Span) -> Span:
        begun = started.low.top
        assert isinstance(begun, Literal)  # noqa: S101 - formulas say it by a word
        whole = int(begun.value)
        low = self.pairs.months(first.high, last.low, whole, low=True)
        if first.exact and last.exact:
            return known(low)
        return Span(low, self.pairs.months(first.low, last.high, whole, low=False))

    def at_least(self, left: Span, right: Span) -> Truth:
        return self._ordered(self.pairs.is_at_least, left, right)

    def above(self, left: Span, right: Span) -> Truth:
        return self._ordered(self.pairs.is_above, left, right)

    def _ordered(self, holds: Callable[[Pair, Pair], Formula], left: Span, right: Span) -> Truth:
        may = holds(left.high, right.low)
        if left.exact and right.exact:
            return truth(may)
        return Truth(may, negation(holds(left.low, right.high)))

    def equal(self, left: Span, right: Span) -> Truth:
        if left.exact and right.exact:
            return truth(self.pairs.equals(left.low, right.low))
        apart = (self.pairs.is_above(right.low, left.high), self.pairs.is_above(left.low, right.high))
        single = (self.pairs.equals(left.low, left.high), self.pairs.equals(right.low, right.high))
        same = both(*single, self.pairs.equals(left.low, right.low))
        return Truth(self.pairs.keep(negation(either(*apart))), self.pairs.keep(negation(same)))

    def choose(self, condition: Truth, then: Span, otherwise: Span) -> Span:
        low = self._taken(self.pairs.least, condition, then.low, otherwise.low)
        if condition.settled and then.exact and otherwise.exact:
            return known(low)
        return Span(low, self._taken(self.pairs.greatest, condition, then.high, otherwise.high))

    def _taken(self, extreme: Callable[[Pair, Pair], Pair], condition: Truth, then: Pair, otherwise: Pair) -> Pair:
        """A side of the branch that is taken; of both where either can be."""
        certain = self.pairs.choose(condition.may, then, otherwise)
        if condition.settled:
            return certain
        unknown = self.pairs.keep(both(condition.may, condition.may_not))
        return self.pairs.choose(unknown, extreme(then, otherwise), certain)
