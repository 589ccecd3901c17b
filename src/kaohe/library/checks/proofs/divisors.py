"""Divisors that are not above zero whatever is reported: `0 * b`, `b - b`, a fact whose range ends at zero."""

from collections.abc import Mapping
from fractions import Fraction

from kaohe.backends.bounds import Facts, Side, widest
from kaohe.expr.tree import Call, Const, Expr, If, Op
from kaohe.formulas.terms import ONE

Terms = Mapping[Expr, Fraction]
"""How many times each tree is added; what cancels out is not there. `ONE` has the plain number."""


def by_zero(tree: Expr, facts: Facts) -> bool:
    """Whether a tree divides by what is never above zero; what has a name of its own is asked by itself."""
    match tree:
        case Call(label=label) | If(label=label) if label:
            return False
        case Call(Op.DIVIDE, (_, divisor)) if never_above_zero(divisor, facts):
            return True
        case Call(_, args):
            return any(by_zero(one, facts) for one in args)
        case If(condition, then, otherwise):
            return any(by_zero(one, facts) for one in (condition, then, otherwise))
    return False


def never_above_zero(divisor: Expr, facts: Facts) -> bool:
    """Whether there is nothing that could be divided by it."""
    return _highest(divisor, facts) <= 0


def _highest(tree: Expr, facts: Facts) -> Side:
    """No number that the tree can come to is above this; one and the same fact is the same wherever it stands."""
    plain = widest(tree, facts).high
    match tree:
        case Call(Op.MAXIMUM | Op.MINIMUM as op, (left, right)):
            taken = max if op is Op.MAXIMUM else min
            return min(plain, taken(_highest(left, facts), _highest(right, facts)))
        case If(_, then, otherwise):
            return min(plain, max(_highest(then, facts), _highest(otherwise, facts)))
    together: Side = 0
    for one, times in added_terms(tree).items():
        span = widest(one, facts)
        together += max(times * span.low, times * span.high)
    return min(plain, together)


def added_terms(tree: Expr) -> Terms:
    """What is added to make the tree, each with how many times it is."""
    match tree:
        case Const(Fraction() as value):
            return {ONE: value} if value else {}
        case Call(Op.ADD, (left, right)):
            return _added(added_terms(left), added_terms(right), Fraction(1))
        case Call(Op.SUBTRACT, (left, right)):
            return _added(added_terms(left), added_terms(right), Fraction(-1))
        case Call(Op.MULTIPLY, (left, right)):
            for one, other in ((added_terms(left), added_terms(right)), (added_terms(right), added_terms(left))):
                if one.keys() <= {ONE}:
                    return _added({}, other, one.get(ONE, Fraction(0)))
    return {tree: Fraction(1)}


def _added(one: Terms, other: Terms, times: Fraction) -> Terms:
    found = {tree: one.get(tree, Fraction(0)) + times * other.get(tree, Fraction(0)) for tree in (*one, *other)}
    return {tree: count for tree, count in found.items() if count}
