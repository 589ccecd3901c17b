"""The text of trees: what is computed once is kept under a name, and what is only fetched is not computed at all."""

from fractions import Fraction

from kaohe.backends.exact_code import Writer
from kaohe.expr.tree import ZERO, Call, Expr, If, Input, Op, points

DUE, LOST = Input("due"), Input("lost")
FIVE = points(Fraction(5))


def writer() -> Writer:
    """Facts in tenths of points."""
    return Writer({"due": "v[0]"}, unit=10)


def least(one: Expr, other: Expr) -> Expr:
    return Call(Op.MINIMUM, (one, other))


def test_a_kept_number_is_in_the_unit_of_facts() -> None:
    code = writer()
    assert code.keep("lost", least(DUE, FIVE)) == ["s1 = (v[0] if v[0] < 50 else 50)"]
    assert code.scaled(DUE - LOST, 10) == "(v[0]-s1)"
    assert code.scaled(DUE - LOST, 100) == "(v[0]-s1)*10"


def test_a_kept_condition_is_a_truth_value() -> None:
    code = writer()
    assert code.keep("lost", DUE > FIVE) == ["s1 = (v[0] > 50)"]
    assert code.scaled(If(LOST, FIVE, ZERO), 10) == "(50 if s1 else 0)"


def test_what_is_only_fetched_takes_no_line() -> None:
    code = writer()
    assert code.keep("lost", DUE) == []
    assert code.scaled(LOST, 10) == "v[0]"
    assert code.keep("none", ZERO) == []
    assert code.scaled(Input("none") + DUE, 10) == "(0+v[0])"


def test_the_lesser_of_what_must_be_computed_asks_once() -> None:
    assert writer().scaled(least(DUE + DUE, FIVE), 10) == "min((v[0]+v[0]), 50)"
    assert writer().scaled(least(FIVE, points(Fraction(1, 2))), 10) == "5"


def test_the_two_numbers_of_a_fact_that_may_be_divided_are_fetched_once() -> None:
    code = Writer({"due": "v[0]", "lost": "v[1]"}, divided=frozenset({"due"}))
    assert code.scaled(DUE + LOST, 1) == "Fraction((n0+v[1]*d0), d0 or 1)"
    assert code.scaled(DUE / LOST, 1) == "Fraction(n0, d0*v[1] or 1)"
    assert list(code.prelude.values()) == ["n0, d0 = v[0].numerator, v[0].denominator"]


def test_a_factor_of_one_is_not_written() -> None:
    code = Writer({"due": "v[0]", "lost": "v[1]"})
    assert code.scaled(DUE / LOST, 1) == "Fraction(v[0], v[1] or 1)"
    assert code.scaled(FIVE / DUE, 1) == "Fraction(5, v[0] or 1)"
