"""A CSV file or a workbook's sheet becomes a header and rows of cells; what the cells mean is not known here."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO

from kaohe.problems import Problem, Problems
from kaohe.source import file_contents
from kaohe.source.decoding import BIGGEST_FILE, decode
from kaohe.source.spreadsheet.book import Book
from kaohe.source.spreadsheet.sheet_cells import CONTROL, Cell
from kaohe.source.text_findings import Findings, Stopped

DELIMITERS = ",\t;"
"""What stands between cells: Excel writes tabs into its Unicode text, and semicolons in some countries."""
Row = Sequence[Cell | None]
"""Empty cells are None."""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a file, or of its sheet of this title. `header` is the number of the first row that has any.

    Rows are counted from 1, as a spreadsheet counts them; `rows` are those below the header that are not empty.
    """

    path: str
    header: int
    names: Sequence[str]
    rows: Sequence[tuple[int, Row]]
    sheet: str = ""
    since_1904: bool = False

    def problem(self, code: str, row: int, column: int, told: Mapping[str, object]) -> Problem:
        """A finding at a cell."""
        return Problem(code, self.path, row, column, told, sheet=self.sheet)


def read_table(path: str) -> Table:
    """Raises Problems where it is no text, no CSV, or has no rows below its header, OSError if it can't be read."""
    content = file_contents.content(path, BIGGEST_FILE + 1)
    findings = Findings()
    with suppress(Stopped):
        decode(content, findings, gb18030=True)
    if findings.found:
        raise Problems(findings.problems(path))
    filled = _filled(path, findings.text)
    odd = list(_odd(path, filled))
    if odd:
        raise Problems(odd)
    (header, names), *rows = filled or [(0, [])]
    if not rows:
        raise Problems([Problem("table-empty", path, 1, 1)])
    return Table(path, header, names, [(number, [*map(_cell, row)]) for number, row in rows])


def sheet_table(path: str, book: Book, title: str) -> Table | None:
    """A sheet of a workbook; None where there is nothing in it. Raises Unopened."""
    cells = {number: row for number, row in sorted(book.cells(title).items()) if any(map(_says, row.values()))}
    if not cells:
        return None
    (header, names), *rows = (
        (number, [row.get(place) for place in range(1, max(row) + 1)]) for number, row in cells.items()
    )
    texts = [cell.text.strip() if cell else "" for cell in names]
    return Table(path, header, texts, rows, title, book.since_1904)


def _says(cell: Cell) -> bool:
    return cell.kind != "text" or bool(cell.text.strip())


def _cell(text: str) -> Cell | None:
    return Cell("text", text, "number") if text else None


def _filled(path: str, text: str) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, each with its number."""
    first = text.lstrip().partition("\n")[0]
    found: list[tuple[int, list[str]]] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(StringIO(text), delimiter=_delimiter(first), strict=True), 1):
            row = [cell.strip() for cell in cells]
            if any(row):
                found.append((number, row))
    except csv.Error:
        raise Problems([Problem("table-quotes", path, number + 1, 1)]) from None
    return found


def _odd(path: str, rows: Sequence[tuple[int, list[str]]]) -> Iterator[Problem]:
    """A finding for each cell with a character that nobody sees and a terminal would obey."""
    for number, cells in rows:
        for column, text in enumerate(cells, 1):
            found = CONTROL.search(text) if not text.isprintable() else None
            if found:
                told = {"character": f"U+{ord(found[0]):04X}"}
                yield Problem("control-character", path, number, column, told)


def _delimiter(line: str) -> str:
    """What there is most of in the first line."""
    return max(DELIMITERS, key=line.count)
