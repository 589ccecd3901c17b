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
    """What comes of the members of each unit; of a unit without members, NULL.

    Both stand in the order of rows: so they are laid side by side, and no table of rows is made to find them.
    """
    own = members.collect_schema().names()
    read = frozenset().union(*(referred(formula) for formula in stage.cells.values())) - stage.cells.keys()
    above = sorted(read.difference(own))
    units, members = units.with_columns(_IN_ORDER), members.with_columns(_IN_ORDER)
    joined = members.join(units.select(ROW, *above), on=ROW, how="left", maintain_order="left") if above else members
    taken = _together(stage.aggregates, _with(joined, steps)).with_columns(_IN_ORDER)
    return units.join(taken, on=ROW, how="left", maintain_order="left")


def _together(aggregates: Mapping[str, Aggregate], members: pl.LazyFrame) -> pl.LazyFrame:
    """A row for each unit that has members, in their order."""
    if {one.taken for one in aggregates.values()} == {"sum"}:
        return _summed({name: one.column for name, one in aggregates.items()}, members)
    together = [_taken(name, one) for name, one in aggregates.items()]
    return members.group_by(ROW, maintain_order=True).agg(together)


def _summed(columns: Mapping[str, str], members: pl.LazyFrame) -> pl.LazyFrame:
    """What a sum over all members has come to behind a unit's last one, less what it had before; none is NULL."""
    last = pl.col(ROW).ne_missing(pl.col(ROW).shift(-1))
    so_far = (pl.col(one).fill_null(0).cum_sum().alias(name) for name, one in columns.items())
    ends = members.select(ROW, *so_far).filter(last)
    return ends.select(ROW, *(pl.col(name) - pl.col(name).shift(fill_value=0) for name in columns))


def _taken(name: str, aggregate: Aggregate) -> pl.Expr:
    column = pl.col(aggregate.column)
    return {"sum": column.sum, "max": column.max, "any": column.any}[aggregate.taken]().alias(name)


_IN_ORDER = pl.col(ROW).set_sorted()
