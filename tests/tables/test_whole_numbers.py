"""Numbers of every type are taken exactly, or left to be read as files are."""

from decimal import Decimal
from typing import Any, Literal

import polars as pl
import pytest

from kaohe.formulas.indicators import Indicator
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.tables.whole_numbers import Taken, Whole, whole_numbers

PLACES = 2
INTEGERS = (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.Int128, pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64, pl.UInt128)
LARGEST = 2**63 - 1


def _field(kind: Literal["count", "amount"]) -> ColumnField:
    indicator = Indicator(label="数", kind=kind)
    return ColumnField("item.fact", indicator, next(iter(indicator.fields)), {})


def _found(values: list[Any], kind: pl.DataType, field: ColumnField) -> list[tuple[int | None, bool]]:
    found: Whole = whole_numbers(pl.col("a"), kind, Taken(field, percents=False))
    frame = pl.DataFrame({"a": pl.Series(values, dtype=kind)})
    columns = frame.select(found.value.alias("value"), (found.odd & pl.col("a").is_not_null()).alias("odd"))
    assert columns.schema["value"] == pl.Int64
    return [*zip(columns["value"], columns["odd"].fill_null(value=False), strict=True)]


@pytest.mark.parametrize("kind", INTEGERS)
@pytest.mark.parametrize("name", ["count", "amount"])
def test_ends_of_whole_numbers(kind: type[pl.DataType], name: Literal["count", "amount"]) -> None:
    field = _field(name)
    low, high = (pl.select(end).item() for end in (kind.min(), kind.max()))  # type: ignore[attr-defined]
    wanted = [one * 10**field.decimals for one in (low, high)]
    told = [(one, False) if -LARGEST - 1 <= one <= LARGEST else (None, True) for one in wanted]
    assert _found([low, None, high], kind(), field) == [told[0], (None, False), told[1]]


@pytest.mark.parametrize("text", ["0.01", "-0.01", "123456789.12"])
def test_decimals(text: str) -> None:
    field = _field("amount")
    for more in range(3):
        kind = pl.Decimal(30, PLACES + more)
        value = int(Decimal(text) * 10**field.decimals)
        assert _found([Decimal(text), None], kind, field) == [(value, False), (None, False)]
