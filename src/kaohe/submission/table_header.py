"""The header of a table of facts: which column is about what, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kaohe.expr.numbers import shown
from kaohe.problems import Problem, Problems
from kaohe.source.models import nearest
from kaohe.source.table_row import Columns
from kaohe.source.tables import Table
from kaohe.submission.key_names import plainly
from kaohe.submission.table_columns import HEAD, FactColumn, Path, TableColumns, head_names

NEEDED = ("rubric", "unit")
"""The columns without which a table says nothing."""


@dataclass(frozen=True, slots=True)
class TableHeader:
    """What the columns of a table are to one rubric.

    `facts` are by their places, from 0; `columns` say where the parts of a row's data stand.
    """

    facts: Mapping[int, FactColumn]
    columns: Columns
    problems: tuple[Problem, ...]
    notes: Mapping[int, Path]
    """The columns of remarks on facts, with where each stands in the data of a unit's file."""


def has_head(table: Table) -> bool:
    """Whether it is a table of facts, by the columns that each has."""
    return _places(table).keys() >= {*NEEDED}


def names_rubric(table: Table) -> bool:
    """Whether it has a column of rubrics."""
    return NEEDED[0] in _places(table)


def names_units(table: Table) -> bool:
    """Whether it has a column of units."""
    return NEEDED[1] in _places(table)


def head_places(table: Table) -> Mapping[str, int]:
    """In which places, from 0, the columns before the facts stand; raises Problems where one is needed."""
    found = _places(table)
    gone = [key for key in NEEDED if key not in found]
    if gone:
        raise Problems(table.problem(f"table-without-{key}", table.header, 1, {}) for key in gone)
    return found


def _places(table: Table) -> dict[str, int]:
    known, found = head_names(), dict[str, int]()
    for place, text in enumerate(table.names):
        key = known.get(plainly(text))
        if key:
            found.setdefault(key, place)
    return found


def head_columns(head: Mapping[str, int]) -> Columns:
    """Where the data stand that come before the facts."""
    return {(key,): place + 1 for key, place in head.items()}


def understood(table: Table, head: Mapping[str, int], known: TableColumns, rubric: str) -> TableHeader:
    """The header as a rubric has it that is named so."""
    facts: dict[int, FactColumn] = {}
    problems: list[Problem] = []
    first: dict[str, int] = {}
    notes: dict[int, Path] = {}
    for place, text in enumerate(table.names):
        column = known.find(text)
        note = None if column else known.note(text)
        key = head_names().get(plainly(text)) or (column.name if column else ".".join(note or ()))
        if not key:
            code, told = _unknown(text, known, rubric)
        elif key in first:
            code, told = "column-twice", {"found": shown(text), "first": first[key] + 1}
        else:
            first[key], code = place, ""
            if column:
                facts[place] = column
            elif note:
                notes[place] = note
        if code and text:
            problems.append(table.problem(code, table.header, place + 1, told))
    return TableHeader(facts, {**_fact_columns(facts), **head_columns(head)}, tuple(problems), notes)


def _unknown(text: str, known: TableColumns, rubric: str) -> tuple[str, Mapping[str, object]]:
    """What is said of a column that is about no fact that a cell can hold."""
    several = known.list_of(text)
    if several is not None:
        return "column-of-list", {"found": shown(text), "label": several.called}
    meant = nearest(text, (*HEAD, *HEAD.values(), *known.names))
    return "unknown-column", {"found": shown(text), "nearest": meant, "rubric": rubric}


def _fact_columns(facts: Mapping[int, FactColumn]) -> Columns:
    """The column of each fact's path; of a path above several facts, the first of theirs."""
    found: dict[tuple[str | int, ...], int] = {}
    for place, column in facts.items():
        for length in range(1, len(column.path) + 1):
            found.setdefault(column.path[:length], place + 1)
    return found
