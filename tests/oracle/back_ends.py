"""What each of kaohe's ways to compute makes of the same units."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import polars as pl

from kaohe.backends.bounds import bounds
from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.backends.exact import compile_trees
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.calculation.calculating import calculation
from kaohe.scoring.columns.sql_query import SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.reader import Values
from kaohe.tables.unit_tables import table_of_units
from oracle.made_units import MOST_MEMBERS, Unit
from oracle.phrases import GONE
from support import warehouse
from support.recalculated import Block, recalculated, write_blocks
from support.rendered.printing import Office
from support.spreadsheet import NEAR, inputs_of
from support.table_scores import ByThemselves, scorer, table_scorer, values

Row = tuple[Any, ...]
Range = tuple[Any, Any]
Scores = Mapping[str, Range]
BackEnd = Callable[[CompiledRubric, Sequence[Row]], Iterator[Scores]]
PARAMETERS: Mapping[str, str] = {"provincial_pass_rate": "assistant_training"}
"""What stands in no item of the rubric, with the item of the form that asks for it."""


def row_of(compiled: CompiledRubric, unit: Unit) -> Row:
    """A unit's facts in the places that kaohe has for them."""
    row: list[Any] = []
    for fact in compiled.layout.facts:
        row += _placed(fact, unit[fact.item or PARAMETERS[fact.id]])
    return tuple(row)


def _placed(fact: Fact, own: Mapping[str, Any]) -> list[Any]:
    fields = [""] if fact.indicator.list else fact.indicator.fields
    return [_value(own[f"{fact.id}.{field}" if field else fact.id]) for field in fields]


def _value(one: Any) -> Any:
    if isinstance(one, tuple):
        return tuple((f"指标{number}", *member) for number, member in enumerate(one, 1))
    return NOT_APPLICABLE if one is GONE else one


def by_engine(compiled: CompiledRubric, rows: Sequence[Row]) -> Iterator[Scores]:
    """Units one by one: accounts of the ledger, as sheets have them."""
    for row in rows:
        found = scorer(compiled).ranges(Values("甲市.yaml", "甲市", 2011, "self", row))
        yield {name: (one.low, one.high) for name, one in {**found.parts, "total": found.whole}.items()}


def by_code(compiled: CompiledRubric, rows: Sequence[Row]) -> Iterator[Scores]:
    """Each item's whole tree alone: as code where nothing is missing, by its bounds elsewhere."""
    trees = [compiled.score(place) for place in range(len(compiled.items))]
    names = [f"items.{one.item.id}" for one in compiled.items]
    run = compile_trees(trees, compiled.layout.slots, 1, compiled.layout.divided)
    for row in rows:
        if not compiled.unreported(row):
            yield {name: (score, score) for name, score in zip(names, map(Fraction, run(row)), strict=True)}
            continue
        ends = [bounds(tree, compiled.possible(place, row)) for place, tree in enumerate(trees)]
        yield {name: (one.low, one.high) for name, one in zip(names, ends, strict=True)}


def by_columns(compiled: CompiledRubric, rows: Sequence[Row]) -> Iterator[Scores]:
    """A table at once, by Polars; no unit is left to the engine."""
    exact = ByThemselves(compiled, rows)
    frame = table_of_units(compiled, "r", [values(row, number) for number, row in enumerate(rows, 1)])
    for one in pl.concat([*table_scorer(compiled, frame, exact).batches()]).iter_rows(named=True):
        yield _of_columns(one)
    assert not exact.taken, exact.taken


def by_query(compiled: CompiledRubric, rows: Sequence[Row]) -> Iterator[Scores]:
    """DuckDB, by the query that is written for it."""
    query = SqlQuery(compiled, DUCKDB)
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        units, members = warehouse.write(query, rows, Path(folder))
        lists = {key: f"READ_PARQUET('{path}')" for key, path in members.items()}
        text = query.query(f"READ_PARQUET('{units}')", lists).text()
        found = connection.sql(f"SELECT * FROM ({text}) ORDER BY unit")  # noqa: S608 - it is kaohe's own text
        for row in found.fetchall():
            yield _of_columns(dict(zip(found.columns, row, strict=True)))


def by_spreadsheet(compiled: CompiledRubric, rows: Sequence[Row]) -> Iterator[Scores]:
    """A workbook's formulas, recalculated by LibreOffice, whose numbers are binary."""
    own = calculation(compiled, MOST_MEMBERS)
    with TemporaryDirectory() as folder:
        office, path = Office(Path(folder) / "profile"), Path(folder) / "cells.xlsx"
        block = Block(own, [inputs_of(compiled, row) for row in rows])
        write_blocks(path, [block])
        (found,) = recalculated(office, path, [block])
    for cells in found:
        names = [name.removeprefix("low.") for name in cells if name.startswith("low.")]
        yield {name: (_near(cells[f"low.{name}"]), _near(cells[f"high.{name}"])) for name in names}


def _near(found: float) -> Fraction:
    """The hundredth that a binary number stands for."""
    near = Fraction(round(found * 100), 100)
    assert abs(near - Fraction(found)) < NEAR, found
    return near


def _of_columns(found: Mapping[str, Any]) -> Scores:
    names = [name.removesuffix(".low") for name in found if name.endswith(".low")]
    return {name: (found[f"{name}.low"], found[f"{name}.high"]) for name in names}


BACK_ENDS: Mapping[str, BackEnd] = {
    "engine": by_engine,
    "code and bounds": by_code,
    "columns": by_columns,
    "DuckDB": by_query,
}
OF_ROWS = {name: BACK_ENDS[name] for name in ("engine", "columns")}
"""Those that are ready soon."""
