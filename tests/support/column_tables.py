"""Units' rows as frames of whole numbers, and what a program computes of them, cell by cell."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Any

import polars as pl

from kaohe.backends.cells.formulas import referred
from kaohe.backends.columns.polars_code import expression
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.scoring.columns.column_facts import GONE, MISSING, ColumnFacts
from kaohe.scoring.columns.column_writer import Stage, Taken
from kaohe.scoring.columns.program import Program
from kaohe.scoring.compiled_rubric import CompiledRubric

ROW = "row"
Row = Sequence[Any]
Frames = tuple[pl.DataFrame, Mapping[str, pl.DataFrame]]


class Columns(dict[str, pl.Expr]):
    """Every column by its name."""

    def __missing__(self, name: str) -> pl.Expr:
        return pl.col(name)


class Tables:
    """Makes frames of the rows of one rubric's units."""

    def __init__(self, compiled: CompiledRubric) -> None:
        self.compiled = compiled
        self.facts = ColumnFacts(compiled, complete=True)

    def taken(self, row: Row, program: Program) -> Row:
        """The row with no more decimals than its columns have, and no larger than a program takes."""
        found = list(row)
        for fact in self.compiled.layout.facts:
            own = row[fact.start : fact.start + fact.width()]
            if own[0] is NOT_APPLICABLE:
                continue
            if not fact.indicator.list:
                found[fact.start : fact.start + fact.width()] = self._cut(fact, own, program)
            elif own[0] is not None:
                found[fact.start] = tuple((one[0], *self._cut(fact, one[1:], program)) for one in own[0])
        return tuple(found)

    def _cut(self, fact: Fact, values: Row, program: Program) -> list[Any]:
        return [self._cut_one(key, one, program) for key, one in zip(fact.field_keys(), values, strict=True)]

    def _cut_one(self, key: str, value: Any, program: Program) -> Any:
        if value is None or isinstance(value, str) or key not in program.held:
            return value
        low, high = program.held[key]
        return int_if_whole(Fraction(min(max(floor(self._number(key, value)), low), high), self._over(key)))

    def _over(self, key: str) -> int:
        places: int = self.facts.fields[key].decimals
        return int(10**places)

    def _number(self, key: str, value: Any) -> Fraction:
        return Fraction(self.facts.choices[value] if isinstance(value, str) else value * self._over(key))

    def frames(self, rows: Sequence[Row]) -> Frames:
        facts = self.compiled.layout.facts
        units = [self._unit(number, row) for number, row in enumerate(rows)]
        names = [ROW, *(name for fact in facts for name in self._columns(fact))]
        schema = {name: self._kind(name) for name in names}
        members = {fact.key: self._members(fact, rows) for fact in facts if fact.indicator.list}
        return pl.DataFrame(units, schema=schema, orient="row"), members

    def _columns(self, fact: Fact) -> list[str]:
        if fact.indicator.list:
            return [f"{GONE}{fact.key}", f"{MISSING}{fact.key}"]
        return [f"{GONE}{fact.key}", *(key for key in fact.keys() if key in self.facts.fields)]

    def _unit(self, number: int, row: Row) -> dict[str, Any]:
        found: dict[str, Any] = {ROW: number}
        for fact in self.compiled.layout.facts:
            own = row[fact.start : fact.start + fact.width()]
            found[f"{GONE}{fact.key}"] = gone = own[0] is NOT_APPLICABLE
            if fact.indicator.list:
                found[f"{MISSING}{fact.key}"] = gone or own[0] is None
            else:
                found |= self._fields(fact, [None] * len(own) if gone else own)
        return found

    def _members(self, fact: Fact, rows: Sequence[Row]) -> pl.DataFrame:
        keys = [key for key in fact.field_keys() if key in self.facts.fields]
        found = [
            {ROW: number, **self._fields(fact, member[1:])}
            for number, row in enumerate(rows)
            if isinstance(row[fact.start], tuple)
            for member in row[fact.start]
        ]
        return pl.DataFrame(found, schema={name: self._kind(name) for name in (ROW, *keys)}, orient="row")

    def _fields(self, fact: Fact, values: Row) -> dict[str, Any]:
        pairs = zip(fact.field_keys(), values, strict=True)
        return {key: self._typed(key, value) for key, value in pairs if key in self.facts.fields}

    def _typed(self, key: str, value: Any) -> Any:
        return value if value is None or self.facts.fields[key].flag else int(self._number(key, value))

    def _kind(self, name: str) -> pl.DataType:
        if name == ROW:
            return pl.Int64()
        return pl.Boolean() if name.startswith((GONE, MISSING)) or self.facts.fields[name].flag else pl.Int64()


def computed(program: Program, frames: Frames) -> list[dict[str, Any]]:
    """Every unit's columns that come out."""
    units, members = frames
    for stage in program.stages:
        units = _of_members(stage, units, members[stage.of]) if stage.of else _with(units, stage)
    return units.select(sorted(program.wanted)).to_dicts()


def _with(frame: pl.DataFrame, stage: Stage) -> pl.DataFrame:
    columns, lazy = Columns(), frame.lazy()
    for name, formula in stage.cells.items():
        lazy = lazy.with_columns(expression(formula, columns).alias(name))
    return lazy.collect()


def _of_members(stage: Stage, units: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    read = frozenset().union(*map(referred, stage.cells.values())) - stage.cells.keys() - {*members.columns}
    joined = members.join(units.select(ROW, *sorted(read)), on=ROW, how="left")
    several = [_together(name, pl.col(one.column), one.taken) for name, one in stage.aggregates.items()]
    taken = _with(joined, stage).group_by(ROW).agg(several)
    return units.join(taken, on=ROW, how="left", maintain_order="left")


def _together(name: str, column: pl.Expr, taken: Taken) -> pl.Expr:
    return {"sum": column.sum, "max": column.max, "any": column.any}[taken]().alias(name)
