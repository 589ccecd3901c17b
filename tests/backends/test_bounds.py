"""Bounds of trees: intervals of numbers, sets of truth values, lists of any length."""
# ruff: noqa: SIM300 - both sides are trees, written as a rule writes them

from fractions import Fraction
from math import inf
from typing import Any

import pytest

from kaohe.backends.bounds import MOST_UNSURE, UNKNOWN, Interval, Missing, MissingList, bounds
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Op

ONE, TWO, LIST = Input("one"), Input("two"), Input("list")
ANY = Missing(Interval(Fraction(0), inf))
FLAG = Missing(UNKNOWN)


def number(text: str) -> Const:
    return Const(Fraction(text))


def between(low: str, high: str) -> Missing:
    return Missing(interval(low, high))


def interval(low: str, high: str) -> Interval:
    return Interval(*(float(side) if "inf" in side else Fraction(side) for side in (low, high)))


NUMBERS = [
    (number("2.5"), {}, ("2.5", "2.5")),
    (ONE, {"one": 3}, ("3", "3")),
    (ONE, {"one": ANY}, ("0", "inf")),
    (ONE + TWO, {"one": between("1", "2"), "two": ANY}, ("1", "inf")),
    (ONE - TWO, {"one": between("1", "2"), "two": ANY}, ("-inf", "2")),
    (ONE - TWO, {"one": ANY, "two": ANY}, ("-inf", "inf")),
    (ONE * TWO, {"one": between("-1", "2"), "two": between("-3", "5")}, ("-6", "10")),
    (ONE * TWO, {"one": 0, "two": ANY}, ("0", "0")),
    (ONE * TWO, {"one": ANY, "two": ANY}, ("0", "inf")),
    (ONE * TWO, {"one": Missing(Interval(-inf, inf)), "two": 0}, ("0", "0")),
    (ONE * TWO, {"one": 0, "two": Missing(Interval(-inf, inf))}, ("0", "0")),
    (ONE * TWO, {"one": -1, "two": between("2", "3")}, ("-3", "-2")),
    (ONE * TWO, {"one": between("2", "3"), "two": -1}, ("-3", "-2")),
    (ONE / TWO, {"one": 6, "two": between("2", "3")}, ("2", "3")),
    (ONE / TWO, {"one": 6, "two": ANY}, ("0", "inf")),
    (ONE / TWO, {"one": 6, "two": between("-2", "3")}, ("2", "inf")),
    (ONE / TWO, {"one": -6, "two": ANY}, ("-inf", "0")),
    (ONE / TWO, {"one": 0, "two": ANY}, ("0", "0")),
    (ONE / TWO, {"one": ANY, "two": 4}, ("0", "inf")),
    (Call(Op.MINIMUM, (ONE, number("5"))), {"one": ANY}, ("0", "5")),
    (Call(Op.MAXIMUM, (ONE, number("5"))), {"one": ANY}, ("5", "inf")),
    (Call(Op.FLOOR, (ONE,)), {"one": between("-0.5", "2.5")}, ("-1", "2")),
    (Call(Op.FLOOR, (ONE,)), {"one": ANY}, ("0", "inf")),
    (Call(Op.MONTHS, (number("734533"), ONE, number("0"))), {"one": between("734533", "734562")}, ("0", "1")),
    (Call(Op.MONTHS, (ONE, number("734533"), number("1"))), {"one": between("734500", "inf")}, ("-inf", "2")),
    (Call(Op.ROUND, (ONE, number("1"))), {"one": between("-0.05", "0.05")}, ("-0.1", "0.1")),
    (Call(Op.ROUND, (ONE, number("1"))), {"one": Missing(Interval(-inf, inf))}, ("-inf", "inf")),
]


@pytest.mark.parametrize(("expr", "facts", "sides"), NUMBERS)
def test_number(expr: Expr, facts: dict[str, Any], sides: tuple[str, str]) -> None:
    assert bounds(expr, facts) == interval(*sides)


CONDITIONS = [
    (ONE >= number("2"), {"one": between("2", "3")}, {True}),
    (ONE >= number("2"), {"one": between("1", "2")}, {True, False}),
    (ONE >= number("2"), {"one": between("0", "1.99")}, {False}),
    (ONE > number("2"), {"one": between("2.01", "3")}, {True}),
    (ONE > number("2"), {"one": between("2", "3")}, {True, False}),
    (ONE > number("2"), {"one": between("1", "2")}, {False}),
    (Call(Op.EQUAL, (ONE, number("2"))), {"one": 2}, {True}),
    (Call(Op.EQUAL, (ONE, number("2"))), {"one": between("1", "2")}, {True, False}),
    (Call(Op.EQUAL, (ONE, number("2"))), {"one": between("2", "3")}, {True, False}),
    (Call(Op.EQUAL, (ONE, number("2"))), {"one": between("3", "4")}, {False}),
    (Call(Op.EQUAL, (ONE, number("2"))), {"one": between("0", "1")}, {False}),
    (Call(Op.EQUAL, (ONE, TWO)), {"one": between("1", "2"), "two": between("1", "2")}, {True, False}),
    (Call(Op.EQUAL, (ONE, Const("good"))), {"one": "good"}, {True}),
    (Call(Op.EQUAL, (ONE, Const("good"))), {"one": "fair"}, {False}),
    (Call(Op.EQUAL, (ONE, Const("good"))), {"one": Missing(frozenset({"good", "fair"}))}, {True, False}),
    (Call(Op.EQUAL, (ONE, Const("good"))), {"one": Missing(frozenset({"poor", "fair"}))}, {False}),
    (~ONE, {"one": True}, {False}),
    (~ONE, {"one": FLAG}, {True, False}),
    (ONE & TWO, {"one": FLAG, "two": True}, {True, False}),
    (ONE & TWO, {"one": FLAG, "two": False}, {False}),
    (ONE | TWO, {"one": FLAG, "two": True}, {True}),
    (ONE | TWO, {"one": FLAG, "two": False}, {True, False}),
    (Call(Op.APPLICABLE, (ONE,)), {"one": NOT_APPLICABLE}, {False}),
    (Call(Op.APPLICABLE, (ONE,)), {"one": 0}, {True}),
]


@pytest.mark.parametrize(("expr", "facts", "possible"), CONDITIONS)
def test_condition(expr: Expr, facts: dict[str, Any], possible: set[bool]) -> None:
    """Seen through a branch: 1 where it may hold, 0 where it may not."""
    found = bounds(If(expr, number("1"), number("0")), facts)
    assert (found.low == 0, found.high == 1) == (False in possible, True in possible)


def test_a_branch_that_cannot_be_taken_is_not_looked_at() -> None:
    exists = Call(Op.APPLICABLE, (ONE,))
    assert bounds(If(exists, ONE * number("2"), ZERO), {"one": NOT_APPLICABLE}) == interval("0", "0")


BODY = Call(Op.MINIMUM, (Input("list.*.part"), number("10")))
TOTAL = Call(Op.TOTAL, (LIST, BODY))


@pytest.mark.parametrize(
    ("members", "sides"),
    [
        ([], ("0", "0")),
        (NOT_APPLICABLE, ("0", "0")),
        ([{".part": 3}, {".part": 40}], ("13", "13")),
        ([{".part": 3}, {".part": ANY}], ("3", "13")),
        (MissingList({".part": Interval(Fraction(0), inf)}), ("0", "inf")),
        (MissingList({".part": interval("2", "3")}), ("0", "inf")),
        (MissingList({".part": interval("-1", "0")}), ("-inf", "0")),
        (MissingList({".part": interval("-0.5", "0")}), ("-inf", "0")),
        (MissingList({".part": interval("-3", "-2")}), ("-inf", "0")),
        (MissingList({".part": interval("0", "0")}), ("0", "0")),
    ],
)
def test_total(members: Any, sides: tuple[str, str]) -> None:
    assert bounds(TOTAL, {"list": members}) == interval(*sides)


@pytest.mark.parametrize(("many", "sides"), [(MOST_UNSURE, ("0", "0")), (MOST_UNSURE + 1, ("-1", "1"))])
def test_facts_that_may_not_exist_are_told_apart(many: int, sides: tuple[str, str]) -> None:
    """As long as they are few: whether the first is there is asked twice, and both ask the same."""
    assert MOST_UNSURE == 6, "twice as much work for each"
    facts = {key: Missing(interval("0", "1"), optional=key) for key in ("one", *map(str, range(many - 1)))}
    there = If(Call(Op.APPLICABLE, (ONE,)), number("1"), ZERO)
    assert bounds(there - there, facts) == interval(*sides)


@pytest.mark.parametrize(
    ("sides", "texts", "points"),
    [
        (Interval(-inf, inf), ("-∞", "∞"), (None, None)),
        (Interval(Fraction("12.5"), inf), ("12.5", "∞"), (Fraction("12.5"), None)),
        (Interval(-2, Fraction(1, 2)), ("-2", "0.5"), (Fraction(-2), Fraction(1, 2))),
    ],
)
def test_sides_for_people(sides: Interval, texts: tuple[str, str], points: tuple[Any, Any]) -> None:
    assert sides.texts() == texts
    assert sides.points() == points


def test_total_of_single_values() -> None:
    total = Call(Op.TOTAL, (LIST, Input("list.*") * number("2")))
    assert bounds(total, {"list": [{"": 1}, {"": ANY}]}) == interval("2", "inf")


def test_a_condition_has_no_bounds() -> None:
    with pytest.raises(AssertionError):
        bounds(ONE >= TWO, {"one": 1, "two": 2})


@pytest.mark.parametrize(
    ("then", "possible"), [(ONE > ZERO, UNKNOWN), (ONE < ZERO, {False})], ids=["either", "the same on both sides"]
)
def test_a_branch_may_be_a_condition(then: Expr, possible: set[bool]) -> None:
    """So it is asked whether a division can be computed that stands behind a question."""
    asked = If(Input("flag"), then, Call(Op.NOT, (Const(True),)))
    found = bounds(If(asked, number("1"), ZERO), {"flag": FLAG, "one": 3})
    assert found == Interval(0, int(True in possible))


def test_what_does_not_exist_is_no_number() -> None:
    with pytest.raises(TypeError):
        bounds(ONE, {"one": NOT_APPLICABLE})


def test_what_settles_a_condition_is_not_followed() -> None:
    """The other side may read what does not exist."""
    there = Call(Op.APPLICABLE, (ONE,))
    both, either = there & (ONE > ZERO), ~there | (ONE > ZERO)
    facts = {"one": NOT_APPLICABLE}
    assert bounds(If(both, number("1"), ZERO), facts) == interval("0", "0")
    assert bounds(If(either, number("1"), ZERO), facts) == interval("1", "1")


def test_a_divisor_that_is_not_above_zero_decides_nothing() -> None:
    assert bounds(ONE / TWO, {"one": 5, "two": 0}) == interval("-inf", "inf")


def test_a_bare_node_has_no_meaning() -> None:
    with pytest.raises(TypeError):
        bounds(Expr(), {})


def test_the_greatest_of_none_is_nothing_that_is_known() -> None:
    assert bounds(Call(Op.HIGHEST, (Input("list"), Input("list.*"))), {"list": []}) == Interval(-inf, inf)
