"""One row of a table as the file of one unit: its data, and in which cell each part of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kaohe.problems import Problem
from kaohe.source.document import Document
from kaohe.source.yaml.places import Step, nearest

Columns = Mapping[tuple[Step, ...], int]
"""In which column stands what is at a path, or the first of what stands below it; counted from 1."""


@dataclass(frozen=True, slots=True)
class RowElsewhere:
    """A row of another table, in which a part of a unit's data stands, its name in the column `key`."""

    path: str
    sheet: str
    row: int
    key: int
    columns: Columns

    def problem(
        self, code: str, path: tuple[Step, ...], parameters: Mapping[str, object], *, key: bool = False
    ) -> Problem:
        """A finding at a path inside the part."""
        column = self.key if key else nearest(path, self.columns) or self.key
        return Problem(code, self.path, self.row, column, parameters, sheet=self.sheet)


@dataclass(frozen=True, slots=True)
class TableRow(Document):
    """Its path is that of the table and the row's number, `表.csv:5`; problems name the table, row and column.

    `findings` are what was wrong with its cells before anybody asked what they say; `sheet` is the workbook's, if it
    is one. The first row has all that is said of how the table's cells were taken.
    """

    table: str
    row: int
    header: int
    columns: Columns
    findings: tuple[Problem, ...]
    sheet: str
    said: tuple[Problem, ...]
    elsewhere: Mapping[tuple[Step, ...], RowElsewhere] = field(default_factory=dict)
    """The parts, by their paths, that stand in rows of other tables."""

    def __reduce__(self) -> tuple[type["TableRow"], tuple[Any, ...]]:
        return TableRow, (
            self.path,
            self.data,
            self.content,
            self.text,
            self.starts,
            self.table,
            self.row,
            self.header,
            self.columns,
            self.findings,
            self.sheet,
            self.said,
            self.elsewhere,
        )

    @property
    def file(self) -> str:
        return self.table

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.findings

    @property
    def remarks(self) -> tuple[Problem, ...]:
        return self.said

    def head(self) -> "TableRow":
        plain = {key: None if isinstance(value, dict) else value for key, value in self.data.items()}
        return replace(self, data=plain, findings=(), said=())

    def position(self, path: tuple[Step, ...], *, key: bool = False, offset: int = 0) -> tuple[int, int]:
        """The row (or the header, for a key) and the column; an offset into a cell's text is not told."""
        del offset
        return self.header if key else self.row, nearest(path, self.columns) or 1

    def problem(
        self, code: str, path: tuple[Step, ...], parameters: Mapping[str, object], *, key: bool = False
    ) -> Problem:
        for length in range(len(path), 0, -1) if self.elsewhere else ():
            if path[:length] in self.elsewhere:
                return self.elsewhere[path[:length]].problem(code, path[length:], parameters, key=key)
        line, column = self.position(path, key=key)
        return Problem(code, self.table, line, column, parameters, sheet=self.sheet)


def table_row(table: str, row: int, data: Any, header: int, columns: Columns) -> TableRow:
    """The row of this number of a table's file."""
    return TableRow(f"{table}:{row}", data, b"", "", [], table, row, header, columns, (), "", ())
