"""Sums of formulas: what is counted as often is put together, what is taken away stands last."""

import pytest

from kaohe.backends.cells.formulas import Formula, Reference, call, choose, minus, number, plus, times
from kaohe.backends.columns.sums import Sum, literals, summed

A, B, C = Reference("a"), Reference("b"), Reference("c")
TWO, FIVE = number(2), number(5)


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (plus(times(A, FIVE), times(B, FIVE)), times(plus(A, B), FIVE)),
        (minus(times(A, FIVE), times(B, FIVE)), times(minus(A, B), FIVE)),
        (minus(FIVE, plus(times(A, TWO), times(TWO, B))), minus(FIVE, times(plus(A, B), TWO))),
        (minus(minus(FIVE, A), B), minus(FIVE, plus(A, B))),
        (minus(plus(FIVE, A), B), minus(plus(FIVE, A), B)),
        (minus(minus(A, FIVE), B), minus(minus(A, B), FIVE)),
        (minus(times(A, TWO), times(B, TWO)), times(minus(A, B), TWO)),
        (minus(FIVE, minus(FIVE, A)), A),
        (minus(A, FIVE), minus(A, FIVE)),
        (minus(number(-5), A), minus(number(-5), A)),
        (minus(number(0), A), minus(number(0), A)),
        (minus(A, A), minus(A, A)),
        (times(A, B), times(A, B)),
        (number(7), number(7)),
    ],
)
def test_a_sum_is_written_in_few_steps(formula: Formula, written: Formula) -> None:
    assert summed(formula).formula() == written


def test_what_divides_all_is_shared() -> None:
    found = summed(plus(times(A, number(10)), number(5)))
    assert found.shared(20) == 5
    assert found.divided(5) == Sum(1, ((A, 2),))


def test_large_numbers_are_divided_without_loss() -> None:
    large = 2**53 + 1
    assert Sum(large * 5, ((A, large * 5),)).divided(5) == Sum(large, ((A, large),))


def test_the_ends_of_choices() -> None:
    choice = choose(C, number(1), choose(call("NOT", C), A, number(2)))
    assert [*literals(choice)] == [number(1), None, number(2)]
