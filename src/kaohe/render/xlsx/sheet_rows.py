"""The rows of a drawn sheet as the text that openpyxl would write of them, which makes an XML element of every cell."""

from html import escape
from typing import Any

from openpyxl.cell._writer import etree_write_cell
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

# ruff: noqa: SLF001 - openpyxl's public ways to a cell are what takes the time


def rows(page: Any) -> bytes:
    """The element of all rows of a page."""
    found: dict[int, list[str]] = {row: [] for row in page.row_dimensions}
    cells, styles = page._cells, _Styles(page.parent._cell_styles)
    for place in sorted(cells):
        found.setdefault(place[0], []).append(_cell(cells[place], styles))
    texts = (f"<row{_attributes(page, row)}>{''.join(cells)}</row>" for row, cells in sorted(found.items()))
    return f"<sheetData>{''.join(texts)}</sheetData>".encode()


def merged(page: Any) -> bytes:
    """The element of all cells that are joined."""
    cells = [f'<mergeCell ref="{joined.coord}" />' for joined in page.merged_cells]
    return f'<mergeCells count="{len(cells)}">{"".join(cells)}</mergeCells>'.encode()


def _attributes(page: Any, row: int) -> str:
    known = page.row_dimensions.get(row, {})
    return f' r="{row}"' + "".join(f' {name}="{value}"' for name, value in dict(known).items())


def _cell(cell: Any, styles: "_Styles") -> str:
    """A text, a number or nothing is written at once; all else is left to openpyxl."""
    value, kind = cell._value, cell.data_type
    named = styles.attribute(cell._style)
    if value is None and not named:
        return ""
    start = f'<c r="{get_column_letter(cell.column)}{cell.row}"{named}'
    if value is None or value == "":
        return f'{start} t="{"inlineStr" if kind == "s" else kind}" />'
    if kind == "s" and type(value) is str:
        space = ' xml:space="preserve"' if value.strip() not in ("", value) else ""
        return f'{start} t="inlineStr"><is><t{space}>{escape(value, quote=False)}</t></is></c>'
    if kind == "n" and type(value) in (int, float):
        return f'{start} t="n"><v>{value:.16g}</v></c>'
    element = _Element()
    etree_write_cell(element, cell.parent, cell, bool(named))
    return element.text


class _Styles:
    """How cells name the workbook's styles; many cells have one and the same."""

    def __init__(self, numbered: Any) -> None:
        self._numbered = numbered
        self._known: dict[int, str] = {}

    def attribute(self, style: Any) -> str:
        """Nothing where a cell has no style of its own. Cells keep theirs, so that an identity stays one style's."""
        known = self._known.get(id(style))
        if known is None:
            styled = style is not None and any(style)
            known = self._known[id(style)] = f' s="{self._numbered.add(style)}"' if styled else ""
        return known


class _Element:
    """What openpyxl takes for the file that it writes a cell to."""

    text = ""

    def write(self, element: Any) -> None:
        self.text += tostring(element).decode()
