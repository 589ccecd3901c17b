"""The seal: a hidden page of the workbook that holds what it was computed from, and how it is read again."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe import __version__
from kaohe.messages import Language

PAGE = "kaohe"
"""The name of the page in every language."""
PIECE = 30_000
"""Characters of the text in a cell; a spreadsheet keeps no more than 32,767."""
VERSION, LANGUAGE, DIGEST, FACTS = "version", "language", "sha256", "facts"
_MARK = "|"
"""Stands around each piece: no blank at its ends is lost, and no spreadsheet takes it for a formula or a number."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says of itself, and its text; `sound` is whether the text still is what was sealed."""

    version: str
    language: str
    digest: str
    text: str

    @property
    def sound(self) -> bool:
        return digest(self.text) == self.digest


def digest(text: str) -> str:
    """SHA-256 of a seal's text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def fill(page: Worksheet, sealed: str, language: Language) -> None:
    """Write the seal on an empty page, out of sight and of print."""
    for row, (name, value) in enumerate(_lines(sealed, language), start=1):
        for column, text in enumerate((name, value), start=1):
            cell = page.cell(row, column)
            assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
            cell.value = text
            cell.data_type = "s"
    page.sheet_state = Worksheet.SHEETSTATE_VERYHIDDEN


def _lines(text: str, language: Language) -> Iterator[tuple[str, str]]:
    yield VERSION, __version__
    yield LANGUAGE, language
    yield DIGEST, digest(text)
    for start in range(0, len(text), PIECE):
        yield FACTS, f"{_MARK}{text[start : start + PIECE]}{_MARK}"


def of_entries(workbook: Workbook) -> bool:
    """Whether the page of this name says what a workbook of entries is for, and seals nothing."""
    return PAGE in workbook.sheetnames and any(row[0].value == "format" for row in workbook[PAGE].iter_rows(max_col=1))


def read(workbook: Workbook) -> Seal | None:
    """The seal of a workbook; None where it has none."""
    page = workbook[PAGE] if PAGE in workbook.sheetnames else None
    if not isinstance(page, Worksheet):
        return None
    found: dict[str, str] = {}
    for name, value, *_ in page.iter_rows(max_col=2, values_only=True):
        text = "" if value is None else str(value)
        piece = text.removeprefix(_MARK).removesuffix(_MARK)
        found[str(name)] = found.get(FACTS, "") + piece if name == FACTS else text
    if not {VERSION, LANGUAGE, DIGEST, FACTS} <= found.keys():
        return None
    return Seal(found[VERSION], found[LANGUAGE], found[DIGEST], found[FACTS])
