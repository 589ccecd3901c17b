"""A program computed over the rows of a frame: stage by stage, level by level, members put together for their unit."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import polars as pl

from kaohe.backends.cells.formulas import referred
from kaohe.backends.columns.levels import levels
from kaohe.backends.columns.polars_code import expression
from kaohe.scoring.columns.column_writer import Aggregate, Stage
from kaohe.scoring.columns.program import Program
from kaohe.tables.table_header import ROW

Steps = Sequence[Sequence[pl.Expr]]
"""Columns that are added one level after another."""


class Columns(dict[str, pl.Expr]):
    """Every column by its name."""

    def __missing__(self, name: str) -> pl.Expr:
        return pl.col(name)


def run_program(program: Program, units: pl.LazyFrame, members: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    """What comes out, and the number of each row; `members` are those of lists, by their keys, each with its row."""
    for stage, steps in zip(program.stages, _steps(program), strict=True):
        units = _of_members(stage, steps, units, members[stage.of]) if stage.of else _with(units, steps)
    return units.select(ROW, *sorted(program.wanted))


@lru_cache(maxsize=8)
def _steps(program: Program) -> Sequence[Steps]:
    """Of each stage, the columns that are added, level by level: written once for all batches."""
    columns = Columns()
    return [
        [[expression(formula, columns).alias(name) for name, formula in level] for level in levels(stage.cells, wanted)]
        for stage, wanted in zip(program.stages, wanted_cells(program), strict=True)
    ]


def wanted_cells(program: Program) -> list[frozenset[str]]:
    """Of each stage, the cells that are read behind it."""
    found: list[frozenset[str]] = []
    later = program.wanted
    for stage in reversed(program.stages):
        own = later | {one.column for one in stage.aggregates.values()}
        found.append(own & stage.cells.keys())
        read = (referred(formula) for formula in stage.cells.values())
        later = later.union(*read)
    return found[::-1]


def _with(frame: pl.LazyFrame, steps: Steps) -> pl.LazyFrame:
    for level in steps:
        frame = frame.with_columns(level)
    return frame


def _of_members(stage: Stage, steps: Steps, units: pl.LazyFrame, members: pl.LazyFrame) -> pl.LazyFrame:
    """What comes of the members of each unit; of a unit without members, NULL."""
    own = members.collect_schema().names()
    read = frozenset().union(*(referred(formula) for formula in stage.cells.values())) - stage.cells.keys()
    above = sorted(read.difference(own))
    joined = members.join(units.select(ROW, *above), on=ROW, how="left") if above else members
    together = [_together(name, one) for name, one in stage.aggregates.items()]
    taken = _with(joined, steps).group_by(ROW).agg(together)
    return units.join(taken, on=ROW, how="left", maintain_order="left")


def _together(name: str, aggregate: Aggregate) -> pl.Expr:
    column = pl.col(aggregate.column)
    return {"sum": column.sum, "max": column.max, "any": column.any}[aggregate.taken]().alias(name)
