"""What the cells of one row of a table say, each as what its column is about; what is wrong in them is gathered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.problems import Problem
from kaohe.source.tables import Row, Table
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.cell_text import accepted, cell_value, otherwise, year_value
from kaohe.submission.entered import Entered
from kaohe.submission.table_columns import HEAD, FactColumn
from kaohe.submission.typed_cell import plain_text

WORDS = Indicator(label="", kind="judgement")
"""What stands before the facts."""


@dataclass(frozen=True, slots=True)
class TableCells:
    """The cells of the row of this number; those of a workbook's sheet are typed, those of a CSV file texts."""

    table: Table
    number: int
    row: Row
    entered: Entered

    def head(self, places: Mapping[str, int]) -> dict[str, Any]:
        """What stands before the facts, by their keys."""
        found = {key: self._said(place, WORDS, "text", HEAD[key]) for key, place in places.items()}
        if isinstance(found.get("year"), str):
            found["year"] = year_value(found["year"])
        return {key: value for key, value in found.items() if value}

    def answers(self, facts: Mapping[int, FactColumn]) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Each fact that is reported, as a unit's file would; one that does not apply has no fields."""
        found: dict[tuple[str, ...], dict[str, Any]] = {}
        wanted: dict[tuple[str, ...], int] = {}
        for place, column in facts.items():
            value = self._said(place, column.place.indicator, column.reader, column.place.called)
            if value is not None:
                found.setdefault(column.fact, {})[column.field] = value
                wanted[column.fact] = len(column.place.readers)
        for path, fields in found.items():
            whole = next(iter(fields.values()))
            same = len(fields) == wanted[path] and {*fields.values()} <= {*NOT_APPLICABLE_WORDS}
            yield path, whole if same or "" in fields else fields

    def notes(self, places: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Each remark with where it belongs."""
        for place, path in places.items():
            cell = self.row[place] if place < len(self.row) else None
            text = (plain_text(cell) or cell.text) if cell is not None else ""
            if text.strip():
                yield path, text.strip()

    def _said(self, place: int, about: Indicator, reader: str, label: str) -> Any:
        """The value of a cell; None where it is empty or wrong."""
        cell = self.row[place] if place < len(self.row) else None
        if cell is None:
            return None
        where = CellPlace(self.table.sheet, self.number, place + 1)
        if self.table.sheet:
            return self.entered.value(cell, where, about, reader, label)
        value = cell_value(cell.text, about, reader)
        if about.kind != "choice" and otherwise(cell.text, value) and accepted(value, about, reader):
            self.entered.taken.setdefault("word", []).append(where)
        return value

    def beyond(self) -> Iterator[Problem]:
        """Cells under no name: nobody can know what they are about."""
        for place, cell in enumerate(self.row):
            text = plain_text(cell)
            if text and not "".join(self.table.names[place : place + 1]):
                yield self.table.problem("cell-without-column", self.number, place + 1, {"found": shown(text)})


def put(data: dict[str, Any], path: Sequence[str], answer: Any) -> None:
    """Into the groups that a path leads through, which are made."""
    *groups, last = path
    for group in groups:
        data = data.setdefault(group, {})
    data[last] = answer
