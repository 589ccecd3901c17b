"""A table of figures as long and as wide as a batch makes it, on A4 pages that stay readable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.bar_charts import Bars, place, row_below
from kaohe.render.xlsx.cells import (
    LABEL_SIZE,
    SCALE,
    SIZE,
    TALLEST,
    TITLE_SIZE,
    Style,
    merge,
    number,
    put,
    set_paper,
    widen,
)
from kaohe.render.xlsx.paper_layout import SIDES, Value, ems, rows
from kaohe.render.xlsx.pen import HEADING, Cell, Pen

PAPER_WIDTH = 742.0  # points
READABLE = 0.7  # print is shrunk to this at most; what is wider goes on to further pages
STRETCHED = 1.5
LEAST, MOST, MOST_HEAD, GAP = 40.0, 132.0, 60.0, 7.0  # a column's width in points
LONG_TEXTS = 170.0  # where a table has sentences
DIGIT = 0.55  # ems


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title, some notes and one or more heads.

    The first `lead` columns stay in sight and are printed anew on pages to the right. No column of texts is wider
    than `most` points. `joined` are (first, last) columns whose cells in the first head are one. A `legend` is the
    last of the notes; the chart of some rows stands over or under all of them.
    """

    title: str
    notes: tuple[str, ...]
    heads: Sequence[Sequence[Value | None]]
    body: Sequence[Sequence[Cell]]
    lead: int
    joined: tuple[tuple[int, int], ...] = ()
    most: float = MOST
    legend: CellRichText | None = None
    bars: Bars | None = None


def draw(page: Worksheet, table: Table) -> None:
    """Put the table on an empty page."""
    widths = _widths(table)
    pages = _pages(widths, table.lead)
    widen(page, widths)
    columns = _banner_columns(widths, table.lead, pages)
    top = head = _banners(page, table, columns, sum(widths[columns[0] - 1 : columns[-1]]))
    above = table.bars is not None and table.bars.above
    if table.bars and above:
        head += table.bars.rows
    body = head + len(table.heads)
    _rows(page, table, widths, head)
    if table.bars and not above:
        top = _below(page, table.bars, range(head, body), pages * PAPER_WIDTH / sum(widths))
    else:
        set_paper(page, shrink=True)
        page.page_setup.fitToWidth = pages
        page.print_title_rows = f"{head}:{body - 1}"
    if table.bars:
        place(page, table.bars, top, body - 1, columns)
    if pages > 1 and table.lead:
        page.print_title_cols = f"A:{get_column_letter(table.lead)}"
    page.freeze_panes = page.cell(1 if above else body, table.lead + 1).coordinate


def _rows(page: Worksheet, table: Table, widths: Sequence[float], head: int) -> None:
    """The heads from the row `head` on, and the body."""
    pen = Pen(page)
    for row, (cells, breadths) in enumerate(_heads(table, widths), start=head):
        pen.line(row, cells, breadths)
    for first, last in table.joined:
        merge(page, (head, head), (first, last))
    for row, line in enumerate(table.body, start=head + len(table.heads)):
        pen.line(row, line, widths)


def _below(page: Worksheet, bars: Bars, heads: range, shrunk: float) -> int:
    """The row of a chart below the table. Where print is fitted to a width no break counts: its scale is set."""
    scale = int(SCALE * min(1.0, shrunk))
    set_paper(page, shrink=False)
    page.page_setup.scale = scale
    return row_below(page, bars, heads, scale)


def _heads(table: Table, widths: Sequence[float]) -> Iterator[tuple[list[Cell], list[float]]]:
    """The heads' cells, each with the width it has for itself."""
    for index, head in enumerate(table.heads):
        breadths = list(widths)
        for first, last in table.joined if index == 0 else ():
            breadths[first - 1] = sum(widths[first - 1 : last])
        yield [None if value is None else (value, HEADING) for value in head], breadths


def _banners(page: Worksheet, table: Table, columns: range, width: float) -> int:
    """Write the title and the notes over these columns; the row after them comes back."""
    lines: list[tuple[str, Style, float]] = [(table.title, "title", TITLE_SIZE)]
    lines += [(note, "line", LABEL_SIZE) for note in table.notes]
    if table.legend:
        lines.append((str(table.legend), "line", LABEL_SIZE))
    for row, (text, style, size) in enumerate(lines, start=1):
        put(page, row, columns[0], text, style)
        merge(page, (row, row), (columns[0], columns[-1]))
        page.row_dimensions[row].height = rows((text,), (width,), size, TALLEST)[0].height
    if table.legend:
        page.cell(len(lines), columns[0]).value = table.legend
    return len(lines) + 1


def _widths(table: Table) -> list[float]:
    """Columns as wide as their figures and names, and the table as wide as the page where it is not wider."""
    columns = list(zip(*table.body, strict=True)) or [()] * len(table.heads[-1])
    needed = [
        max(_head_width(head), *(_width(cell, table.most) for cell in column)) if column else _head_width(head)
        for head, column in zip(table.heads[-1], columns, strict=True)
    ]
    return [width * max(1.0, min(PAPER_WIDTH / sum(needed), STRETCHED)) for width in needed]


def _head_width(head: Value | None) -> float:
    if head is None:
        return GAP
    return max(LEAST, min(MOST_HEAD, _text_width(head))) if isinstance(head, str) else LEAST


def _width(cell: Cell, most: float) -> float:
    if cell is None:
        return GAP
    value, ink = cell
    if isinstance(value, str):
        return min(most, _text_width(value))
    digits = f"{number(value):.2%}" if "%" in ink.format else f"{number(value):.2f}"
    return len(digits) * DIGIT * SIZE + SIDES


def _text_width(text: str) -> float:
    return max(map(ems, text.split("\n"))) * SIZE + SIDES + 1


def _pages(widths: Sequence[float], lead: int) -> int:
    """How many pages side by side keep the print readable."""
    fixed = sum(widths[:lead])
    room = max(PAPER_WIDTH / READABLE - fixed, LEAST)
    return 1 if sum(widths) <= fixed + room else ceil((sum(widths) - fixed) / room)


def _banner_columns(widths: Sequence[float], lead: int, pages: int) -> range:
    """All columns of one page; of several, those that only the first prints, whatever its scale."""
    if pages == 1:
        return range(1, len(widths) + 1)
    last = sum(total <= PAPER_WIDTH for total in accumulate(widths))
    return range(lead + 1, max(last, lead + 1) + 1)
