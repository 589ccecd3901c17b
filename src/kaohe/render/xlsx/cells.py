"""Cells of the workbook: text that can never become a formula, numbers, and the form's few styles."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Literal
from weakref import WeakKeyDictionary

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.xlsx.paper_layout import Row, Value, rows

Style = Literal["title", "attachment", "line", "heading", "text", "centred", "strong"]

SONG, HEI = "宋体", "黑体"
SIZE = 10.5
TITLE_SIZE = 22.0
LABEL_SIZE = 14.0
TALLEST = 400.0  # points; Excel shows no row higher than 409
INCH = 72.0
CELL_LIMIT = 32_767  # UTF-16 units in a cell; Excel cuts the rest in silence

_THIN = Side(style="thin", color="FF000000")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_STYLES: dict[Style, tuple[Font, str, Border | None]] = {
    "title": (Font(name=SONG, size=TITLE_SIZE, bold=True), "center", None),
    "attachment": (Font(name=HEI, size=LABEL_SIZE), "left", None),
    "line": (Font(name=SONG, size=LABEL_SIZE), "left", None),
    "heading": (Font(name=SONG, size=SIZE, bold=True), "center", _BOX),
    "text": (Font(name=SONG, size=SIZE), "left", _BOX),
    "centred": (Font(name=SONG, size=SIZE), "center", _BOX),
    "strong": (Font(name=SONG, size=SIZE, bold=True), "left", _BOX),
}
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ACTIVE = re.compile(r"[=+\-@#]")


def prepare(workbook: Workbook) -> None:
    """Give a new workbook its styles. Column widths count in digits of the default font: it comes first."""
    workbook._fonts[0] = Font(name=SONG, size=11)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    for name, (font, horizontal, border) in _STYLES.items():
        alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        style = NamedStyle(name=f"kaohe {name}", font=font, alignment=alignment)
        if border:
            style.border = border
        workbook.add_named_style(style)


def put(page: Worksheet, row: int, column: int, value: Value, style: Style) -> None:
    """Write one cell; text is text whatever it starts with."""
    cell: Any
    if isinstance(value, Fraction):
        cell = Cell(page, row, column, style_array=_look(page, style, "0.00" if 100 % value.denominator else "General"))
        cell._value = number(value)  # noqa: SLF001 - the public way looks for formulas in texts and numbers in names
    else:
        cell = Cell(page, row, column, style_array=_look(page, style, "", quoted=bool(_ACTIVE.match(value))))
        if value:
            cell._value, cell.data_type = safe_text(value), "s"  # noqa: SLF001
    page._cells[row, column] = cell  # noqa: SLF001 - Worksheet.cell takes longer


_looks: WeakKeyDictionary[Any, dict[tuple[Style, str, bool], StyleArray]] = WeakKeyDictionary()


def _look(page: Worksheet, style: Style, number_format: str, *, quoted: bool = False) -> StyleArray:
    """How a cell looks, which openpyxl works out once for each workbook; who takes it takes a copy."""
    known = _looks.setdefault(page.parent, {})
    key = style, number_format, quoted
    if key not in known:
        cell: Any = Cell(page, 1, 1)
        cell.style = f"kaohe {style}"
        if number_format:
            cell.number_format = number_format
        cell.quotePrefix = quoted
        known[key] = cell._style  # noqa: SLF001 - no public way
    return known[key]


def number(value: Fraction) -> int | float:
    """The number as a spreadsheet holds it: the only place where exactness ends."""
    return value.numerator if value.denominator == 1 else float(value)


def safe_text(text: str) -> str:
    """Text as a cell can hold it: no control characters, no escapes of the file format, not too long."""
    if len(text) < CELL_LIMIT // 2 and "_x" not in text and text.replace("\n", "").isprintable():
        return text  # as most are
    clean = _CONTROL.sub(_visible, text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(clean.encode("utf-16-le")) > 2 * CELL_LIMIT:
        clean = clean.encode("utf-16-le")[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"
    return _ESCAPE.sub("_x005F_", clean)


def _visible(control: re.Match[str]) -> str:
    return " " if control[0] == "\t" else "□"


def bounds(low: Fraction | None, high: Fraction | None, language: Language) -> str:
    """The range in which an open score lies."""
    if low is None and high is None:
        return say("workbook.unbounded", language)
    if low is None or high is None:
        code = "workbook.at_most" if low is None else "workbook.at_least"
        return say(code, language, end=plain(next(end for end in (low, high) if end is not None)))
    return say("workbook.between", language, low=plain(low), high=plain(high))


def widen(page: Worksheet, widths: Iterable[float]) -> None:
    """Set the columns' widths, in points: a digit of the default font is six of them wide.

    The last digits are left out, for Python 3.12 adds floats otherwise than 3.11.
    """
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = round(width / 6, 9)


def banner(page: Worksheet, row: int, value: str, style: Style, widths: Sequence[float]) -> float:
    """Write a line over the whole width of the table; its height comes back."""
    size = TITLE_SIZE if style == "title" else LABEL_SIZE
    line, *_ = rows((value,), (sum(widths),), size, TALLEST)
    put(page, row, 1, value, style)
    merge(page, (row, row), (1, len(widths)))
    page.row_dimensions[row].height = line.height
    return line.height


def merge(page: Worksheet, rows: tuple[int, int], columns: tuple[int, int]) -> None:
    """Join the cells of these rows and columns, first and last; their styles stay as they are.

    Worksheet.merge_cells draws the borders anew, which takes longer than all else on the page.
    """
    page.merged_cells.add(CellRange(min_row=rows[0], max_row=rows[1], min_col=columns[0], max_col=columns[1]))


def put_row(page: Worksheet, row: int, line: Row, styles: Sequence[Style]) -> None:
    """Write a row of a table, one style for each cell."""
    page.row_dimensions[row].height = line.height
    for column, (value, style) in enumerate(zip(line.values, styles, strict=True), start=1):
        put(page, row, column, value, style)


def put_rows(
    page: Worksheet, row: int, cells: Sequence[Value], styles: Sequence[Style], widths: Sequence[float]
) -> int:
    """Write a row of a table, going on below where its texts ask for more than one; the row after it comes back."""
    for line in rows(cells, widths, SIZE, TALLEST):
        put_row(page, row, line, styles)
        row += 1
    return row


SCALE = 88
"""Percent: where 宋体 is not installed, columns come out wider, and the form must still fit its page."""


def set_paper(page: Worksheet, *, shrink: bool) -> None:
    """A4 across with page numbers. `shrink` fits the width to the page; manual breaks need it off."""
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.page_setup.orientation = Worksheet.ORIENTATION_LANDSCAPE
    if shrink:
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    else:
        page.page_setup.scale = SCALE
    margins = page.page_margins
    margins.left = margins.right = 30 / INCH
    margins.top, margins.bottom = 42 / INCH, 51 / INCH
    margins.header = margins.footer = 24 / INCH
    page.print_options.horizontalCentered = True
    _foot(page, "— &P / &N —")


def count_alone(page: Worksheet, pages: int, language: Language) -> None:
    """Number the pages of a sheet by themselves, whatever is printed with them: `&N` would count all sheets."""
    page.page_setup.firstPageNumber, page.page_setup.useFirstPageNumber = 1, True
    _foot(page, say("workbook.page_of", language, pages=pages))


def _foot(page: Worksheet, text: str) -> None:
    footer = HeaderFooterItem()
    footer.center.text, footer.center.font, footer.center.size = text, f"{SONG},Regular", 10
    page.HeaderFooter.oddFooter = footer
