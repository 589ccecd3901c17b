"""Formulas fold where what they give is known while they are written."""

import pytest

from kaohe.backends.cells.formulas import (
    FALSE,
    TRUE,
    Formula,
    Literal,
    Reference,
    both,
    choose,
    compare,
    either,
    greatest,
    least,
    minus,
    negation,
    number,
    plus,
    referred,
    times,
    weight,
)

A, B, C = Reference("a"), Reference("b"), Reference("c")
ONE, TWO = number(1), number(2)


@pytest.mark.parametrize(
    ("formula", "folded"),
    [
        (plus(ONE, TWO), number(3)),
        (plus(number(0), A), A),
        (plus(A, number(0)), A),
        (minus(ONE, TWO), number(-1)),
        (minus(A, number(0)), A),
        (times(TWO, TWO), number(4)),
        (times(A, number(0)), number(0)),
        (times(number(0), A), number(0)),
        (times(ONE, A), A),
        (times(A, ONE), A),
        (least(ONE, TWO), ONE),
        (greatest(ONE, TWO), TWO),
        (greatest(A, A), A),
        (choose(TRUE, A, B), A),
        (choose(FALSE, A, B), B),
        (choose(C, A, A), A),
        (both(), TRUE),
        (both(A, TRUE), A),
        (both(A, FALSE, B), FALSE),
        (either(A, A), A),
        (either(A, TRUE), TRUE),
        (negation(negation(A)), A),
        (negation(TRUE), FALSE),
        (compare(">", TWO, ONE), TRUE),
        (compare(">=", ONE, TWO), FALSE),
        (compare("=", TWO, TWO), TRUE),
    ],
)
def test_folds(formula: Formula, folded: Formula) -> None:
    assert formula == folded


def test_what_a_formula_is_made_of() -> None:
    formula = choose(both(A, B), plus(A, ONE), Literal("x"))
    assert (weight(formula), referred(formula)) == (5, frozenset("ab"))
