"""What is shown of large tables on the terminal: first rows of scores, how scores spread, the columns of facts."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import polars as pl

from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.messages import Language, say
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.distribution import Distribution, Spread
from kaohe.tables.scored_columns import HIGH, LOW, STATE
from kaohe.tables.wanted_columns import WantedColumn

FIRST = 10
"""So many rows are shown of a table that is not written."""


def first_scores(scores: pl.DataFrame, language: Language) -> PlainTable:
    """The units of the first rows with what they have of the whole."""
    labels = ("unit", "state", "score", "low", "high")
    columns = [TableColumn(say(f"column.{one}", language), "name" if one == "unit" else "text") for one in labels]
    shown = scores.head(FIRST).select("unit", STATE, TOTAL, f"{TOTAL}.{LOW}", f"{TOTAL}.{HIGH}")
    rows = [TableRow(tuple(_first(shown.columns, row, language))) for row in shown.iter_rows()]
    return PlainTable("scores", say("column.first", language, count=len(rows)), tuple(columns), tuple(rows))


def _first(names: Sequence[str], values: Sequence[Any], language: Language) -> Iterator[str | None]:
    for name, value in zip(names, values, strict=True):
        yield say(f"column.state-{value}", language) if name == STATE else None if value is None else str(value)


def spread_table(found: Distribution, compiled: CompiledRubric, language: Language) -> PlainTable:
    """Of each item, section and the whole how many scores are decided, and how they spread."""
    labels = ("part", "share", "least", "quarter", "median", "three-quarters", "greatest", "mean")
    columns = [TableColumn(say(f"column.{one}", language), _kind(one)) for one in labels]
    called = dict(called_parts(compiled, language))
    rows = [_spread(called[part], one, found.rows) for part, one in found.spreads().items()]
    return PlainTable("spread", say("column.spread", language, count=found.rows), tuple(columns), tuple(rows))


def _kind(label: str) -> Any:
    return {"part": "name", "share": "share"}.get(label, "number")


def _spread(called: str, one: Spread | None, rows: int) -> TableRow:
    if one is None:
        return TableRow((called, Fraction(0), *[None] * 6))
    return TableRow((called, Fraction(one.count, rows), one.least, *one.quartiles, one.greatest, one.mean))


def called_parts(compiled: CompiledRubric, language: Language) -> Iterator[tuple[str, str]]:
    """What people call each part, by what formulas call it."""
    for number, item in compiled.rubric.items():
        yield f"{ITEMS}.{item.id}", f"{number} {item.title}"
    for place, section in enumerate(compiled.rubric.sections, 1):
        yield f"{SECTIONS}.{section.id}", f"{place} {section.title}"
    yield TOTAL, say("column.whole", language)


def column_table(wanted: Sequence[WantedColumn], language: Language, of: str = "") -> PlainTable:
    """The columns that a table of facts may have, or one `of` the members of a list."""
    labels = {one: say(f"column.{one}", language) for one in ("column", "type", "about")}
    columns = [TableColumn(label, "name" if one == "column" else "text") for one, label in labels.items()]
    rows = [TableRow((one.name, one.kind, one.label)) for one in wanted]
    title = say("column.wanted-members", language, key=of) if of else say("column.wanted", language)
    return PlainTable("columns", title, tuple(columns), tuple(rows))


def in_words(states: Mapping[str, int], language: Language) -> str:
    """How many rows are in each state."""
    told = (f"{say(f'column.state-{state}', language)} {count}" for state, count in states.items())
    return say("doubt.between", language).join(told)
