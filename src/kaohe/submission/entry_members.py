"""A list's own sheet: each row a member with its fields, and at a later stage what is to stand instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.source.spreadsheet.sheet_cells import Cell, Cells
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.answers import Place
from kaohe.submission.entered import Entered, Path
from kaohe.submission.entry_grid import IDS, headings, says
from kaohe.submission.entry_rows import ENTRY_FORMAT, MEMBER, member_columns
from kaohe.submission.key_names import plainly
from kaohe.submission.typed_cell import plain_text

KNOWN = "known"
"""What the hidden column of a later stage's workbook says beside a member that a stage before has."""
MARK = f"{ENTRY_FORMAT}:"
"""What stands before a list's id in the first cell of its sheet."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One row of a list's sheet."""

    sheet: "MemberSheet"
    row: int
    member: str
    known: bool = False
    """Whether a stage before has it."""

    def cell(self, key: str) -> Cell | None:
        return self.sheet.cells[self.row].get(self.sheet.columns.get(key, 0))

    def text(self, key: str) -> str:
        return plain_text(self.cell(key))

    def place(self, key: str) -> CellPlace:
        return CellPlace(self.sheet.title, self.row, self.sheet.columns.get(key, 0))


@dataclass(frozen=True, slots=True)
class MemberSheet:
    """The sheet of one list; `id` is that of the list, nothing where it is not said any more."""

    title: str
    id: str
    cells: Cells
    columns: Mapping[str, int]

    def lines(self) -> Iterator[MemberLine]:
        """The rows below the headings in which anything stands."""
        for row in sorted(one for one in self.cells if one > self.head):
            if any(says(self.cells[row].get(column)) for column in self.columns.values()):
                name = plain_text(self.cells[row].get(self.columns.get(MEMBER, 0)))
                yield MemberLine(self, row, name, plain_text(self.cells[row].get(IDS)) == KNOWN)

    @property
    def head(self) -> int:
        """The row of headings: the last one before the first of those that stand ready for members."""
        ready = [row for row in self.cells if row > 1 and plain_text(self.cells[row].get(IDS)) in (MEMBER, KNOWN)]
        known = headings([MEMBER])
        column = self.columns.get(MEMBER, 0)
        named = [row for row in self.cells if row > 1 and plainly(plain_text(self.cells[row].get(column))) in known]
        return min(named) if named else min(ready) - 1 if ready else 1

    def stray(self) -> Iterator[CellPlace]:
        """Cells beside the columns: nobody knows what they are about."""
        known = {IDS, *self.columns.values()}
        for row in sorted(one for one in self.cells if one > self.head):
            strange = {column for column, cell in self.cells[row].items() if says(cell)} - known
            yield from (CellPlace(self.title, row, column) for column in sorted(strange))


def member_sheet(title: str, cells: Cells) -> MemberSheet | None:
    """The sheet as that of a list, by its first row; None where it is none."""
    first = {column: plain_text(cell) for column, cell in cells.get(1, {}).items()}
    columns = {key: column for column, key in first.items() if key and not key.startswith(ENTRY_FORMAT)}
    mark = first.get(IDS, "")
    if MEMBER not in columns:
        return None
    return MemberSheet(title, mark.removeprefix(MARK) if mark.startswith(MARK) else "", cells, columns)


def named(sheet: MemberSheet | None, place: Place, entered: Entered) -> list[MemberLine]:
    """The rows of members that have a name, each name once."""
    found: dict[str, MemberLine] = {}
    for line in sheet.lines() if sheet else ():
        if not line.member:
            entered.add("member-without-name", line.place(MEMBER), label=place.called)
        elif line.member in found:
            told = {"label": place.called, "found": line.member, "first": found[line.member].row}
            entered.add("member-twice", line.place(MEMBER), **told)
        else:
            found[line.member] = line
    return list(found.values())


def member_fields(line: MemberLine, place: Place, entered: Entered, before: str = "") -> Iterator[tuple[str, Any]]:
    """The fields of a member that say something."""
    for column, field in member_columns(place).items():
        indicator, _ = place.indicator.of_field(field)
        key = f"{before}{column}"
        told = f"{place.called}（{line.member}）"
        value = entered.value(line.cell(key), line.place(key), indicator, place.readers[field].name, told)
        if value is not None:
            yield field, value


def nested(fields: Mapping[str, Any]) -> Any:
    """A member's fields as a unit's file has them: `plan.part` is `part` of `plan`, a single value has no name."""
    if "" in fields:
        return fields[""]
    found: dict[str, Any] = {}
    for name, value in fields.items():
        fact, dot, part = name.partition(".")
        if dot:
            found.setdefault(fact, {})[part] = value
        else:
            found[fact] = value
    return found or None


def enter_members(sheet: MemberSheet | None, place: Place, path: Path, entered: Entered) -> bool:
    """Put a list's members into the data; False where none of them says anything."""
    if sheet is None:
        return False
    lines = named(sheet, place, entered)
    found = {line.member: dict(member_fields(line, place, entered)) for line in lines}
    if not found or (place.indicator.members and not any(found.values())):
        return False
    if place.indicator.names_only:
        entered.put(path, list(found), lines[0].place(MEMBER))
        return True
    for line in lines:
        entered.put((*path, line.member), nested(found[line.member]), line.place(MEMBER))
        for column, field in member_columns(place).items():
            entered.places[*path, line.member, *filter(None, field.split("."))] = line.place(column)
    return True
