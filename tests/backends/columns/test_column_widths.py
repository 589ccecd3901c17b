"""How many bits numbers are held in: what they take, and more only beside what has more."""

from fractions import Fraction

import pytest

from kaohe.backends.cells.formulas import Formula, Reference, call, number
from kaohe.backends.cells.magnitudes import Limits, Magnitude, between, growing
from kaohe.backends.cells.pairs import Pair, whole
from kaohe.backends.columns.column_widths import NULL, TooLarge, Widths, held

A, B = Reference("a"), Reference("b")
SMALL, LARGE = between(-9, 9), between(0, 2 * 10**9)


def widths(limits: Limits | None = None) -> Widths:
    return Widths(lambda formula: formula, limits or Limits())


@pytest.mark.parametrize(
    ("size", "bits"),
    [
        (between(0, 2 * 10**9 - 1), 32),
        (between(0, 2 * 10**9), 64),
        (between(-2 * 10**9, 0), 64),
        (between(0, 9 * 10**18 - 1), 64),
        (between(0, 9 * 10**18), 128),
        (between(0, 8 * 10**37), 128),
    ],
)
def test_bits_of_what_rests_on_no_fact(size: Magnitude, bits: int) -> None:
    assert widths().bits(size) == bits


@pytest.mark.parametrize("size", [between(0, 9 * 10**37), growing("a", 9 * 10**37)])
def test_what_takes_more_is_refused(size: Magnitude) -> None:
    with pytest.raises(TooLarge):
        widths().bits(size)


@pytest.mark.parametrize(
    ("everyday", "bits", "step"),
    [
        (1e7, 32, 4),
        (1.9e7, 32, 4),
        (3e7, 64, 16),
        (5e16, 64, 4),
        (1e17, 128, 16),
        (8e37, 128, 0),
    ],
)
def test_facts_are_held_to_what_is_a_hundred_times_an_ordinary_day(everyday: float, bits: int, step: int) -> None:
    """Above that they get more bits, and only the widest hold them to less."""
    limits = Limits()
    assert widths(limits).bits(growing("a", everyday)) == bits
    assert limits.step("a") == step


def test_facts_that_are_settled_are_held_to_no_less() -> None:
    limits = Limits({"a": 8})
    assert widths(limits).bits(growing("a", 1e7)) == 64
    assert limits.step("a") == 8


def test_a_number_in_more_bits() -> None:
    pair = Pair(A, SMALL, B, bits=32)
    assert held(pair, 32) is pair
    assert held(pair, 64) == Pair(call("LONG", A), SMALL, call("LONG", B), bits=64)
    assert held(held(pair, 64), 32) == held(pair, 64)
    assert held(Pair(A, SMALL, 10, bits=64), 128) == Pair(call("WIDE", A), SMALL, 10, bits=128)
    assert held(Pair(A, SMALL), 32) == Pair(A, SMALL, bits=32)


@pytest.mark.parametrize("top", [number(5), NULL])
def test_what_has_no_bits_of_its_own_is_not_cast(top: Formula) -> None:
    assert held(Pair(top, SMALL), 64) == Pair(top, SMALL, bits=64)
    assert widths().narrowed(Pair(top, SMALL, bits=64)) == Pair(top, SMALL, bits=32)


def test_what_was_made_of_many_bits_needs_few() -> None:
    assert widths().narrowed(Pair(A, SMALL, 10, bits=64)) == Pair(call("SHORT", A), SMALL, 10, bits=32)
    for pair in (Pair(A, SMALL, bits=32), Pair(A, LARGE, bits=64)):
        assert widths().narrowed(pair) is pair


def test_numbers_over_one_denominator() -> None:
    """What is over it already stays as it is."""
    fifth, tenth = Pair(A, SMALL, 5, between(5, 5), bits=32), Pair(B, SMALL, 10, between(10, 10), bits=32)
    left, right = widths().aligned(fifth, tenth)
    assert right is tenth
    assert left == Pair(call("*", A, number(2)), between(-18, 18), 10, between(10, 10), bits=32)
    half = widths().aligned(whole(Fraction(1, 2)), tenth).left
    assert half == Pair(number(5), between(5, 5), 10, between(10, 10), bits=32)
