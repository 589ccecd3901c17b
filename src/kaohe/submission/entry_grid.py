"""A sheet in which facts are entered: its rows by their ids, its columns by their keys, wherever they stand now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kaohe.messages import told
from kaohe.source.spreadsheet.sheet_cells import Cell, Cells
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.entry_rows import COLUMNS, CORRECTIONS, ENTRY_FORMAT, ID
from kaohe.submission.key_names import plainly
from kaohe.submission.typed_cell import plain_text

KEYS = (*COLUMNS, *CORRECTIONS)
ENTERED = ("previous", "current", "state", "evidence", "note", *CORRECTIONS)
"""The columns in which people enter something."""
TELLING = 3
"""So many keys or headings in one row are no accident."""
IDS = 1
"""The column in which ids stand, unless it was taken out."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One row of a sheet; `id` says what it is about."""

    grid: "EntryGrid"
    row: int
    id: str

    def cell(self, key: str) -> Cell | None:
        """What stands under a key, None for nothing."""
        return self.grid.cells[self.row].get(self.grid.columns.get(key, 0))

    def text(self, key: str) -> str:
        return plain_text(self.cell(key))

    def place(self, key: str) -> CellPlace:
        return CellPlace(self.grid.title, self.row, self.grid.columns.get(key, 0))

    @property
    def words(self) -> tuple[str, str, str]:
        """The column of its label, its number, its label; a head row has its label beside its value."""
        number, label, head = (self.text(key) for key in ("number", "label", "previous"))
        if label or not head:
            return ("label" if label else "number"), number, label
        return "previous", "", head

    @property
    def entered(self) -> Mapping[str, str]:
        """What people have entered, by the keys of its columns; headings have not been."""
        found = {key: said for key in ENTERED if key in self.grid.columns and (said := says(self.cell(key)))}
        known = headings(tuple(found)) if len(found) >= TELLING and not self.id else {}
        return {} if known and all(known.get(plainly(said)) == key for key, said in found.items()) else found


@dataclass(frozen=True, slots=True)
class EntryGrid:
    """A sheet: `columns` by their keys, `head` is the row that has these, if one has."""

    title: str
    cells: Cells
    columns: Mapping[str, int]
    head: int
    has_ids: bool
    copies: Mapping[int, str] = field(default_factory=dict)
    """Columns that say that they are what another is already, each with its key."""

    def unlike_copies(self) -> Iterator[tuple[str, CellPlace]]:
        """The first cell of each copied column that is not what stands in the column itself."""
        for copy, key in self.copies.items():
            own = self.columns[key]
            rows = [row for row in sorted(self.cells) if row > self.head and self._unlike(row, own, copy)]
            yield from ((key, CellPlace(self.title, row, copy)) for row in rows[:1])

    def _unlike(self, row: int, own: int, copy: int) -> bool:
        return says(self.cells[row].get(own)) != says(self.cells[row].get(copy))

    def lines(self, called: Mapping[str, str]) -> Iterator[EntryLine]:
        """Its rows from the first that is known; one whose id is gone has that of the label beside its number.

        `called` are ids by what people call them, each as `label_key` has it.
        """
        begun = False
        for row in sorted(one for one in self.cells if one > self.head):
            own = plain_text(self.cells[row].get(IDS)) if self.has_ids else ""
            line = EntryLine(self, row, own)
            own = own or called.get(label_key(*line.words[1:]), "")
            begun = begun or bool(own)
            if begun:
                yield EntryLine(self, row, own)

    def stray(self) -> Iterator[CellPlace]:
        """Cells beside the columns: nobody knows what they are about."""
        known = {*self.columns.values(), *self.copies, *([IDS] if self.has_ids else [])}
        for row, cells in self.cells.items():
            if row > self.head:
                strange = {column for column, cell in cells.items() if says(cell)} - known
                yield from (CellPlace(self.title, row, column) for column in sorted(strange))


def says(cell: Cell | None) -> str:
    """What a cell says in any way: also that nothing has computed it, or that it went wrong."""
    return "" if cell is None else plain_text(cell) or (cell.text or "?") * (cell.kind in ("unknown", "error"))


def label_key(number: str, label: str) -> str:
    return plainly(f"{number} {label}")


def entry_grid(title: str, cells: Cells) -> EntryGrid | None:
    """The sheet as one of facts, by the keys in its first row or by its headings; None where it is none."""
    first = {column: plain_text(cell) for column, cell in cells.get(1, {}).items()}
    keyed = [(column, key) for column, key in sorted(first.items()) if key in KEYS and key != ID]
    columns = {key: column for column, key in reversed(keyed)}
    copies = {column: key for column, key in keyed if columns[key] != column}
    if first.get(IDS) == ENTRY_FORMAT or len(columns) >= TELLING:
        return EntryGrid(title, cells, columns, 1, first.get(IDS) == ENTRY_FORMAT, copies)
    return _by_headings(title, cells)


def _by_headings(title: str, cells: Cells) -> EntryGrid | None:
    known = headings(KEYS)
    for row in sorted(cells):
        columns: dict[str, int] = {}
        for column, cell in sorted(cells[row].items()):
            key = known.get(plainly(plain_text(cell)))
            if key:
                columns.setdefault(key, column)
        if {"label", "current"} <= columns.keys() and len(columns) >= TELLING:
            return EntryGrid(title, cells, columns, 0, IDS not in columns.values())
    return None


def headings(keys: Sequence[str]) -> Mapping[str, str]:
    """The keys of columns by what stands at their heads, in either language."""
    named: list[tuple[Any, str]] = [(told(f"entry.column-{key}", one), key) for key in keys for one in ("zh", "en")]
    return {plainly(text): key for text, key in named if text}
