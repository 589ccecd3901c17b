"""A roster in a CSV file or a workbook: each row becomes what YAML would say of a unit, with the cell of every part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kaohe.expr.numbers import shown
from kaohe.problems import Problem, Problems
from kaohe.source import file_contents
from kaohe.source.file_kinds import is_table
from kaohe.source.spreadsheet.book import Book
from kaohe.source.tables import Row, Table, read_table, sheet_table
from kaohe.source.workbook_document import CellPlace, WorkbookDocument
from kaohe.source.workbooks import Unopened
from kaohe.submission.entered import Entered
from kaohe.submission.key_names import plainly
from kaohe.submission.table_cells import WORDS
from kaohe.submission.table_columns import HEAD
from kaohe.submission.typed_cell import plain_text

UNITS, UNIT = "units", "unit"
COLUMNS = "columns"
MOST_TITLES = 10
"""So many rows may stand above the names of the columns."""
"""The path of the names of columns, by which the cell of each is found."""


def roster_table(path: str, known: Mapping[str, str]) -> WorkbookDocument:
    """The data and their cells; `known` are keys by what their columns are called.

    Raises Problems where there is no table of units, OSError.
    """
    table, entered = _table(path, known)
    table = _below_titles(table, known)
    names = [known.get(plainly(text), text) for text in table.names]
    table = replace(table, names=names)
    if UNIT not in names:
        raise Problems([table.problem("roster-without-unit", table.header, 1, {})])
    for at, name in enumerate(names):
        if name:
            entered.at((COLUMNS, name), CellPlace(table.sheet, table.header, at + 1))
    units = [_entry(place, numbered, table, entered) for place, numbered in enumerate(table.rows)]
    problems = (*_twice(table, names), *entered.findings)
    return WorkbookDocument(path, {UNITS: units}, b"", "", [], entered.places, problems, (), {})


def _below_titles(table: Table, known: Mapping[str, str]) -> Table:
    """The table from the row on that names the units' column: offices put a title, a date above it."""
    rows = [(table.header, table.names), *((number, [plain_text(one) for one in row]) for number, row in table.rows)]
    for at, (number, texts) in enumerate(rows[:MOST_TITLES]):
        if any(known.get(plainly(text)) == UNIT for text in texts):
            return replace(table, header=number, names=texts, rows=table.rows[at:])
    return table


def _entry(place: int, numbered: tuple[int, Row], table: Table, entered: Entered) -> dict[str, str]:
    """What a row says of its unit, which has this place among all."""
    entry, (number, row) = dict[str, str](), numbered
    for at, cell in enumerate(row):
        where, name = CellPlace(table.sheet, number, at + 1), "".join(table.names[at : at + 1])
        text = entered.value(cell, where, WORDS, "text", name) if table.sheet else cell and cell.text
        if text and not name:
            entered.findings.append(table.problem("cell-without-column", number, at + 1, {"found": shown(text)}))
        elif text:
            entry[name] = text
            entered.places[UNITS, place, name] = where
    entered.places[UNITS, place] = CellPlace(table.sheet, number, 1)
    return entry


def names_rubrics(document: WorkbookDocument) -> bool:
    """Whether it is no roster but a table of units' facts: each row of these names its rubric."""
    words = [plainly(name) for name in ("rubric", HEAD["rubric"])]
    return any(path[0] == COLUMNS and plainly(str(path[-1])) in words for path in document.places)


def _twice(table: Table, names: Sequence[str]) -> list[Problem]:
    """A finding for each column that is called like one before it."""
    first = {name: at for at, name in reversed([*enumerate(names)])}
    return [
        table.problem("column-twice", table.header, at + 1, {"found": shown(name), "first": first[name] + 1})
        for at, name in enumerate(names)
        if name and first[name] < at
    ]


def _table(path: str, known: Mapping[str, str]) -> tuple[Table, Entered]:
    """The table, and what gathers what its cells say; of a workbook the first sheet with a column for units."""
    if is_table(path):
        return read_table(path), Entered(path, since_1904=False)
    try:
        book = Book(file_contents.content(path))
        sheets = [one for title in book.titles if (one := sheet_table(path, book, title))]
    except Unopened as found:
        raise Problems([found.problem(path)]) from None
    if not sheets or not any(one.rows for one in sheets):
        raise Problems([Problem("table-empty", path, 1, 1)])
    below = [_below_titles(one, known) for one in sheets]
    named = [one for one in below if any(known.get(plainly(text)) == UNIT for text in one.names)]
    return (named or sheets)[0], Entered(path, book.since_1904)
