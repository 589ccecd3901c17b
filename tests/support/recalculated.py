"""Calculations in one workbook without any cached value, and what LibreOffice makes of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from kaohe.results.calculation import Calculation
from support.rendered.printing import Office


@dataclass(frozen=True)
class Block:
    """One calculation and the input cells of several units: a sheet with a column for each of them."""

    calculation: Calculation
    units: Sequence[Mapping[str, Any]]

    def rows(self) -> Mapping[str, int]:
        names = [*self.calculation.inputs, *(cell.name for cell in self.calculation.cells)]
        return {name: row for row, name in enumerate(names, 1)}


def write_blocks(path: Path, blocks: Sequence[Block]) -> None:
    book = Workbook(write_only=True)
    for number, block in enumerate(blocks):
        sheet, rows = book.create_sheet(f"s{number}"), block.rows()
        columns = [get_column_letter(place) for place in range(1, len(block.units) + 1)]
        places = [{name: f"{column}{row}" for name, row in rows.items()} for column in columns]
        for name in block.calculation.inputs:
            sheet.append([unit.get(name) for unit in block.units])
        for cell in block.calculation.cells:
            sheet.append([block.calculation.formula_text(cell.name, place) for place in places])
    book.save(path)


def plant(path: Path, cell: str, *, formula: str = "", cached: str = "") -> None:
    """Put another formula, or a cached value beside the one that stands there, into a cell of the first sheet."""
    with ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    first = "xl/worksheets/sheet1.xml"
    found = re.compile(rf'<c r="{cell}"([^>]*)><f>(.*?)</f><v ?/?>(</v>)?</c>')
    text, count = found.subn(
        lambda one: f'<c r="{cell}"{one[1]}><f>{formula or one[2]}</f><v>{cached}</v></c>', parts[first].decode()
    )
    assert count == 1
    parts[first] = text.encode()
    with ZipFile(path, "w") as book:
        for name, part in parts.items():
            book.writestr(name, part)


def recalculated(office: Office, path: Path, blocks: Sequence[Block]) -> list[list[dict[str, Any]]]:
    """For each block and unit the value of every cell as LibreOffice gives it."""
    folder = path.parent / "recalculated"
    office.convert("xlsx", folder, path)
    book = load_workbook(folder / path.name, data_only=True, read_only=True)
    found = [_read(sheet, block) for sheet, block in zip(book.worksheets, blocks, strict=True)]
    book.close()
    return found


def _read(sheet: Any, block: Block) -> list[dict[str, Any]]:
    """Where all cells of the last rows are empty texts, the sheet may end before them."""
    found: list[dict[str, Any]] = [dict.fromkeys(block.rows()) for _ in block.units]
    for name, values in zip(block.rows(), sheet.iter_rows(max_col=len(block.units), values_only=True), strict=False):
        for unit, value in zip(found, values, strict=True):
            unit[name] = value
    return found
