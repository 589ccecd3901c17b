"""Units of the same name are found however it is written, in whichever batch they stand."""

import polars as pl
import pytest

from kaohe.scoring.columns.column_names import UNIT
from kaohe.tables.table_header import ROW
from kaohe.tables.twins import twins

SAME = (
    ("天宁区", "天宁区"),
    ("Area 1（东）", "area 1（东）"),
    ("Caf\u00e9", "cafe\u0301"),
    ("\u304c", "\u304b\u3099"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_name(one: str, other: str) -> None:
    rows = pl.LazyFrame({ROW: [1, 2, 3], UNIT: [one, "钟楼区", other]})
    assert twins(rows, {}) == {1: [3], 3: [1]}


def test_others() -> None:
    rows = pl.LazyFrame({ROW: [1, 2, 3], UNIT: ["天宁区", "天 宁区", "天宁区。"]})
    assert twins(rows, {}) == {}
