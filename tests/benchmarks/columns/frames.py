"""The example's facts as whole numbers and conditions in columns: what every peer starts from."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polars as pl

from benchmarks.columns.score import LEFT_OUT
from kaohe import source
from kaohe.library import rubric_files
from kaohe.scoring.columns.column_facts import GONE, ColumnFacts
from kaohe.scoring.columns.column_names import NOT_APPLICABLE, PERCENT
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.example.example_table import write_example
from kaohe.tables.whole_numbers import Taken, whole_numbers

NAME = "jiangsu-employment-2011"


@cache
def whole_form() -> CompiledRubric:
    rubric, document = rubric_files.load(rubric_files.shipped()[NAME])
    return CompiledRubric(rubric, document.sha256)


@cache
def form_without_lists() -> CompiledRubric:
    """The form but for the item that most peers have no words for."""
    text = rubric_files.shipped()[NAME].read_text(encoding="utf-8")
    start = text.rindex("      # ", 0, text.index(f"- id: {LEFT_OUT}\n"))
    text = text[:start] + text[text.index("  - id: employment_funds", start) :]
    text = re.sub(r"(?m)^points: 400$", "points: 375", text).replace("    points: 100\n", "    points: 75\n")
    document = source.read("form.yaml", text.encode())
    return CompiledRubric(rubric_files.built(document, {}), document.sha256)


def write_facts(units: int, folder: Path) -> tuple[Path, Path]:
    """The example's table, and the same facts as peers take them; made where they are not there."""
    table, typed = (folder / f"{name}-{units}.parquet" for name in ("facts", "typed"))
    if not table.exists():
        write_example(whole_form(), units, table, written=False, missing=0.0)
    if not typed.exists():
        facts = pl.scan_parquet(table)
        facts.select(_columns(facts.collect_schema())).sink_parquet(typed)
    return table, typed


def _columns(schema: pl.Schema) -> Iterator[pl.Expr]:
    """Whole numbers as wide as the table has them; every peer has the same."""
    facts = ColumnFacts(form_without_lists(), complete=True)
    for key, field in facts.fields.items():
        name = key if key in schema else f"{key}{PERCENT}"
        found = whole_numbers(pl.col(name), schema[name], Taken(field, percents=name != key)).value
        yield (found.cast(pl.Int32) if schema[name] == pl.Int32 else found).alias(key)
    for several in facts.groups().values():
        yield from (pl.col(f"{fact.key}{NOT_APPLICABLE}").alias(f"{GONE}{fact.key}") for fact in several)
