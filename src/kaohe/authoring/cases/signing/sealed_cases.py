"""A workbook of cases that came back: what it was sealed with, and the page on which it was signed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.problems import Problem, Problems
from kaohe.results.seal_text import PAGE, Seal, digest, seal_of
from kaohe.results.signing_form import COLUMNS, FORMAT, KIND
from kaohe.source import file_contents
from kaohe.source.spreadsheet.book import Book
from kaohe.source.spreadsheet.sheet_cells import Cells
from kaohe.source.workbook_document import CellPlace
from kaohe.source.workbooks import Unopened
from kaohe.submission.typed_cell import plain_text


@dataclass(frozen=True, slots=True)
class SealedCases:
    """The cases as they were written: `data` are those of a file of them, `cells` what each row showed."""

    path: str
    rubric: Mapping[str, str]
    data: Mapping[str, Any]
    cells: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class SigningSheet:
    """The page as it came back; `columns` are by their keys."""

    title: str
    cells: Cells
    columns: Mapping[str, int]
    since_1904: bool

    def text(self, row: int, key: str) -> str:
        return plain_text(self.cells.get(row, {}).get(self.columns.get(key, 0)))

    def place(self, row: int, key: str) -> CellPlace:
        return CellPlace(self.title, row, self.columns.get(key, 0))


def is_signing(path: Path) -> bool:
    """Whether a file is a workbook of cases, by its first rows alone."""
    try:
        book = Book(file_contents.peeked(path))
        return PAGE in book.titles and _keyed(book) is not None
    except (Unopened, OSError):
        return False


def is_begun(path: Path) -> bool:
    """Whether somebody has signed, or begun to sign, a workbook of cases."""
    if not is_signing(path):
        return False
    try:
        _, sheet = opened(str(path))
    except Problems:
        return True  # it is told what is wrong with it
    return any(sheet.text(row, "verdict") for row in sheet.cells if sheet.text(row, "number").isdigit())


def opened(path: str) -> tuple[SealedCases, SigningSheet]:
    """Raises Problems where it is no workbook of cases, or its seal is not what it was; OSError."""
    try:
        book = Book(file_contents.content(path))
        title = _keyed(book)
        seal = seal_of(_lines(book.cells(PAGE))) if PAGE in book.titles else None
        if title is None or seal is None:
            raise Problems([Problem("signing-expected", path)])
        sealed = _sealed(path, seal)
        cells = book.cells(title)
    except Unopened as found:
        raise Problems([found.problem(path)]) from None
    columns = {plain_text(cell): column for column, cell in sorted(cells[1].items(), reverse=True)}
    sheet = SigningSheet(title, cells, {key: columns[key] for key in COLUMNS if key in columns}, book.since_1904)
    gone = [key for key in COLUMNS if key not in columns]
    if gone:
        raise Problems([Problem("signing-column-gone", path, sheet=title, parameters={"keys": ", ".join(gone)})])
    return sealed, sheet


def _keyed(book: Book) -> str | None:
    """The page whose first row has the keys of its columns."""
    for title in book.titles:
        if plain_text(book.first(title).get(1)) == FORMAT:
            return title
    return None


def _lines(cells: Cells) -> Iterator[tuple[str, str]]:
    for _, row in sorted(cells.items()):
        yield plain_text(row.get(1)), row[2].text if 2 in row else ""  # noqa: PLR2004 - the second column


def _sealed(path: str, seal: Seal) -> SealedCases:
    if not seal.sound:
        raise Problems([Problem("seal-broken", path, parameters={"expected": seal.digest, "found": digest(seal.text)})])
    data: Any = json.loads(seal.text)
    if data.get("kind") != KIND:
        raise Problems([Problem("signing-expected", path)])
    if data["format"] != FORMAT:
        raise Problems([Problem("seal-unknown", path, parameters={"found": data["format"]})])
    document = source.read(path, data["cases"].encode())
    return SealedCases(path, data["rubric"], document.data, data["cells"])
