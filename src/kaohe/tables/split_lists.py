"""A table of facts without nested columns: of each list how many members it has, and these in a table of their own."""

from collections.abc import Iterator, Sequence

import polars as pl

from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, PERCENT, UNIT
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.member_tables import HEADS

GONE = NOT_APPLICABLE_WORDS[0]


def counted(keys: Sequence[str]) -> Iterator[pl.Expr]:
    """How many members each of these lists has; NULL where nothing is said of it, 0 where there are none."""
    return (pl.col(key).list.len().cast(pl.Int64) for key in keys)


def members_of(frame: pl.LazyFrame, key: str, *, dated: bool = False) -> pl.LazyFrame:
    """The members of a list, a row each; `dated` where units have rows of several years or stages."""
    heads = HEADS if dated else (UNIT,)
    own = frame.filter(pl.col(key).list.len() > 0).select(*heads, pl.col(key).alias(MEMBER))
    return own.explode(MEMBER).unnest(MEMBER)


def lists_of(compiled: CompiledRubric) -> Sequence[str]:
    """The ids of the lists of which units report."""
    return [fact.key for fact in compiled.layout.facts if fact.indicator.list and fact.indicator.asked]


def in_texts(compiled: CompiledRubric, frame: pl.DataFrame) -> pl.DataFrame:
    """As people write them into a CSV: percents with their sign, and words where a fact does not apply."""
    columns = {name: pl.col(name) for name in frame.columns}
    for fact in compiled.layout.facts:
        gone = columns.pop(f"{fact.key}{NOT_APPLICABLE}", None)
        for key in fact.keys():
            name = key if key in columns else f"{key}{PERCENT}"
            if name in columns:
                told = _text(name)
                columns[name] = told if gone is None else pl.when(gone).then(pl.lit(GONE)).otherwise(told).alias(key)
    return frame.select(columns.values())


def members_in_texts(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The same of members."""
    return frame.select(map(_text, frame.collect_schema()))


def _text(name: str) -> pl.Expr:
    percents = name.endswith(PERCENT)
    return (pl.col(name).cast(pl.String) + pl.lit("%" if percents else "")).alias(name.removesuffix(PERCENT))
