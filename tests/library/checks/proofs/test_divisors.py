"""Divisors: what is never above zero is proved, and nothing else is."""

from fractions import Fraction
from math import inf

import pytest

from kaohe.backends.bounds import Interval, Missing
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from kaohe.library.checks.proofs.divisors import by_zero, never_above_zero

A, B, LOW, YES = Input("a"), Input("b"), Input("low"), Input("yes")
TWO, NONE = Const(Fraction(2)), Const(Fraction(0))
FACTS = {
    "a": Missing(Interval(0, inf)),
    "b": Missing(Interval(-inf, inf)),
    "low": Missing(Interval(-inf, 0)),
    "yes": Missing(frozenset({True, False})),
}
NEVER = {
    "nothing": NONE,
    "itself off": B - B,
    "in another order": (A + B) - (B + A),
    "twice": B * TWO - (B + B),
    "nothing times a fact": NONE * B,
    "what cancels out times a fact": B * (A - A),
    "less than itself": (B - TWO) - B,
    "less than itself by a fact": B - (B + A),
    "a range that ends at zero": LOW,
    "the greater of two": Call(Op.MAXIMUM, (B - B, LOW)),
    "the lesser of two": Call(Op.MINIMUM, (B - B, A)),
    "one or the other": If(YES, A - A, NONE),
}
MAY_BE = {
    "a number": TWO,
    "two facts": A - B,
    "more of it": B * TWO - B,
    "the greater of two": Call(Op.MAXIMUM, (B - B, A)),
    "one or the other": If(YES, A - A, B),
    "product": A * B,
    "share": (A / TWO) - B,
}


@pytest.mark.parametrize("divisor", NEVER.values(), ids=NEVER)
def test_never(divisor: Expr) -> None:
    assert never_above_zero(divisor, FACTS)
    assert by_zero(If(YES, A, TWO + A / divisor), FACTS)
    assert not by_zero(Call(Op.DIVIDE, (A, divisor), "its own name"), FACTS)


@pytest.mark.parametrize("divisor", MAY_BE.values(), ids=MAY_BE)
def test_may_be(divisor: Expr) -> None:
    assert not never_above_zero(divisor, FACTS)
    assert not by_zero(TWO - A / divisor, FACTS)
