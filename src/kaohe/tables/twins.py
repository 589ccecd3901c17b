"""Rows of a table that are about the same unit, year and stage as another one: none is to be preferred."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from kaohe.scoring.columns.column_names import UNIT
from kaohe.stages.unit_files import STAGES
from kaohe.submission.fact_files import stage_named
from kaohe.tables.table_header import ROW

BETWEEN = "\x1f"
NOT_PLAIN = r"[^\x00-@\[-\x7F\u{3000}-\u{3029}\u{4E00}-\u{9FFF}（），、]"
"""What may be written in another way, or in small letters: all but Chinese characters, digits, small letters, signs."""
YEAR_WORD = " ?年度?$"


def twins(rows: pl.LazyFrame, stages: Mapping[Any, str]) -> Mapping[int, Sequence[int]]:
    """The others of each such row, by their numbers.

    The rows have a number, a unit, and may have a year and a stage. Few bits of each are kept at once.
    """
    who = about(rows, stages)
    marks = rows.select(who.hash().alias("mark")).collect(engine="streaming")["mark"]
    if marks.n_unique() == len(marks):
        return {}
    alike = rows.select(ROW, who.alias("about")).select(pl.all().gather(marks.is_duplicated().arg_true())).collect()
    same: dict[str, list[int]] = {}
    for number, text in alike.iter_rows():
        if text is not None:
            same.setdefault(text, []).append(number)
    several = (numbers for numbers in same.values() if len(numbers) > 1)
    return {number: [one for one in numbers if one != number] for numbers in several for number in numbers}


def about(rows: pl.LazyFrame, stages: Mapping[Any, str]) -> pl.Expr:
    """The unit of each row with its year and stage, where the rows have them: the same text for the same."""
    said = rows.collect_schema().names()
    unit = pl.col(UNIT).map_batches(_alike, return_dtype=pl.String, is_elementwise=True)
    years = [_year()] if "year" in said else []
    return pl.concat_str([unit, *years, *([_stage(rows, stages)] if "stage" in said else [])], separator=BETWEEN)


def _alike(names: pl.Series) -> pl.Series:
    """The same text for names that are written alike; most often all are plain."""
    if not names.str.contains(NOT_PLAIN).any():
        return names
    return names.str.normalize("NFC").str.to_lowercase()


def _year() -> pl.Expr:
    """The year, `2011年` as `2011`."""
    return pl.col("year").str.normalize("NFKC").str.replace(YEAR_WORD, "").fill_null("")


def _stage(rows: pl.LazyFrame, stages: Mapping[Any, str]) -> pl.Expr:
    """The id of the stage, which may be called in several ways."""
    told = rows.select("stage").unique().drop_nulls().collect()["stage"]
    return pl.col("stage").replace({one: str(stage_named(one, stages)) for one in told}).fill_null(STAGES[0])
