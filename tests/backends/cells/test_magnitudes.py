"""How large facts may be for what is made of them to be exact."""

import pytest

from kaohe.backends.cells.magnitudes import MOST, Limits, Magnitude, between, constant, growing

SIGNED, COUNTED, FIVE = growing("a", 10, signed=True), growing("b", 1000), constant(5)
ALWAYS_FIVE = FIVE.greatest(COUNTED.least(FIVE))
"""Rests on a fact, though no size of it shows."""
TEN_TIMES = 2
"""The step at which facts are so much larger than they are every day."""


@pytest.mark.parametrize(
    ("made", "everyday", "larger", "facts"),
    [
        (SIGNED, (-10, 10), (-100, 100), "a"),
        (COUNTED, (0, 1000), (0, 10000), "b"),
        (growing("c", 10, 2), (0, 10), (0, 1000), "c"),
        (SIGNED.plus(COUNTED), (-10, 1010), (-100, 10100), "ab"),
        (SIGNED.plus(FIVE), (-5, 15), (-95, 105), "a"),
        (FIVE.plus(SIGNED), (-5, 15), (-95, 105), "a"),
        (between(1, 3).plus(between(10, 20)), (11, 23), (11, 23), ""),
        (COUNTED.minus(SIGNED), (-10, 1010), (-100, 10100), "ab"),
        (FIVE.minus(COUNTED), (-995, 5), (-9995, 5), "b"),
        (SIGNED.times(COUNTED), (-10000, 10000), (-(10**6), 10**6), "ab"),
        (SIGNED.times(FIVE), (-50, 50), (-500, 500), "a"),
        (SIGNED.times(between(0, 2)), (-20, 20), (-200, 200), "a"),
        (SIGNED.times(ALWAYS_FIVE), (-50, 50), (-500, 500), "ab"),
        (COUNTED.times(constant(-1)), (-1000, 0), (-10000, 0), "b"),
        (between(-1, 3).times(between(-2, 5)), (-6, 15), (-6, 15), ""),
        (between(-1, 3).times(FIVE), (-5, 15), (-5, 15), ""),
        (SIGNED.either(COUNTED), (-10, 1000), (-100, 10000), "ab"),
        (SIGNED.least(COUNTED), (-10, 1000), (-100, 10000), "ab"),
        (SIGNED.least(FIVE), (-10, 5), (-100, 5), "a"),
        (FIVE.least(SIGNED), (-10, 5), (-100, 5), "a"),
        (between(1, 5).least(between(2, 3)), (1, 3), (1, 3), ""),
        (SIGNED.greatest(COUNTED), (-10, 1000), (-100, 10000), "ab"),
        (SIGNED.greatest(FIVE), (5, 10), (5, 100), "a"),
        (FIVE.greatest(SIGNED), (5, 10), (5, 100), "a"),
        (between(1, 5).greatest(between(2, 3)), (2, 5), (2, 5), ""),
    ],
)
def test_what_a_number_lies_between(
    made: Magnitude, everyday: tuple[int, int], larger: tuple[int, int], facts: str
) -> None:
    found = [side for step in (0, TEN_TIMES) for side in (made.lows[step], made.highs[step])]
    assert found == pytest.approx([*everyday, *larger])
    assert made.facts == frozenset(facts)


def test_facts_are_tried_up_to_a_hundred_million_times_as_large() -> None:
    most = growing("a", 1).highs[-1]
    assert (most, growing("a", 1).highs[Limits().step("a")]) == (10**8, most)


@pytest.mark.parametrize(("sides", "size"), [((-5, 1), 5), ((-1, 5), 5), ((2, 3), 3)])
def test_a_size_has_no_sign(sides: tuple[int, int], size: int) -> None:
    assert {*between(*sides).sizes()} == {size}


def test_a_fact_is_held_to_what_is_exact() -> None:
    limits, square = Limits(), growing("a", 1000).times(growing("a", 1000))
    assert limits.fits(growing("a", 1000))
    before = limits.step("a")
    assert limits.fits(square)
    assert limits.step("a") < before
    assert max(one for one in square.sizes() if one < MOST) == list(square.sizes())[limits.step("a")]


def test_a_difference_lies_between_the_farthest_ends() -> None:
    assert between(1, 5).minus(between(-2, 3)) == between(-2, 7)


def test_of_what_may_have_no_end_the_other_number_is_the_lesser() -> None:
    growing_size, settled = growing("a", 1000), constant(5000)
    assert growing_size.least(settled).highs == settled.least(growing_size).highs == settled.highs


def test_what_no_size_makes_exact() -> None:
    assert not Limits().fits(growing("a", 1).times(constant(MOST)))


def test_settled_limits_are_never_lowered() -> None:
    settled = Limits()
    settled.fits(growing("a", 1000))
    later = settled.settled()
    assert later.fits(growing("a", 1))
    assert not later.fits(growing("a", 1000).times(growing("a", 1000)))
    assert later.step("a") == settled.step("a")
