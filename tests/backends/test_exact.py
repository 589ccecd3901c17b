"""The generated code: exact, on whole numbers as long as the facts are, and the same at every scale."""
# ruff: noqa: SIM300 - both sides are trees, written as a rule writes them

from fractions import Fraction
from typing import Any

import pytest

from kaohe.backends.exact import Members, compile_trees, round_half_up, scale_of
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Notation, Op, points

PART, WHOLE, LIST = Input("part"), Input("whole"), Input("list")
SLOTS = {
    "part": "v[0]",
    "whole": "v[1]",
    "list": "v[2]",
    "list.*": "m[1]",
    "list.*.part": "m[1]",
    "list.*.whole": "m[2]",
}
RATE = PART / WHOLE


def number(text: str) -> Const:
    return Const(Fraction(text))


def run(expr: Expr, *row: Any, scale: int = 1) -> Any:
    return compile_trees([expr], SLOTS, scale)(row)[0]


TREES = [
    (PART + number("0.5"), (2,), "2.5"),
    (PART - number("2.5"), (2,), "-0.5"),
    (PART * number("2.5"), (3,), "7.5"),
    (PART / number("0.5"), (3,), "6"),
    (PART / number("3"), (1,), "1/3"),
    (number("1") / PART, (3,), "1/3"),
    (number("1") / number("1"), (), "1"),
    (RATE, (1, 3), "1/3"),
    (RATE * number("0.1"), (1, 3), "1/30"),
    (RATE * RATE, (2, 3), "4/9"),
    (RATE / RATE, (2, 3), "1"),
    (RATE + PART, (1, 3), "4/3"),
    (number("1") - RATE, (2, 3), "1/3"),
    (Call(Op.MINIMUM, (PART, number("1.5"))), (2,), "1.5"),
    (Call(Op.MINIMUM, (RATE, number("1.5"))), (2, 4), "0.5"),
    (Call(Op.MINIMUM, (PART, number("-3"))), (-4,), "-4"),
    (Call(Op.MINIMUM, (PART, WHOLE)), (2, 1), "1"),
    (Call(Op.MINIMUM, (number("1.5"), number("0.25"))), (), "0.25"),
    (Call(Op.MAXIMUM, (number("1.5"), number("0.25"))), (), "1.5"),
    (Call(Op.MAXIMUM, (PART, WHOLE)), (2, 1), "2"),
    (Call(Op.MAXIMUM, (PART, number("1.5"))), (2,), "2"),
    (Call(Op.MAXIMUM, (PART - WHOLE, ZERO)), (2, 3), "0"),
    (Call(Op.FLOOR, (RATE,)), (7, 2), "3"),
    (Call(Op.FLOOR, (PART - WHOLE,)), (1, 3), "-2"),
    (Call(Op.FLOOR, ((PART - WHOLE) / number("2"),)), (0, 3), "-2"),
    (Call(Op.FLOOR, (PART / number("0.1"),)), (Fraction("0.3"),), "3"),
    (Call(Op.MONTHS, (PART, number("734562"), number("0"))), (734533,), "1"),
    (Call(Op.MONTHS, (PART, number("734562"), number("0"))), (Fraction(1469067, 2),), "1"),
    (Call(Op.MONTHS, (PART, WHOLE, number("1"))), (734533, 734563), "2"),
    (Call(Op.ROUND, (RATE, number("2"))), (2, 3), "0.67"),
    (Call(Op.ROUND, (PART, number("0"))), (Fraction("2.5"),), "3"),
    (If(PART >= WHOLE, number("1.5"), number("1")), (1, 1), "1.5"),
    (If(PART > WHOLE, number("1.5"), number("1")), (1, 1), "1"),
    (If(Const(True), RATE, PART), (1, 4), "0.25"),
    (number("-2.5") * PART, (2,), "-5"),
    (points(Fraction(5)) - number("-2.5"), (), "7.5"),
    (Call(Op.MINIMUM, (number("5") / PART, points(Fraction(5)))), (3,), "5/3"),
    (Call(Op.MINIMUM, (points(Fraction(5)), number("20") / PART)), (2,), "5"),
    (Call(Op.MAXIMUM, (number("1"), number("2") / PART)), (1,), "2"),
    (Call(Op.MAXIMUM, (number("1") / PART, number("2") / PART)), (4,), "0.5"),
    (Call(Op.MINIMUM, (number("1.25") / Call(Op.FLOOR, (PART,)), number("0.5"))), (2,), "0.5"),
    (PART / (number("5") / WHOLE), (2, 3), "1.2"),
]


@pytest.mark.parametrize(("expr", "row", "value"), TREES)
@pytest.mark.parametrize("scale", [1, 3, 10])
def test_value(expr: Expr, row: tuple[Any, ...], value: str, scale: int) -> None:
    assert Fraction(run(expr, *row, scale=scale), scale) == Fraction(value)


CONDITIONS = [
    (RATE >= number("0.02"), (102 - 100, 100), True),
    (RATE > number("0.02"), (102 - 100, 100), False),
    (RATE <= number("0.02"), (2, 100), True),
    (RATE < number("0.02"), (2, 100), False),
    (number("0.02") < RATE, (2, 99), True),
    (RATE >= PART / WHOLE, (1, 3), True),
    (PART >= number("0.3"), (Fraction("0.1") + Fraction("0.2"),), True),
    (Call(Op.EQUAL, (PART, WHOLE)), (3, 3), True),
    (Call(Op.EQUAL, (PART, Const("good"))), ("good",), True),
    (Call(Op.EQUAL, (PART, Const("good"))), ("fair",), False),
    (~PART, (True,), False),
    (PART & WHOLE, (True, False), False),
    (PART & WHOLE, (True, True), True),
    (PART | WHOLE, (False, True), True),
    (PART | WHOLE, (False, False), False),
    (Const(False) | ~PART, (False,), True),
    (Call(Op.APPLICABLE, (PART,)), (NOT_APPLICABLE,), False),
    (Call(Op.APPLICABLE, (PART,)), (0,), True),
]


@pytest.mark.parametrize(("expr", "row", "holds"), CONDITIONS)
def test_condition(expr: Expr, row: tuple[Any, ...], holds: bool) -> None:  # noqa: FBT001
    assert run(expr, *row) is holds


@pytest.mark.parametrize("facts", [(), (WHOLE,), (WHOLE, PART, WHOLE), (LIST, PART)])
def test_facts_alone_are_fetched_as_they_stand(facts: tuple[Input, ...]) -> None:
    row = {"part": Fraction(1, 3), "whole": None, "list": (("甲", 1),)}
    assert compile_trees(facts, SLOTS)(list(row.values())) == tuple(row[one.key] for one in facts)


def test_whole_facts_stay_whole_numbers() -> None:
    """Growth of exactly 2% is found by multiplying out; no Fraction and no float is ever made."""
    growth = (WHOLE - PART) / PART
    assert run(If(growth >= number("0.02"), points(Fraction("2.5")), ZERO), 100, 102, scale=10) == 25
    assert type(run(If(growth >= number("0.02"), points(Fraction("2.5")), ZERO), 100, 102, scale=10)) is int
    assert type(run(PART * points(Fraction("2.5")), 3, scale=10)) is int


def test_the_branch_not_taken_is_never_computed() -> None:
    exists = Call(Op.APPLICABLE, (PART,))
    assert run(If(exists, PART * number("2"), ZERO), NOT_APPLICABLE) == 0


def test_a_divisor_that_is_always_zero() -> None:
    """It stands for one, as any divisor does that facts make zero: what comes of it is asked for by nobody."""
    assert run(PART / (number("0") / WHOLE), 6, 3) == 6 * 3
    assert run(PART / (number("0") * WHOLE), 6, 3) == 6


def test_total_of_a_list() -> None:
    rates = Call(Op.TOTAL, (LIST, Input("list.*.part") / Input("list.*.whole")))
    assert run(rates, 0, 0, (("甲", 1, 2), ("乙", 1, 3))) == Fraction(5, 6)
    assert run(rates, 0, 0, ()) == 0
    assert run(rates, 0, 0, NOT_APPLICABLE) == 0


def test_members_of_a_list_by_place_without_zeros() -> None:
    body = Input("list.*") * points(Fraction("2.5"))
    assert compile_trees([Members("list", body)], SLOTS, 10)((0, 0, (("甲", 1), ("乙", 0)))) == ([(0, 25, "甲")],)


def test_no_outputs() -> None:
    assert compile_trees([], SLOTS)(()) == ()


def test_several_outputs() -> None:
    assert compile_trees([PART, ~WHOLE], SLOTS)((1, False)) == (1, True)


def test_a_bare_node_has_no_meaning() -> None:
    with pytest.raises(TypeError):
        compile_trees([Expr()], SLOTS)


def test_scale_clears_all_denominators() -> None:
    assert scale_of([points(Fraction("2.5")), PART * number("0.25"), Const(True)]) == 4
    assert scale_of([]) == 1


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("0.005", 2, "0.01"),
        ("0.0049", 2, "0"),
        ("-0.005", 2, "-0.01"),
        ("-0.0049", 2, "0"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("1/3", 2, "0.33"),
        ("2/3", 2, "0.67"),
        ("7", 2, "7"),
    ],
)
def test_rounding_a_half_goes_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert round_half_up(Fraction(value), places) == Fraction(rounded)


def test_rounded_whole_numbers_are_int() -> None:
    assert type(round_half_up(Fraction("6.999"), 2)) is int


def test_units_change_nothing() -> None:
    assert run(Const(Fraction(1), Notation.PERCENT) + PART, 1) == 2
