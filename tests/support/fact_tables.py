"""Rows of facts as tables: texts as people write them into CSV files, and typed columns as Parquet has them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import plain
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.columns.column_facts import ColumnFacts
from kaohe.scoring.compiled_rubric import CompiledRubric


def held_decimals(compiled: CompiledRubric, row: Sequence[Any]) -> tuple[Any, ...]:
    """The row with no more decimals than columns have, so that columns take it."""
    fields = ColumnFacts(compiled, complete=True).fields
    found = list(row)

    def held(key: str, value: Any) -> Any:
        if not isinstance(value, Fraction) or key not in fields:
            return value
        scale = 10 ** fields[key].decimals
        return Fraction(value * scale // 1, scale)

    for fact in compiled.layout.facts:
        if not fact.indicator.list:
            for place, key in enumerate(fact.keys(), fact.start):
                found[place] = held(key, found[place])
        elif isinstance(found[fact.start], tuple):
            keys = fact.field_keys()
            found[fact.start] = tuple((one[0], *map(held, keys, one[1:])) for one in found[fact.start])
    return tuple(found)


def text_columns(compiled: CompiledRubric, rows: Sequence[Sequence[Any]]) -> dict[str, list[str]]:
    """Columns of a CSV table; lists have none."""
    columns: dict[str, list[str]] = {"unit": [f"第{number}单位" for number in range(1, len(rows) + 1)]}
    for fact in single_facts(compiled):
        for place, (key, field) in enumerate(zip(fact.keys(), fact.indicator.fields, strict=True), fact.start):
            columns[key] = [cell_text(fact.indicator.of_field(field)[0], row[place]) for row in rows]
    return columns


def single_facts(compiled: CompiledRubric) -> list[Fact]:
    """Those that a cell can hold."""
    kinds = ("record", "year")
    return [
        one
        for one in compiled.layout.facts
        if not one.indicator.list and one.indicator.kind not in kinds and one.indicator.peers is None
    ]


def cell_text(indicator: Indicator, value: Any) -> str:
    if value is None:
        return ""
    if value is NOT_APPLICABLE:
        return "不适用"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return value
    if indicator.kind == "date":
        return date_text(int(value))
    if indicator.kind == "month":
        return month_text(int(value))
    if indicator.kind == "percent":
        return f"{plain(Fraction(value) * 100)}%"
    return plain(Fraction(value))


def write_csv(path: Path, columns: Mapping[str, Sequence[Any]]) -> None:
    pl.DataFrame(columns).write_csv(path)
