"""Numbers in columns: on every row what the bounds say of the same tree, sides without end too, and nothing wraps."""
# ruff: noqa: SIM300 - both sides are trees, written as a rule writes them

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product

import polars as pl
import pytest

from kaohe.backends.cells.formulas import TRUE, Reference
from kaohe.backends.cells.magnitudes import Limits, between
from kaohe.backends.cells.pairs import ZERO, Pair, whole
from kaohe.backends.cells.spans import known
from kaohe.backends.columns.column_numbers import ColumnNumbers
from kaohe.backends.columns.column_widths import TooLarge
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from support.column_spans import Facts, computed, differing, numbers_of

A, B = Input("a"), Input("b")


def both(op: Op, left: Expr, right: Expr) -> Call:
    return Call(op, (left, right))


def const(value: str) -> Const:
    return Const(Fraction(value))


def rounded(tree: Expr, places: int) -> Call:
    return Call(Op.ROUND, (tree, Const(Fraction(places))))


JOINS = (Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.MINIMUM, Op.MAXIMUM)
ASKED = (Op.AT_LEAST, Op.ABOVE, Op.EQUAL)
CONSTANTS = [const(one) for one in ("0", "5", "-2", "1/3", "-3/4")]
OF_BOTH = [both(op, A, B) for op in (*JOINS, *ASKED)]
WHOLE = [
    *(both(op, A, one) for op in (*JOINS, *ASKED) for one in CONSTANTS),
    *(both(op, one, B) for op in JOINS for one in CONSTANTS),
    *(both(op, A * B, A - B) for op in JOINS),
    *(rounded(one, places) for one in (A, B) for places in (0, 1, 2)),
    *(rounded(Call(Op.FLOOR, (tree,)), 0) for tree in (A, A + B)),
    If(A > B, A, B),
    If(A >= const("1"), const("2"), B),
]
OF_QUOTIENTS = [A / B, both(Op.MINIMUM, A / B, B)]
QUOTIENTS = [
    *(A / one for one in (const("5"), const("3/4"))),
    *(one / B for one in CONSTANTS),
    *(both(op, A / B, B) for op in (Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.MAXIMUM, Op.DIVIDE, *ASKED)),
    *(both(op, A, A / B) for op in (*JOINS, *ASKED)),
    *(both(op, A / B, B / A) for op in (*JOINS, Op.DIVIDE, *ASKED)),
    *(both(op, A / B, one) for op in JOINS for one in CONSTANTS[:3]),
    *(rounded(A / B, places) for places in (0, 1, 2)),
    rounded(Call(Op.FLOOR, (A / B,)), 0),
    (A * B) / (A + B),
    If(A > B, A / B, B),
    If(A > B, B, A / B),
]


FEW = (-2, 0, 3)
ABOVE_ZERO = (1, 2, 3)
WAYS = ("", "ab")
"""Both may be missing, or none; where one of two may be, what is made of both alone tells all."""


@pytest.mark.parametrize(("settled", "tree"), [*product(("", "a", "b", "ab"), OF_BOTH), *product(WAYS, WHOLE)])
def test_columns_are_what_the_bounds_say(settled: str, tree: Expr) -> None:
    assert [*differing(tree, Facts(32, FEW, FEW, settled))] == []


@pytest.mark.parametrize(("settled", "tree"), [*product(("", "a", "b", "ab"), OF_QUOTIENTS), *product(WAYS, QUOTIENTS)])
def test_quotients_are_what_the_bounds_say(settled: str, tree: Expr) -> None:
    """A divisor that is there is above zero: what is not was refused before."""
    assert [*differing(tree, Facts(32, FEW, ABOVE_ZERO, settled))] == []


MONTHS = Call(Op.MONTHS, (A, B, Const(Fraction(0))))
DATES = tuple(6 * date.fromisoformat(one).toordinal() for one in ("2011-01-31", "2011-02-28", "2012-03-01"))


@pytest.mark.parametrize("settled", ["", "a", "b", "ab"])
@pytest.mark.parametrize(
    "tree",
    [
        MONTHS,
        Call(Op.MONTHS, (B, A, Const(Fraction(1)))),
        both(Op.MINIMUM, MONTHS, const("5")),
        both(Op.MAXIMUM, MONTHS, const("5")),
        both(Op.SUBTRACT, const("12"), MONTHS),
    ],
)
def test_months_are_what_the_bounds_say(tree: Expr, settled: str) -> None:
    assert [*differing(tree, Facts(32, DATES, DATES, settled))] == []


@pytest.mark.parametrize("settled", ["", "a"])
@pytest.mark.parametrize("divisor", ["0", "-2"])
def test_a_divisor_that_is_never_above_zero_decides_nothing(divisor: str, settled: str) -> None:
    assert [*differing(A / const(divisor), Facts(32, FEW, FEW, settled))] == []


MOST = {32: 2 * 10**9 - 1, 64: 9 * 10**18 - 1}
"""The largest numbers of 31 and of 63 bits that are taken."""
LARGE = [
    *(both(op, A, B) for op in (*JOINS, *ASKED)),
    A / B,
    rounded(A, 2),
    If(A > B, A, B),
]
LARGER = [
    *(both(op, A / B, B) for op in (*JOINS, *ASKED)),
    both(Op.AT_LEAST, A / B, B / A),
    rounded(A / B, 2),
]


@pytest.mark.parametrize("settled", ["", "ab"])
@pytest.mark.parametrize(
    ("bits", "tree"), [*product((32, 64), LARGE), *product((32,), LARGER)], ids=lambda one: str(one)[:2]
)
def test_no_number_wraps(bits: int, tree: Expr, settled: str) -> None:
    most = MOST[bits]
    assert [*differing(tree, Facts(bits, (-most, 1, most), (1, most - 1, most), settled))] == []


def test_what_has_more_than_127_bits_is_refused() -> None:
    most = MOST[64]
    with pytest.raises(TooLarge):
        computed(A * B * A, Facts(64, (-most, most), (1, most), "ab"))


SMALL = between(-3, 3)
NUMBERS = ColumnNumbers(lambda formula: formula, Limits())
HIGH = Pair(Reference("a"), SMALL, end=1)


@pytest.mark.parametrize(("factor", "end"), [(3, 1), (1, 1), (0, 0), (-1, -1), (Fraction(-1, 2), -1)])
def test_on_which_side_a_product_has_no_end(factor: Fraction, end: int) -> None:
    """A factor below zero turns it, nothing times it is nothing."""
    assert NUMBERS.multiply(HIGH, whole(factor)).end == end
    assert NUMBERS.multiply(whole(factor), HIGH).end == end


def test_sides_without_end_are_never_set_against_each_other() -> None:
    with pytest.raises(AssertionError):
        NUMBERS.add(NUMBERS.lowest, NUMBERS.highest)


def test_what_is_there_already_is_not_computed() -> None:
    half = Pair(Reference("a"), SMALL, 2, between(2, 2))
    assert NUMBERS.floor(HIGH) is HIGH
    assert NUMBERS.rounded(half, 1) is half
    assert NUMBERS.least(half, half) is half


def test_long_numerators_and_denominators_get_columns_of_their_own() -> None:
    numbers = ColumnNumbers(lambda _: Reference("kept"), Limits())
    found = numbers.kept(Pair(Reference("a"), SMALL, Reference("b"), SMALL))
    assert (found.top, found.over) == (Reference("kept"), Reference("kept"))
    assert numbers.kept(Pair(Reference("a"), SMALL, 10)).over == 10


def test_what_is_rounded_does_not_wrap() -> None:
    """It is doubled, and its denominator added, whatever its sign."""
    below = Pair(Reference("a"), between(-12 * 10**8, -1), Reference("b"), between(45 * 10**7, 5 * 10**8), bits=32)
    frame = pl.DataFrame({"a": [-12 * 10**8], "b": [5 * 10**8]}, schema={"a": pl.Int32, "b": pl.Int32})
    assert [*numbers_of(frame, NUMBERS.rounded(below, 0))] == [-2]


def test_the_months_between_any_dates_that_there_are() -> None:
    first, last = (whole(one.toordinal()) for one in (date.min, date.max))
    for begin, end in ((first, last), (last, first)):
        for started in (0, 1):
            assert [*numbers_of(pl.DataFrame({"row": [0]}), NUMBERS.months(begin, end, started, low=True))] != [None]


def test_sizes_are_no_wider_than_they_must_be() -> None:
    """The greater of a quotient and nothing is not below it, the lesser not above; what is rounded may be nothing."""
    quotient = Pair(Reference("a"), between(-3, 5), Reference("b"), between(1, 2))
    assert NUMBERS.greatest(quotient, ZERO).size == between(0, 5)
    assert NUMBERS.least(ZERO, quotient).size == between(-3, 0)
    above = replace(quotient, size=between(3, 5))
    assert NUMBERS.floor(above).size == between(0, 5)
    assert NUMBERS.rounded(above, 1).size == between(0, 50)


def test_sizes_of_quotients_are_exact() -> None:
    over = 2**60 + 1
    left, right = Pair(Reference("a"), SMALL, 3 * over, between(3 * over, 3 * over)), Pair(Reference("b"), SMALL, 3)
    one, other = (NUMBERS.quotient(known(two[0]), known(two[1])).low for two in ((left, right), (right, left)))
    assert one.under == other.size == between(-3 * over, 3 * over)


def test_of_a_number_that_must_have_an_end_it_is_not_asked() -> None:
    assert NUMBERS.bounded(Pair(Reference("a"), SMALL, Reference("b"), SMALL)) == TRUE
