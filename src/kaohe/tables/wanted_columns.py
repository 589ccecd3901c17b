"""Which columns a table of facts may have for a rubric, and of what type: for a person, and for who makes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.compiler.row_layout import Fact
from kaohe.messages import Language
from kaohe.scoring.columns.column_facts import column_fields
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, UNIT, VALUE, ending
from kaohe.scoring.columns.column_types import column_type
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.table_columns import HEAD, TableColumns


@dataclass(frozen=True, slots=True)
class WantedColumn:
    """A column: its name, its type as databases call it, what it is about, and whether each table has it."""

    name: str
    kind: str
    label: str
    needed: bool = False


def wanted_columns(compiled: CompiledRubric, language: Language) -> Iterator[WantedColumn]:
    """Those before the facts, then each fact's in the form's order."""
    for key, label in HEAD.items():
        yield WantedColumn(key, "VARCHAR", label if language == "zh" else key, needed=key in ("rubric", "unit"))
    known = TableColumns(compiled.reader)
    fields = column_fields(compiled)
    for fact in compiled.layout.facts:
        if fact.indicator.peers is not None or fact.indicator.kind == "year":
            continue
        if fact.indicator.list:
            yield WantedColumn(fact.key, _nested(fact, fields), fact.called)
        for key in () if fact.indicator.list else fact.keys():
            column = known.find(key)
            if key in fields and column is not None:
                yield WantedColumn(
                    f"{key}{ending(fields[key].indicator)}", column_type(fields[key], DUCKDB), column.label(language)
                )
        if not compiled.optional.isdisjoint(fact.keys()):
            yield WantedColumn(f"{fact.key}{NOT_APPLICABLE}", "BOOLEAN", fact.called)


def wanted_of_members(compiled: CompiledRubric) -> Iterator[tuple[Fact, Sequence[WantedColumn]]]:
    """Those of a table of its own of each list's members, a row each."""
    fields = column_fields(compiled)
    for fact in compiled.layout.facts:
        if fact.indicator.list and fact.indicator.asked:
            heads = [WantedColumn(name, "VARCHAR", fact.called, needed=True) for name in (UNIT, MEMBER)]
            yield fact, [*heads, *(WantedColumn(name, kind, fact.called) for name, kind in _inside(fact, fields))]


def _nested(fact: Fact, fields: Mapping[str, ColumnField]) -> str:
    """The type of a list's column."""
    inside = [f"{MEMBER} VARCHAR", *(f"{name} {kind}" for name, kind in _inside(fact, fields))]
    return f"LIST(STRUCT({', '.join(inside)}))"


def _inside(fact: Fact, fields: Mapping[str, ColumnField]) -> Iterator[tuple[str, str]]:
    """The columns of a member's fields, with their types."""
    for key, name in zip(fact.field_keys(), fact.indicator.fields, strict=True):
        if key in fields:
            yield f"{name or VALUE}{ending(fields[key].indicator)}", column_type(fields[key], DUCKDB)
