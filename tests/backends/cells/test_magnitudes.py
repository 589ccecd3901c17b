"""How large facts may be for what is made of them to be exact."""

from kaohe.backends.cells.magnitudes import MOST, Limits, between, constant, growing


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
