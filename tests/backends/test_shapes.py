"""What trees look like once they are written."""

from fractions import Fraction

import pytest

from kaohe.backends.shapes import (
    alternatives,
    asks_existence,
    is_product,
    is_sum,
    is_tally,
    lowest_of,
    rounded_up,
    signed_terms,
)
from kaohe.expr.tree import COMPUTABLE, ZERO, Call, Const, Expr, If, Input, Op

A, B, C = Input("a"), Input("b"), Input("c")
LIST, MEMBER = Input("list"), Input("list.*")
ONE, TWO = Const(Fraction(1)), Const(Fraction(2))
THERE = Call(Op.APPLICABLE, (A,))
COMPUTED = Call(Op.ABOVE, (A, B), COMPUTABLE)
LABELLED_SUM, LABELLED_PRODUCT = Call(Op.ADD, (A, B), "k"), Call(Op.MULTIPLY, (A, B), "k")


def up(steps: Expr, zeros: tuple[Const, Const] = (ZERO, ZERO)) -> Expr:
    return zeros[0] - Call(Op.FLOOR, (zeros[1] - steps,))


def lowest(body: Expr, zeros: tuple[Const, Const] = (ZERO, ZERO)) -> Expr:
    return zeros[0] - Call(Op.HIGHEST, (LIST, zeros[1] - body))


def greater(left: Expr, right: Expr, label: str = "") -> Call:
    return Call(Op.MAXIMUM, (left, right), label)


@pytest.mark.parametrize(
    ("condition", "asks"),
    [
        (THERE, True),
        (COMPUTED, True),
        (A > B, False),
        (A, False),
        (THERE & (A > B), True),
        ((A > B) & THERE, True),
        ((A > B) & (B > A), False),
        (THERE | COMPUTED, True),
        (THERE | (A > B), False),
        ((A > B) | THERE, False),
        (~THERE, False),
    ],
)
def test_what_is_asked_about_existence(condition: Expr, *, asks: bool) -> None:
    assert asks_existence(condition) is asks


@pytest.mark.parametrize(
    ("expr", "product", "total"),
    [
        (A * B, True, False),
        (A / B, True, False),
        (A + B, False, True),
        (A - B, False, True),
        (LABELLED_SUM, False, False),
        (LABELLED_PRODUCT, False, False),
        (greater(A * B, A), True, False),
        (greater(A, greater(B, A / B)), True, False),
        (greater(A * B, A, "k"), False, False),
        (up(A), False, False),
        (lowest(MEMBER), False, False),
        (A > B, False, False),
        (A, False, False),
    ],
)
def test_products_and_sums(expr: Expr, *, product: bool, total: bool) -> None:
    assert is_product(expr) is product
    assert is_sum(expr) is total


OTHER_ZEROS = [(ONE, ZERO), (Const(Fraction(-1)), ZERO), (ZERO, ONE), (ZERO, Const(Fraction(-1)))]


def test_what_is_rounded_up() -> None:
    assert rounded_up(up(A / B)) == A / B
    assert rounded_up(Call(Op.FLOOR, (A,))) is None
    assert [rounded_up(up(A, zeros)) for zeros in OTHER_ZEROS] == [None] * 4


def test_the_least_of_a_list() -> None:
    assert lowest_of(lowest(MEMBER)) == (LIST, MEMBER)
    assert lowest_of(Call(Op.HIGHEST, (LIST, MEMBER))) is None
    assert [lowest_of(lowest(MEMBER, zeros)) for zeros in OTHER_ZEROS] == [None] * 4


def counts(condition: Expr, then: Const = ONE, otherwise: Const = ZERO) -> If:
    return If(condition, then, otherwise)


@pytest.mark.parametrize(
    ("expr", "tally"),
    [
        (counts(A) + counts(B), True),
        (counts(A) + counts(B) + counts(C), True),
        (counts(A), False),
        (counts(A) + B, False),
        (A + B, False),
        (counts(A) + counts(B, TWO), False),
        (counts(A) + counts(B, ZERO), False),
        (counts(A) + counts(B, ONE, ONE), False),
        (counts(A) + counts(B, ONE, Const(Fraction(-1))), False),
    ],
)
def test_how_many_conditions_hold(expr: Expr, *, tally: bool) -> None:
    assert is_tally(expr) is tally


def test_what_may_be_written_of_the_greater_of_several() -> None:
    assert [*alternatives(greater(A, greater(B, C)))] == [A, B, C]
    assert [*alternatives(greater(A, B, "k"))] == [greater(A, B, "k")]
    assert [*alternatives(A + B)] == [A + B]


@pytest.mark.parametrize(
    ("expr", "signs"),
    [
        (A + B, "+a +b"),
        (A - B, "+a -b"),
        (A - (B + C), "+a -b -c"),
        (A - (B - C), "+a -b +c"),
        (A - (B - (C - A)), "+a -b +c -a"),
        (A, "+a"),
    ],
)
def test_terms_with_their_signs(expr: Expr, signs: str) -> None:
    assert " ".join(f"{sign}{one.key}" for sign, one in signed_terms(expr) if isinstance(one, Input)) == signs


@pytest.mark.parametrize("whole", [LABELLED_SUM, lowest(MEMBER), A * B])
def test_what_is_no_row_of_terms(whole: Expr) -> None:
    assert signed_terms(whole) == [("+", whole)]
