"""A CSV file becomes rows of cells, as spreadsheets and offices write them; what the cells mean is not known here."""

import csv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from kaohe.problems import Problem, Problems
from kaohe.source.decoding import BIGGEST_FILE, decode
from kaohe.source.text_findings import Findings, Stopped

DELIMITERS = ",\t;"
"""What stands between cells: Excel writes tabs into its Unicode text, and semicolons in some countries."""
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a file, without the blanks around them. `header` is the number of the first row that has any.

    Rows are counted from 1, as a spreadsheet counts them; `rows` are those below the header that are not empty.
    """

    path: str
    header: int
    names: Row
    rows: Sequence[tuple[int, Row]]


def read_table(path: str) -> Table:
    """Raises Problems where it is no text, no CSV, or has no rows below its header, OSError if it can't be read."""
    with Path(path).open("rb") as file:
        content = file.read(BIGGEST_FILE + 1)
    findings = Findings()
    with suppress(Stopped):
        decode(content, findings, gb18030=True)
    if findings.found:
        raise Problems(findings.problems(path))
    (header, names), *rows = _filled(path, findings.text) or [(0, [])]
    if not rows:
        raise Problems([Problem("table-empty", path, 1, 1)])
    return Table(path, header, names, rows)


def _filled(path: str, text: str) -> list[tuple[int, Row]]:
    """The rows that are not empty, each with its number."""
    first = text.lstrip().partition("\n")[0]
    found: list[tuple[int, Row]] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(StringIO(text), delimiter=_delimiter(first), strict=True), 1):
            row = [cell.strip() for cell in cells]
            if any(row):
                found.append((number, row))
    except csv.Error:
        raise Problems([Problem("table-quotes", path, number + 1, 1)]) from None
    return found


def _delimiter(line: str) -> str:
    """What there is most of in the first line."""
    return max(DELIMITERS, key=line.count)
