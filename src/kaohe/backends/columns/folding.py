"""Formulas made shorter before columns are computed, by what is known of them without any fact.

Choices between literals take in what is done with them: 5 less (0 or 5) is 5 or 0. Every rule holds for NULL too: where
a condition is NULL the other branch is taken.
"""

from collections.abc import Callable

from kaohe.backends.cells.formulas import (
    Apply,
    Formula,
    Literal,
    both,
    choose,
    compare,
    either,
    greatest,
    least,
    negation,
    number,
)
from kaohe.backends.columns.choices import decided, each_once, given, has_literal
from kaohe.backends.columns.limits import KnownLimits
from kaohe.backends.columns.sums import Sum, summed


class Folding:
    """Folds formulas by what is known of the cells that they read."""

    def __init__(self) -> None:
        self.limits = KnownLimits()

    def folded(self, formula: Formula) -> Formula:
        if not isinstance(formula, Apply):
            return formula
        return self._joined(formula.function, tuple(map(self.folded, formula.arguments)))

    def _joined(self, function: str, arguments: tuple[Formula, ...]) -> Formula:
        """A function of what is folded."""
        match function, arguments:
            case "+" | "-" | "*", _:
                return self._sum(summed(Apply(function, arguments)))
            case "IF", (condition, then, otherwise):
                return self._choice(condition, then, otherwise)
            case "MIN" | "MAX", (left, right):
                return self._extreme(function, left, right)
            case "=" | ">" | ">=", (left, right):
                return self._compared(function, left, right)
            case "//", (left, right):
                return self._quotient(left, right)
            case "NOT", (condition,):
                return self._each(condition, negation) if decided(condition) else _negated(condition)
            case "AND" | "OR", _:
                return self._conditions(function, arguments)
            case "LONG" | "WIDE", (inside,) if has_literal(inside) and not decided(inside):
                return self._each(inside, lambda one: one if isinstance(one, Literal) else Apply(function, (one,)))
        return Apply(function, arguments)

    def _each(self, formula: Formula, change: Callable[[Formula], Formula]) -> Formula:
        """What is done with a choice is done with both branches."""
        match formula:
            case Apply("IF", (condition, then, otherwise)):
                return self._choice(condition, self._each(then, change), self._each(otherwise, change))
        return change(formula)

    def _sum(self, found: Sum) -> Formula:
        """Choices with a literal among their branches take in how often they are counted, one also the constant."""
        chosen = [(one, many) for one, many in found.parts if has_literal(one)]
        if not chosen:
            return found.formula()
        rest = Sum(0, tuple(part for part in found.parts if part not in chosen))
        taken: dict[Formula, tuple[Sum, Sum]] = {}
        constant = Sum(found.constant)
        for formula, many in chosen:
            assert isinstance(formula, Apply)  # noqa: S101 - it is a choice
            condition, *branches = formula.arguments
            before = taken.get(condition, (constant, constant))
            constant = constant if condition in taken else Sum(0)
            then, otherwise = (one.plus(summed(side).times(many)) for one, side in zip(before, branches, strict=True))
            taken[condition] = then, otherwise
        every = [self._choice(condition, *map(self._sum, sides)) for condition, sides in taken.items()]
        for one in every:
            rest = rest.plus(summed(one))
        return rest.formula()

    def _choice(self, condition: Formula, then: Formula, otherwise: Formula) -> Formula:
        then, otherwise = given(then, condition, holds=True), given(otherwise, condition, holds=False)
        match condition, then, otherwise:
            case Apply("IF", (asked, one, other)), _, _ if decided(condition) and each_once(condition, then, otherwise):
                return self._choice(asked, self._choice(one, then, otherwise), self._choice(other, then, otherwise))
            case _, Apply("IF", (inner, one, other)), _ if other == otherwise:
                return choose(both(condition, inner), one, otherwise)
            case _, _, Apply("IF", (inner, one, other)) if one == then:
                return choose(either(condition, inner), then, other)
        return choose(condition, then, otherwise)

    def _extreme(self, function: str, left: Formula, right: Formula) -> Formula:
        """Of a number and a literal what is less, or more; what divides both is taken out."""
        taken = least if function == "MIN" else greatest
        literal, other = (left, right) if isinstance(left, Literal) else (right, left)
        if not isinstance(literal, Literal) or isinstance(other, Literal):
            return taken(left, right)
        sides, most = self.limits.of(other), literal.value
        assert isinstance(most, int)  # noqa: S101 - numbers in columns are whole
        if sides.high <= most or sides.low >= most:
            return other if (sides.high <= most) is (function == "MIN") else literal
        if has_literal(other):
            return self._each(other, lambda branch: self._extreme(function, *_ordered(left, branch, literal)))
        found = summed(other)
        divisor = found.shared(most)
        inside = _ordered(left, found.divided(divisor).formula(), number(most // divisor))
        return self._sum(Sum(0, ((taken(*inside), divisor),)))

    def _compared(self, sign: str, left: Formula, right: Formula) -> Formula:
        if isinstance(right, Literal) and decided(left):
            return self._each(left, lambda branch: compare(sign, branch, right))
        if isinstance(left, Literal) and decided(right):
            return self._each(right, lambda branch: compare(sign, left, branch))
        return compare(sign, left, right)

    def _quotient(self, left: Formula, right: Formula) -> Formula:
        match left, right:
            case Apply("IF", (one, above, Literal(0))), Apply("IF", (other, below, Literal(int() as never))) if (
                one == other and never
            ):
                return self._choice(one, self._quotient(above, below), number(0))
        return Apply("//", (left, right))

    def _conditions(self, function: str, several: tuple[Formula, ...]) -> Formula:
        """Two choices by one condition are one choice."""
        join = both if function == "AND" else either
        found = join(*several)
        match found:
            case Apply(name, (Apply("IF", (one, *first)), Apply("IF", (other, *second)))) if (name, one) == (
                function,
                other,
            ):
                pairs = zip(first, second, strict=True)
                return self._choice(one, *(self._joined(function, pair) for pair in pairs))
        return found


def _negated(condition: Formula) -> Formula:
    match condition:
        case Apply(">", (left, right)):
            return Apply(">=", (right, left))
        case Apply(">=", (left, right)):
            return Apply(">", (right, left))
        case Apply("AND" | "OR", several) if all(_is_negation(one) for one in several):
            return (either if condition.function == "AND" else both)(*map(negation, several))
    return negation(condition)


def _is_negation(condition: Formula) -> bool:
    return isinstance(condition, Apply) and condition.function == "NOT"


def _ordered(first: Formula, other: Formula, literal: Formula) -> tuple[Formula, Formula]:
    """As they stood before: of a NULL and a literal the second is taken."""
    return (literal, other) if isinstance(first, Literal) else (other, literal)
