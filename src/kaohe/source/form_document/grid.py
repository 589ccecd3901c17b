"""A form in a .xlsx workbook -> rows: merged cells, numbers as they are shown."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kaohe.source.form_document.rows import Cell, FormRow, RowPlace
from kaohe.source.workbooks import opened

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 2000, 40
"""No form has as many; a sheet may be formatted down to its last row."""


def rows(content: bytes) -> list[FormRow]:
    """Every row that has words in it, of every sheet that is shown; raises Unopened."""
    book = opened(content, cached=True)
    sheets = (sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    return [row for sheet in sheets for row in _rows(sheet)]


def _rows(sheet: "Worksheet") -> Iterator[FormRow]:
    origins = _origins(sheet)
    width = min(sheet.max_column, MOST_COLUMNS)
    for number in range(1, min(sheet.max_row, MOST_ROWS) + 1):
        cells: list[Cell] = []
        for column in range(1, width + 1):
            origin = origins.get((number, column), (number, column))
            cell = sheet.cell(*origin)
            cells.append(Cell(_shown(cell.value, cell.number_format), origin != (number, column)))
        if any(cell.text for cell in cells):
            yield FormRow(tuple(cells), RowPlace("sheet", sheet.title, number))


def _origins(sheet: "Worksheet") -> dict[tuple[int, int], tuple[int, int]]:
    """Of each cell that is covered, the one whose words are seen there."""
    return {
        (row, column): (merged.min_row, merged.min_col)
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row, min(merged.max_row, MOST_ROWS) + 1)
        for column in range(merged.min_col, min(merged.max_col, MOST_COLUMNS) + 1)
    }


def _shown(value: Any, number_format: str) -> str:
    """A cell's value as it is seen, near enough: 8 and not 8.0, 95% where it is shown so."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = Decimal(str(value))
        if "%" in number_format:
            return f"{(number * 100).normalize():f}%"
        return f"{number.normalize():f}"
    return str(value).strip()
