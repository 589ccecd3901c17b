"""What is asked of numbers that rounding may hide from each other."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from kaohe.backends.traced.known import Known
from kaohe.backends.traced.paths import Path
from kaohe.backends.traced.rounding import hidden
from kaohe.backends.traced.unknowns import Unknown, tree_of
from kaohe.expr.tree import Call, Const, Expr, Input, Op

X, CENTS, TENTHS, MILLIONTHS = map(Input, ("x", "cents", "tenths", "millionths"))
DECIMALS = {"cents": 2, "tenths": 1, "millionths": 6}


def near(number: Expr, places: int) -> Expr:
    return Call(Op.ROUND, (number, Const(Fraction(places))))


def same(number: Expr, other: Expr) -> Expr:
    return Call(Op.EQUAL, (number, other))


@pytest.mark.parametrize(
    ("others", "places", "asked", "found"),
    [
        ([CENTS], 2, [same(near(X, 2), CENTS)], [CENTS]),
        ([CENTS], 3, [same(near(X, 3), CENTS)], [CENTS]),
        ([CENTS, TENTHS], 2, [same(near(X, 2), CENTS), same(near(X, 2), TENTHS)], [near(X, 2)]),
        ([CENTS, TENTHS], 3, [same(near(X, 3), near(X, 2))], [near(X, 2)]),
        ([MILLIONTHS], 6, [same(near(X, 6), MILLIONTHS) & ~same(X, MILLIONTHS)], [MILLIONTHS]),
    ],
)
def test_what_is_asked(others: list[Expr], places: int, asked: list[Expr], found: list[Expr]) -> None:
    told: list[Expr] = []

    def any_holds(conditions: Sequence[Expr]) -> bool:
        told.extend(conditions)
        return True

    path = Path(Known({}, DECIMALS, "zh"), (), frozenset(), inner=False)
    apart: list[Any] = [Unknown(path, one) for one in others]
    close = hidden(Unknown(path, X), apart, places, any_holds)
    assert (told, [tree_of(one) for one in close]) == (asked, found)
