"""Whole numbers in the code of columns: in the fewest bits that have them."""

import polars as pl
import pytest

from kaohe.backends.cells.formulas import number
from kaohe.backends.columns.polars_code import KINDS, expression

EDGES = [
    (0, 32),
    (2**31 - 1, 32),
    (1 - 2**31, 32),
    (2**31, 64),
    (-(2**31), 64),
    (2**63 - 1, 64),
    (2**63, 128),
    (2**127 - 1, 128),
]


@pytest.mark.parametrize(("value", "bits"), EDGES)
def test_a_number_has_the_fewest_bits(value: int, bits: int) -> None:
    found = pl.select(expression(number(value), {})).to_series()
    assert found.dtype == {32: pl.Int32, 64: pl.Int64, 128: pl.Int128}[bits]
    assert found.to_list() == [value]


def test_each_kind_of_whole_numbers_by_its_bits() -> None:
    assert {32: pl.Int32, 64: pl.Int64, 128: pl.Int128} == KINDS
