"""The whole example: units in counties, their facts as a table's columns, written batch by batch."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.expr.tree_questions import IN_LIST
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.scoring.columns.column_facts import ColumnFacts
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, PERCENT, UNIT, VALUE
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.example.chance import ROW, Chance, mixed
from kaohe.tables.example.example_values import ExampleValues
from kaohe.tables.example.turning_points import constants
from kaohe.tables.score_files import unwritten
from kaohe.tables.split_lists import members_in_texts, members_of

BATCH = 65_536
COUNTIES = 95
MOST_MEMBERS = 4
GONE = 0.1
"""How often a fact that may not apply does not."""
MISSING = 0.01
"""How often nothing is said of a field."""
Batches = Iterator[pl.DataFrame]
COUNTY = "county"
EVERY = "every "
"""What stands before the column of all members that a list may have."""


def write_example(  # noqa: PLR0913 - each is a choice of its own
    compiled: CompiledRubric,
    units: int,
    path: Path,
    *,
    written: bool,
    seed: int = 1,
    missing: float = MISSING,
    apart: Sequence[str] = (),
) -> None:
    """A Parquet file, or, as people would have `written` it, a CSV without lists; raises OSError.

    `missing` is how often nothing is said of a field. Of lists kept `apart` it says how many members they have.
    """
    example = ExampleTable(compiled, seed, missing=missing, gone=GONE, apart=apart)
    _write(example.scan(units, as_written=written), path, written=written)


def write_example_members(compiled: CompiledRubric, units: int, path: Path, key: str, *, written: bool) -> None:
    """The members of a list of the same units; raises OSError."""
    frame = members_of(ExampleTable(compiled, 1, missing=MISSING, gone=GONE).scan(units), key)
    _write(members_in_texts(frame) if written else frame, path, written=written)


def _write(frame: pl.LazyFrame, path: Path, *, written: bool) -> None:
    try:
        if written:
            frame.sink_csv(path)
        else:
            frame.sink_parquet(path, row_group_size=BATCH)
    except pl.exceptions.PolarsError as failed:
        raise unwritten(failed) from None


class ExampleTable:
    """Makes the rows of an example, any of them alone."""

    def __init__(
        self, compiled: CompiledRubric, seed: int, *, missing: float, gone: float, apart: Sequence[str] = ()
    ) -> None:
        self._chance = Chance(seed)
        self._facts = ColumnFacts(compiled, complete=True)
        self._layout = [fact for fact in compiled.layout.facts if fact.indicator.asked]
        self._lists = [fact for fact in self._layout if fact.indicator.list]
        self._values = ExampleValues(self._chance, constants(compiled))
        self._missing, self._gone, self._apart = missing, gone, apart

    def scan(self, units: int, *, as_written: bool = False) -> pl.LazyFrame:
        """All rows, made while they are read; `as_written` as people write them in text."""
        columns = [*self._heads(), *(one for fact in self._layout for one in self._columns(fact, as_written))]

        def rows(start: int, end: int) -> pl.DataFrame:
            drawn = mixed(pl.int_range(start, end, eager=True).alias(ROW).to_frame())
            return drawn.with_columns(self._members(fact, start, end) for fact in self._lists).select(columns)

        def batches(names: Sequence[str] | None, only: pl.Expr | None, most: int | None, _: int | None) -> Batches:
            last = units if most is None else min(units, most)
            for start in range(0, last, BATCH):
                found = rows(start, min(start + BATCH, last))
                own = found if only is None else found.filter(only)
                yield own if names is None else own.select(names)

        return pl.io.plugins.register_io_source(batches, schema=rows(0, 1).schema)

    def _heads(self) -> Iterator[pl.Expr]:
        yield (pl.lit("第") + (pl.col(ROW) + 1).cast(pl.String).str.zfill(6) + pl.lit("单位")).alias(UNIT)
        county = self._chance.number(COUNTY, COUNTIES) + 1
        yield (pl.lit("第") + county.cast(pl.String).str.zfill(2) + pl.lit("县")).alias(COUNTY)

    def _columns(self, fact: Fact, as_written: bool) -> Iterator[pl.Expr]:  # noqa: FBT001 - as `scan` has it
        group = self._facts.group(fact)
        absent = self._chance.happens(f"gone {group}", self._gone) if group else pl.lit(value=False)
        if fact.indicator.list:
            lacking = absent | self._chance.happens(f"missing {fact.key}", self._missing)
            found = pl.when(~lacking).then(self._list(fact))
            many = found.list.len().cast(pl.Int64)
            if fact.key in self._apart:
                text = pl.when(absent).then(pl.lit(NOT_APPLICABLE_WORDS[0])).otherwise(many.cast(pl.String))
                yield (text if as_written else many).alias(fact.key)
            elif not as_written:
                yield found.alias(fact.key)
        else:
            for key, value in self._values.fields(fact, self._facts.fields):
                yield self._written(key, value, absent) if as_written else self._typed(key, value, absent)
        if group and not as_written:
            yield absent.alias(f"{fact.key}{NOT_APPLICABLE}")

    def _typed(self, key: str, value: pl.Expr, absent: pl.Expr) -> pl.Expr:
        lacking = absent | self._chance.happens(f"missing {key}", self._missing)
        return pl.when(~lacking).then(value).alias(self._name(key))

    def _written(self, key: str, value: pl.Expr, absent: pl.Expr) -> pl.Expr:
        kind = self._facts.fields[key].indicator.kind if key in self._facts.fields else ""
        if kind == "flag":
            text = pl.when(value).then(pl.lit("是")).otherwise(pl.lit("否"))
        else:
            text = value.cast(pl.String) + pl.lit("%" if kind == "percent" else "")
        lacking = self._chance.happens(f"missing {key}", self._missing)
        return pl.when(absent).then(pl.lit(NOT_APPLICABLE_WORDS[0])).when(~lacking).then(text).alias(key)

    def _name(self, key: str) -> str:
        fields = self._facts.fields
        return f"{key}{PERCENT}" if key in fields and fields[key].indicator.kind == "percent" else key

    def _members(self, fact: Fact, start: int, end: int) -> pl.Series:
        """As many members for each unit as a list has at most, or all those that the rubric names."""
        names = [*fact.indicator.members] or [f"成员{place + 1}" for place in range(MOST_MEMBERS)]
        every = mixed(pl.int_range(start * len(names), end * len(names), eager=True).alias(ROW).to_frame())
        name = pl.lit(pl.Series(names)).gather(pl.col(ROW) % len(names)).alias(MEMBER)
        fields = [
            self._typed(key, value, pl.lit(value=False)).alias(self._inside(fact, key))
            for key, value in self._values.fields(fact, self._facts.fields)
        ]
        members = every.select(pl.struct(name, *fields)).to_series()
        return members.reshape((-1, len(names))).arr.to_list().alias(f"{EVERY}{fact.key}")

    def _inside(self, fact: Fact, key: str) -> str:
        """What a field is called in each member."""
        name = key.removeprefix(f"{fact.key}{IN_LIST}").removeprefix(".") or VALUE
        return f"{name}{PERCENT}" if self._facts.fields[key].indicator.kind == "percent" else name

    def _list(self, fact: Fact) -> pl.Expr:
        found = pl.col(f"{EVERY}{fact.key}")
        if fact.indicator.members:
            return found
        return found.list.head(self._chance.number(f"members {fact.key}", MOST_MEMBERS + 1))
