"""A workbook: its sheets by their titles, the cells that its names stand for, and what else is in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import join, normpath

from kaohe.source.spreadsheet.number_formats import Shown, number_formats
from kaohe.source.spreadsheet.parts import Attributes, Parts, grown
from kaohe.source.spreadsheet.sheet_cells import LAST_ROW, Cell, Cells, SharedStrings, SheetCells, column_number

FOLDER = "xl"
CONTENTS, RELATIONS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
MACROS = "xl/vbaProject.bin"
PROPERTIES = "docProps/core.xml"


@dataclass(slots=True)
class _Contents:
    """Gathers what a workbook's table of contents says: each sheet with its relation, each name with its place."""

    sheets: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    since_1904: bool = False
    _name: str = ""

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = [value for key, value in attributes.items() if key.endswith(":id")]
            self.sheets[attributes["name"]] = relation[0]
        elif name == "definedName" and "localSheetId" not in attributes:
            self._name = attributes["name"]
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")

    def text(self, text: str) -> None:
        if self._name:
            self.names[self._name] = grown(self.names.get(self._name, ""), text)

    def end(self, name: str) -> None:
        if name == "definedName":
            self._name = ""


@dataclass(slots=True)
class _Relations:
    """Gathers the parts that relations lead to."""

    targets: dict[str, str] = field(default_factory=dict)

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            self.targets[attributes["Id"]] = attributes["Target"]

    def text(self, text: str) -> None:
        """Relations have no text."""

    def end(self, name: str) -> None:
        """Each is said at its beginning."""


@dataclass(slots=True)
class _Creator:
    """The program or person that made the workbook."""

    name: str = ""
    _inside: bool = False

    def begin(self, name: str, _: Attributes) -> None:
        self._inside = name == "creator"

    def text(self, text: str) -> None:
        if self._inside:
            self.name = grown(self.name, text)

    def end(self, _: str) -> None:
        self._inside = False


class Book:
    """A workbook's sheets are read when they are first asked for. Everything raises Unopened where a part is broken."""

    def __init__(self, content: bytes) -> None:
        self._parts = Parts(content)
        self._contents, self._relations = _Contents(), _Relations()
        self._parts.read(CONTENTS, self._contents)
        self._parts.read(RELATIONS, self._relations)
        self._read: dict[str, Cells] = {}

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(self._contents.sheets)

    @property
    def since_1904(self) -> bool:
        """Whether dates are counted from 1904, as old Macs did, and not from 1900."""
        return self._contents.since_1904

    @property
    def has_macros(self) -> bool:
        return MACROS in self._parts.names

    @cached_property
    def creator(self) -> str:
        found = _Creator()
        self._parts.read(PROPERTIES, found)
        return found.name

    @cached_property
    def names(self) -> Mapping[str, tuple[str, int, int]]:
        """The sheet, row and column of each name that stands for one cell."""
        found = {}
        for name, reference in self._contents.names.items():
            title, _, cell = reference.rpartition("!")
            letters, _, row = cell.removeprefix("$").partition("$")
            if letters.isalpha() and row.isdecimal() and len(row) <= len(str(LAST_ROW)):
                found[name] = title.strip("'").replace("''", "'"), int(row), column_number(letters)
        return found

    def cells(self, title: str) -> Cells:
        """All cells of a sheet."""
        if title not in self._read:
            self._read[title] = self._cells(title)
        return self._read[title]

    def first(self, title: str) -> Mapping[int, Cell]:
        """The cells of a sheet's first row, without reading the others."""
        cells = self._read.get(title) or self._cells(title, 1)
        return cells.get(1, {})

    def _cells(self, title: str, last: int = 0) -> Cells:
        target = self._relations.targets.get(self._contents.sheets[title], "")
        name = target.lstrip("/") if target.startswith("/") else normpath(join(FOLDER, target))
        found = SheetCells(self._strings, self._formats, last)
        self._parts.read(name, found)
        return found.cells

    @cached_property
    def _strings(self) -> list[str]:
        found = SharedStrings()
        self._parts.read(STRINGS, found)
        return found.texts

    @cached_property
    def _formats(self) -> list[Shown]:
        return number_formats(self._parts)
