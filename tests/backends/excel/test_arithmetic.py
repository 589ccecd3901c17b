"""How large numbers of sheets become, and when they are divided."""

from dataclasses import replace

import pytest

from kaohe.backends.cells.formulas import Reference
from kaohe.backends.cells.magnitudes import Limits, constant, growing
from kaohe.backends.cells.pairs import Pair, whole
from kaohe.backends.excel.arithmetic import Arithmetic

ARITHMETIC = Arithmetic(lambda one: one, Limits())
P, MANY = Reference("p"), Pair(Reference("a"), growing("a", 1000))


def test_a_choice_is_as_large_as_its_larger_branch() -> None:
    assert ARITHMETIC.choose(P, MANY, whole(2)).size == MANY.size.either(constant(2))


@pytest.mark.parametrize("end", [Arithmetic.lowest, Arithmetic.highest])
def test_what_is_without_end_has_no_size(end: Pair) -> None:
    assert ARITHMETIC.choose(P, end, MANY).size == MANY.size
    assert ARITHMETIC.choose(P, MANY, end).size == MANY.size


def test_a_whole_number_is_a_double_undivided() -> None:
    assert ARITHMETIC.doubled(MANY) == replace(MANY, rough=True)


def test_a_product_is_exact_where_both_factors_are() -> None:
    rough = replace(MANY, rough=True)
    products = [ARITHMETIC.multiply(left, right) for left, right in ((MANY, MANY), (MANY, rough), (rough, MANY))]
    assert [one.rough for one in products] == [False, True, True]
