"""The table of operators: what a tree's operator is on numbers between sides and on conditions."""

from collections.abc import Callable, Mapping
from typing import Any

from kaohe.backends.cells.conditions import Conditions
from kaohe.backends.cells.numbers import Numbers
from kaohe.backends.cells.span_arithmetic import SpanArithmetic
from kaohe.backends.cells.spans import Found, Span, Truth
from kaohe.expr.tree import Op

Table = Mapping[Op, Callable[..., Found]]


class Operators:
    """All of them, but for those on lists and on existence, which need the writer's knowledge."""

    def __init__(self, pairs: Numbers) -> None:
        self._numbers = SpanArithmetic(pairs)
        self._conditions = Conditions(pairs.keep)
        self.table: Table = {Op.EQUAL: self._equal, **_of_numbers(self._numbers), **_of_conditions(self._conditions)}

    def choose(self, condition: Truth, then: Any, otherwise: Any) -> Found:
        """One of two branches, which are both numbers or both conditions."""
        of_numbers = isinstance(then, Span)
        return (self._numbers.choose if of_numbers else self._conditions.choose)(condition, then, otherwise)

    def _equal(self, left: Any, right: Any) -> Truth:
        return (self._numbers.equal if isinstance(left, Span) else self._conditions.equal)(left, right)


def _of_numbers(numbers: SpanArithmetic) -> Table:
    return {
        Op.ADD: numbers.add,
        Op.SUBTRACT: numbers.subtract,
        Op.MULTIPLY: numbers.multiply,
        Op.DIVIDE: numbers.divide,
        Op.MINIMUM: numbers.least,
        Op.MAXIMUM: numbers.greatest,
        Op.FLOOR: numbers.floor,
        Op.ROUND: numbers.round,
        Op.MONTHS: numbers.months,
        Op.AT_LEAST: numbers.at_least,
        Op.ABOVE: numbers.above,
    }


def _of_conditions(conditions: Conditions) -> Table:
    return {Op.NOT: conditions.negation, Op.AND: conditions.both, Op.OR: conditions.either}
