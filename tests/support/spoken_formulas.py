"""Formulas on one cell each, and what LibreOffice makes of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from support.rendered.printing import Office

Asked = tuple[Any, Callable[[str], str]]
"""What stands in a cell, and a formula on it."""


def computed(office: Office, folder: Path, asked: Sequence[Asked]) -> list[Any]:
    """What each formula comes to."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row, (content, formula) in enumerate(asked, 1):
        cell = page.cell(row, 1)
        assert isinstance(cell, Cell)
        cell.value = content
        if isinstance(content, str):
            cell.data_type = "s"
        page.cell(row, 2).value = f"={formula(f'A{row}')}"
    path = folder / "formulas.xlsx"
    book.save(path)
    office.convert("xlsx", folder / "computed", path)
    found = load_workbook(folder / "computed" / path.name, data_only=True).worksheets[0]
    return [found.cell(row, 2).value for row in range(1, len(asked) + 1)]
