"""Files of columns whose types and values nobody expects."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import polars as pl

DTYPES: tuple[pl.DataType | type[pl.DataType], ...] = (
    *(pl.Int8, pl.UInt64, pl.Int64, pl.Float32, pl.Float64, pl.String, pl.Boolean, pl.Date, pl.Binary, pl.Categorical),
    *(pl.Datetime("us"), pl.Duration("us"), pl.Time, pl.Decimal(38, 0), pl.Decimal(10, 9), pl.List(pl.Int64), pl.Null),
)
VALUES = (None, "", " ", "甲市", "50%", "不适用", "1e5", "NaN", "是", "2011-02-30", "9" * 60, "a\nb", "\x1b[31m")
NUMBERS = (float("nan"), float("inf"), -0.0, 1e300, 0.1, -1.0, 2.0**63)


def _typed(random: Random, frame: pl.DataFrame, name: str) -> pl.Series:
    """The column cast to a type, where it can be; where not, empty of that type."""
    kind = random.choice(DTYPES)
    try:
        return frame[name].cast(kind, strict=False).alias(name)
    except pl.exceptions.PolarsError:
        return pl.Series(name, [None] * frame.height, dtype=kind)


def _texts(random: Random, frame: pl.DataFrame, name: str) -> pl.Series:
    return pl.Series(name, [random.choice(VALUES) for _ in range(frame.height)], dtype=pl.String)


def _numbers(random: Random, frame: pl.DataFrame, name: str) -> pl.Series:
    return pl.Series(name, [random.choice(NUMBERS) for _ in range(frame.height)], dtype=pl.Float64)


def _nested(random: Random, frame: pl.DataFrame, name: str) -> pl.Series:
    """Lists of members as tables of columns have them, and such as they have not."""
    members: tuple[Any, ...] = ([], None, [{"member": "甲县", "value": 1}], [{"member": None}], [{"x": [1, 2]}])
    return pl.Series(name, [random.choice(members) for _ in range(frame.height)], strict=False)


MAKERS: tuple[Callable[[Random, pl.DataFrame, str], pl.Series], ...] = (_typed, _typed, _texts, _numbers, _nested)


def odd_columns(random: Random, content: bytes) -> bytes:
    frame = pl.read_parquet(BytesIO(content))
    for _ in range(random.choice((1, 1, 2, 3))):
        name = random.choice(frame.columns)
        try:
            frame = frame.with_columns(random.choice(MAKERS)(random, frame, name))
        except (pl.exceptions.PolarsError, TypeError, OverflowError):
            frame = frame.drop(name)
    if random.random() < 0.3:
        frame = frame.rename(
            {random.choice(frame.columns): random.choice(("rubric", "unit ", "Unit", "x", "", "单位"))}
        )
    if random.random() < 0.15:
        frame = frame.sample(random.choice((0, 1, 40)), with_replacement=True, seed=random.randrange(1000))
    target = BytesIO()
    try:
        frame.write_parquet(target)
    except pl.exceptions.PolarsError:
        return content
    return target.getvalue()
