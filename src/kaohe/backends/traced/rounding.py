"""Of which numbers rounding hides on which side of them another number is: asked along a path."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from kaohe.backends.spoken_numbers import MOST_PLACES, PLACES
from kaohe.backends.traced.unknowns import Unknown, tree_of
from kaohe.expr.tree import Call, Const, Expr, Op

AnyHolds = Callable[[Sequence[Expr]], bool]


def hidden(value: Unknown, apart: Sequence[Any], places: int, any_holds: AnyHolds) -> Sequence[Any]:
    """Those of `apart`, for a number that has more than two decimals; asked for one number of places after another.

    Where none of the others has more than two decimals, the only one that may be hidden is the number rounded to two.
    """
    others, path = [tree_of(one) for one in apart], value.path
    if all((found := path.places(one)) is not None and found <= PLACES for one in others):
        near = _rounded(value.tree, PLACES)
        beside = others if places == PLACES or len(others) == 1 else [near]
        same = [Call(Op.EQUAL, (_rounded(value.tree, places), one)) for one in beside]
        if not others or not any_holds(same):
            return ()
        return apart if len(others) == 1 else [Unknown(path, near)]
    ways = [_hidden(value.tree, one, places, path.places(one)) for one in others]
    if places < MOST_PLACES:
        return apart if any_holds(ways) else ()
    return [one for one, way in zip(apart, ways, strict=True) if any_holds([way])]


def _hidden(number: Expr, other: Expr, places: int, decimals: int | None) -> Expr:
    """Whether another number is hidden that has at most so many `decimals`."""
    close = _rounded(number, places)
    if decimals is not None and decimals <= places:  # one of two sides is never left for the other one
        return Call(Op.EQUAL, (close, other)) & ~Call(Op.EQUAL, (number, other))
    beside = _rounded(other, places)
    over, under = ~((close > other) & (close > beside)), ~((close < other) & (close < beside))
    return ((number > other) & over) | ((number < other) & under)


def _rounded(number: Expr, places: int) -> Expr:
    return Call(Op.ROUND, (number, Const(Fraction(places))))
