"""Writes a page's many cells fast: looks that come back with every unit are worked out once and shared."""

from collections.abc import Sequence
from copy import copy
from fractions import Fraction
from typing import Any, NamedTuple

from openpyxl.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, number, put
from kaohe.render.xlsx.paper_layout import Value, rows
from kaohe.render.xlsx.shades import FILLS, ON_DARK, Shade


class Ink(NamedTuple):
    """How a cell looks. In `format`, {0} is the format that the number would have had."""

    style: Style
    format: str = "{0}"
    shade: Shade = ""


Cell = tuple[Value, Ink] | None
"""A value and its looks; None leaves a gap in the table."""


class Pen:
    """Puts rows of cells on one page."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._looks: dict[tuple[Ink, bool], object] = {}

    def line(self, row: int, cells: Sequence[Cell], widths: Sequence[float]) -> int:
        """Write a row as high as its texts ask for, going on below where they ask for more than one.

        It has one text at least; `widths` are those of its cells. The row after it comes back.
        """
        found = [
            (column, *cell, width) for column, (cell, width) in enumerate(zip(cells, widths, strict=True), 1) if cell
        ]
        texts = [(value, width) for _, value, _, width in found if isinstance(value, str)]
        values, rooms = zip(*texts, strict=True)
        for place, part in enumerate(rows(values, rooms, SIZE, TALLEST)):
            pieces = iter(part.values)
            for column, value, ink, _ in found:
                if isinstance(value, str):
                    self._first(row, column, next(pieces), ink)
                elif place == 0:
                    self._number(row, column, value, ink)
                else:
                    self._first(row, column, "", ink)
            self._page.row_dimensions[row].height = part.height
            row += 1
        return row

    def _number(self, row: int, column: int, value: Fraction, ink: Ink) -> None:
        look = ink, 100 % value.denominator == 0
        known = self._looks.get(look)
        if known is None:
            written = self._first(row, column, value, ink)
            self._looks[look] = copy(written._style)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
            return
        cell: Any = SheetCell(self._page, row, column)
        cell._value, cell._style = number(value), known  # noqa: SLF001
        self._page._cells[row, column] = cell  # noqa: SLF001 - Worksheet.cell takes longer

    def _first(self, row: int, column: int, value: Value, ink: Ink) -> SheetCell:
        put(self._page, row, column, value, ink.style)
        cell = self._page.cell(row, column)
        assert isinstance(cell, SheetCell)  # noqa: S101 - `put` has written it
        if isinstance(value, Fraction):
            cell.number_format = ink.format.format(cell.number_format)
        if ink.shade in FILLS:
            cell.fill = FILLS[ink.shade]
        if ink.shade == "below":
            cell.font = ON_DARK
        return cell
