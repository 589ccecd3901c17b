"""What a query can't take as kaohe takes it is a row without scores that names the column."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.scoring.columns.sql_facts import SqlField
from kaohe.scoring.columns.sql_query import SqlQuery
from support import every_kind
from support.random_rows import random_row, seeded
from support.warehouse import rounded, tables, unit_name

QUERY = SqlQuery(every_kind.compiled(), DUCKDB)
UNITS, MEMBERS = tables(QUERY, [rounded(QUERY, random_row(every_kind.compiled(), seeded(2))) for _ in range(3)])
LIST = next(one.fact.key for one in QUERY.tables.lists)
FIRST = unit_name(0)


def scored(units: pl.DataFrame, members: Mapping[str, pl.DataFrame], folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The rows that come out, by their units."""
    units.write_parquet(folder / "units.parquet")
    names = {}
    for place, (key, frame) in enumerate(members.items()):
        frame.write_parquet(folder / f"{place}.parquet")
        names[key] = f"'{folder / f'{place}.parquet'}'"
    with duckdb.connect() as connection:
        found = connection.sql(QUERY.query(f"'{folder / 'units.parquet'}'", names).text())
        columns = found.columns
        return {row[0]: dict(zip(columns, row, strict=True)) for row in found.fetchall()}


def problems(units: pl.DataFrame, members: Mapping[str, pl.DataFrame], folder: Path) -> Mapping[str, str]:
    found = scored(units, members, folder)
    assert all((one["state"] == "problem") is (one["problem"] is not None) for one in found.values())
    return {unit: one["problem"] for unit, one in found.items() if one["problem"] is not None}


def wrong_values(field: SqlField) -> list[Any]:
    if field.kind == "choice":
        return ["", "no such option", "' OR TRUE --"]
    if field.kind == "month":
        return ["2011-13", "2011-1", "2011-01-01", " 2011-01", "0011-01"]
    found = [Decimal(1).scaleb(-field.places - 1), Decimal(10) ** 18]
    return found if field.field.span.low < 0 else [*found, Decimal(-1)]


FIELDS = [one for one in QUERY.tables.units if one.kind not in ("flag", "date")]


def test_as_they_are_nothing_is_wrong(tmp_path: Path) -> None:
    assert problems(UNITS, MEMBERS, tmp_path) == {}


@pytest.mark.parametrize("field", FIELDS, ids=[one.column for one in FIELDS])
def test_values_that_can_not_be_taken(field: SqlField, tmp_path: Path) -> None:
    """Also where another one is missing; the other units are scored."""
    gone = [pl.lit(value=False).alias(one) for one in UNITS.columns if one.endswith(".not_applicable")]
    lists = [pl.lit(None, pl.Int64).alias(one.fact.key) for one in QUERY.tables.lists]
    values = wrong_values(field)
    kind = pl.String if isinstance(values[0], str) else pl.Decimal(38, 12)
    wrong = pl.DataFrame({"unit": [f"错{place}" for place in range(len(values))], field.column: values})
    first = UNITS.head(1).drop("unit", field.column).with_columns(*gone, *lists)
    units = wrong.cast({field.column: kind}).join(first, how="cross").select(UNITS.columns)
    right = UNITS.cast({field.column: kind})
    found = problems(pl.concat([units, right]), MEMBERS, tmp_path)
    assert found == dict.fromkeys(wrong["unit"], field.column)


@pytest.mark.parametrize("value", [0.1, 1e22, float("nan"), float("inf")])
def test_a_double_is_taken_where_it_is_a_decimal(value: float, tmp_path: Path) -> None:
    field = next(one for one in QUERY.tables.units if one.places)
    units = UNITS.with_columns(pl.lit(value, pl.Float64).alias(field.column))
    assert set(problems(units, MEMBERS, tmp_path).values()) == ({field.column} if value != 0.1 else set())


def test_what_does_not_apply_is_not_reported(tmp_path: Path) -> None:
    fact = next(one for one in QUERY.tables.optional if not one.indicator.list and not one.group)
    (field,) = QUERY.tables.fields(fact)[:1]
    told = pl.lit(value=True) if field.kind == "flag" else pl.lit(1)
    units = UNITS.with_columns(told.alias(field.column), pl.lit(value=True).alias(f"{fact.key}.not_applicable"))
    assert set(problems(units, MEMBERS, tmp_path).values()) == {f"{fact.key}.not_applicable"}


def with_members(frame: pl.DataFrame) -> Mapping[str, pl.DataFrame]:
    return {**MEMBERS, LIST: frame}


def with_number(number: int | None) -> pl.DataFrame:
    return UNITS.with_columns(pl.lit(number, pl.Int64).alias(LIST)).filter(pl.col("unit") == FIRST)


def member(unit: str | None, name: str | None) -> pl.DataFrame:
    frame = MEMBERS[LIST]
    return pl.DataFrame({"unit": [unit], "member": [name]}, schema=dict([*frame.schema.items()][:2])).select(
        pl.all(), *(pl.lit(None, kind).alias(column) for column, kind in [*frame.schema.items()][2:])
    )


def others() -> pl.DataFrame:
    return MEMBERS[LIST].clear()


@pytest.mark.parametrize(
    ("number", "names", "right"),
    [
        (None, [], True),
        (0, [], True),
        (1, ["甲"], True),
        (2, ["甲", "乙"], True),
        (1, [], False),
        (0, ["甲"], False),
        (None, ["甲"], False),
        (2, ["甲", "甲"], False),
        (1, [None], False),
    ],
)
def test_members_are_as_many_as_the_unit_says(
    number: int | None,
    names: list[str | None],
    right: bool,  # noqa: FBT001 - of a table of cases
    tmp_path: Path,
) -> None:
    listed = pl.concat([others(), *(member(FIRST, name) for name in names)])
    alone = {key: frame.filter(pl.col("unit") == FIRST) for key, frame in MEMBERS.items()}
    found = problems(with_number(number), {**alone, LIST: listed}, tmp_path)
    assert found == ({} if right else {FIRST: LIST})


def test_members_of_nobody_are_told(tmp_path: Path) -> None:
    frame = pl.concat([MEMBERS[LIST], member("谁也不是", "甲")])
    assert problems(UNITS, with_members(frame), tmp_path) == {"谁也不是": LIST}


def test_a_unit_that_stands_twice_is_told(tmp_path: Path) -> None:
    found = scored(pl.concat([UNITS, UNITS.head(1)]), MEMBERS, tmp_path)
    assert {unit: one["problem"] for unit, one in found.items() if one["problem"]} == {FIRST: "unit"}
