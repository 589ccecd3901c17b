"""Trees: how they are built, compared and searched; never truth values while being built."""
# ruff: noqa: SIM300 - both sides are trees, written as a rule writes them

from collections.abc import Callable
from fractions import Fraction

import pytest

from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Notation, Op, chain, points, total

ONE, TWO = Input("one"), Input("two")


@pytest.mark.parametrize(
    "expr", [ONE, Const(True), ONE >= TWO, If(ONE, TWO, ZERO)], ids=["input", "const", "call", "if"]
)
def test_a_tree_has_no_truth_value(expr: Expr) -> None:
    with pytest.raises(TypeError, match="use If"):
        bool(expr)


def test_a_stray_if_fails_at_once() -> None:
    with pytest.raises(TypeError):
        _ = ONE if ONE > TWO else ZERO
    with pytest.raises(TypeError):
        _ = ONE > TWO and ZERO > ONE


@pytest.mark.parametrize(
    ("build", "op", "args"),
    [
        (lambda: ONE + TWO, Op.ADD, (ONE, TWO)),
        (lambda: ONE - TWO, Op.SUBTRACT, (ONE, TWO)),
        (lambda: ONE * TWO, Op.MULTIPLY, (ONE, TWO)),
        (lambda: ONE / TWO, Op.DIVIDE, (ONE, TWO)),
        (lambda: ONE >= TWO, Op.AT_LEAST, (ONE, TWO)),
        (lambda: ONE > TWO, Op.ABOVE, (ONE, TWO)),
        (lambda: ONE <= TWO, Op.AT_LEAST, (TWO, ONE)),
        (lambda: ONE < TWO, Op.ABOVE, (TWO, ONE)),
        (lambda: ONE & TWO, Op.AND, (ONE, TWO)),
        (lambda: ONE | TWO, Op.OR, (ONE, TWO)),
        (lambda: ~ONE, Op.NOT, (ONE,)),
    ],
)
def test_operators_build_calls(build: Callable[[], Call], op: Op, args: tuple[Expr, ...]) -> None:
    assert build() == Call(op, args)


def test_trees_are_equal_by_what_they_compute() -> None:
    assert ONE + TWO == Call(Op.ADD, (ONE, TWO), label="sum", unit=Notation.PERCENT)
    assert Const(Fraction(1), Notation.PERCENT) == Const(Fraction(1))
    assert Const(Fraction(1)) != Const(Fraction(2))
    assert len({ONE + TWO, ONE + TWO, TWO + ONE}) == 2


def test_points_are_written_as_points() -> None:
    assert points(Fraction(2)).unit is Notation.POINTS
    assert ZERO.value == 0


def test_total_and_chain() -> None:
    assert total([]) == ZERO
    assert total([ONE]) == ONE
    assert total([ONE, TWO, ZERO]) == (ONE + TWO) + ZERO
    assert chain(Op.AND, [], Const(True)) == Const(True)
    assert chain(Op.OR, [ONE, TWO], Const(False)) == ONE | TWO


def test_every_operator_has_its_own_name() -> None:
    assert len({op.value for op in Op}) == len(Op) <= 18
