"""Units' rows as one Parquet table, lists nested in it, as `kaohe table` reads them."""

from collections.abc import Sequence

import polars as pl

from kaohe.scoring.columns.column_names import MEMBER, UNIT
from kaohe.scoring.columns.sql_query import SqlQuery
from support.warehouse import Row, tables


def facts(query: SqlQuery, rows: Sequence[Row]) -> pl.DataFrame:
    """A list is NULL where it is not reported, and empty where there are none."""
    units, members = tables(query, rows)
    for key, frame in members.items():
        names = [name for name in frame.columns if name != UNIT]
        one = pl.struct(names) if len(names) > 1 else pl.col(MEMBER)
        listed = frame.group_by(UNIT, maintain_order=True).agg(one.alias(f"{key} listed"))
        empty = pl.lit([], listed.schema[f"{key} listed"])
        taken = pl.when(pl.col(key).is_not_null()).then(pl.col(f"{key} listed").fill_null(empty))
        units = units.join(listed, on=UNIT, how="left", maintain_order="left")
        units = units.with_columns(taken.alias(key)).drop(f"{key} listed")
    return units
