"""A grid of cells on a page of a workbook: as long and as wide as it is, on A4 paper that stays readable."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.bar_charts import READABLE, STRIP, place, row_below, rows_behind
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
    put_row,
    set_paper,
    widen,
)
from kaohe.render.xlsx.paper_layout import SIDES, Row, ems, rows
from kaohe.render.xlsx.pen import Cell, Pen
from kaohe.render.xlsx.table_grid import Grid
from kaohe.results.plain_table import TableChart

PAPER_WIDTH = 742.0  # points
STRETCHED = 1.5
LEAST, MOST, LEAST_LONG, MOST_LONG, MOST_HEAD, GAP = 40.0, 132.0, 90.0, 170.0, 60.0, 7.0  # a column's width in points
DIGIT = 0.55  # ems
SPARE = 1.15  # of the room that words need: other fonts set them wider


def draw(page: Worksheet, grid: Grid) -> None:
    """Put the grid on an empty page."""
    widths = _widths(grid)
    pages = _pages(widths, grid.lead)
    widen(page, widths)
    columns = _banner_columns(widths, grid.lead, pages)
    top = head = _banners(page, grid, columns, sum(widths[columns[0] - 1 : columns[-1]]))
    above = grid.chart is not None and grid.chart.above
    if grid.chart and above:
        head += rows_behind(grid.chart)
    body = head + len(grid.heads)
    _rows(page, grid, widths, head)
    begin = top, STRIP
    if grid.chart and not above:
        begin = _below(page, grid.chart, range(head, body), pages * PAPER_WIDTH / sum(widths))
    else:
        set_paper(page, shrink=True)
        page.page_setup.fitToWidth = pages
        page.page_setup.fitToHeight = int(grid.one_paper)
        page.print_title_rows = f"{head}:{body - 1}"
    if grid.chart:
        place(page, grid.chart, begin, body - 1, columns)
    if pages > 1 and grid.lead:
        page.print_title_cols = f"A:{get_column_letter(grid.lead)}"
    page.freeze_panes = page.cell(1 if above else body, grid.lead + 1).coordinate


def _rows(page: Worksheet, grid: Grid, widths: Sequence[float], row: int) -> None:
    """The heads from a row on, and the body."""
    pen = Pen(page)
    for first, last in grid.joined:
        merge(page, (row, row), (first, last))
    for cells, breadths in _heads(grid, widths):
        row = pen.line(row, cells, breadths)
    for place_, line in enumerate(grid.body):
        if place_ in grid.breaks:
            page.row_breaks.append(Break(id=row - 1))
        after = _wide(page, row, line, widths) if isinstance(line, str) else pen.line(row, line, widths)
        for column, text in grid.marked.get(place_, {}).items() if after == row + 1 else ():
            page.cell(row, column + 1).value = text
        row = after


def _wide(page: Worksheet, row: int, text: str, widths: Sequence[float]) -> int:
    """A row of one text as wide as the table; the row after it comes back."""
    for line in rows((text,), (sum(widths),), SIZE, TALLEST):
        put_row(page, row, Row((*line.values, *[""] * (len(widths) - 1)), line.height), ["strong"] * len(widths))
        merge(page, (row, row), (1, len(widths)))
        row += 1
    return row


def _below(page: Worksheet, chart: TableChart, heads: range, shrunk: float) -> tuple[int, float]:
    """The row of a chart below the table, and the height of those behind it.

    Where print is fitted to a width no break counts: its scale is set.
    """
    set_paper(page, shrink=False)
    return row_below(page, chart, heads, int(SCALE * min(1.0, shrunk)))


def _heads(grid: Grid, widths: Sequence[float]) -> Iterator[tuple[Sequence[Cell], list[float]]]:
    """The heads' cells, each with the width it has for itself."""
    for index, head in enumerate(grid.heads):
        breadths = list(widths)
        for first, last in grid.joined if index == 0 else ():
            breadths[first - 1] = sum(widths[first - 1 : last])
        yield head, breadths


def _banners(page: Worksheet, grid: Grid, columns: range, width: float) -> int:
    """Write the title and the notes over these columns; the row after them comes back."""
    lines: list[tuple[str, Style, float]] = [(grid.title, "title", TITLE_SIZE)]
    lines += [(note, "line", LABEL_SIZE) for note in grid.notes]
    if grid.legend:
        lines.append((str(grid.legend), "line", LABEL_SIZE))
    for row, (text, style, size) in enumerate(lines, start=1):
        put(page, row, columns[0], text, style)
        merge(page, (row, row), (columns[0], columns[-1]))
        page.row_dimensions[row].height = rows((text,), (width,), size, TALLEST)[0].height
    if grid.legend:
        page.cell(len(lines), columns[0]).value = grid.legend
    return len(lines) + 1


def _widths(grid: Grid) -> list[float]:
    """Columns as wide as their figures and names, and the table as wide as the page where it is not wider.

    Words at length take what the others leave of it.
    """
    lines = [line for line in grid.body if not isinstance(line, str)]
    columns = [[_width(cell) for cell in column] for column in zip(*lines, strict=True)] or [[] for _ in grid.long]
    spare = [SPARE if long else 1.0 for long in grid.long]
    whole = [
        max([_head_width(head), *found]) * more
        for head, found, more in zip(grid.heads[-1], columns, spare, strict=True)
    ]
    needed = _squeezed(
        [min(width, MOST_LONG if long else MOST) for width, long in zip(whole, grid.long, strict=True)], grid.long
    )
    left = max(0.0, PAPER_WIDTH - sum(needed)) / max(1, sum(grid.long))
    needed = [min(most, own + left) if long else own for most, own, long in zip(whole, needed, grid.long, strict=True)]
    return [width * max(1.0, min(PAPER_WIDTH / sum(needed), STRETCHED)) for width in needed]


def _squeezed(widths: list[float], long: Sequence[bool]) -> list[float]:
    """Columns of words at length made narrower, as far as they may be, where that keeps a table on one page."""
    over = sum(widths) - PAPER_WIDTH / READABLE
    spare = [max(0.0, width - LEAST_LONG) if one else 0.0 for width, one in zip(widths, long, strict=True)]
    if not 0 < over <= sum(spare):
        return widths
    return [width - over * own / sum(spare) for width, own in zip(widths, spare, strict=True)]


def _head_width(head: Cell) -> float:
    return GAP if head is None else max(LEAST, min(MOST_HEAD, _text_width(str(head[0]))))


def _width(cell: Cell) -> float:
    if cell is None:
        return GAP
    value, ink = cell
    if isinstance(value, str):
        return _text_width(value)
    digits = f"{number(value):.2%}" if "%" in ink.format else f"{number(value):.2f}"
    return len(digits) * DIGIT * SIZE + SIDES


def _text_width(text: str) -> float:
    return max(map(ems, text.split("\n"))) * SIZE + SIDES + 1


def _pages(widths: Sequence[float], lead: int) -> int:
    """How many pages side by side keep the print readable."""
    fixed = sum(widths[:lead])
    room = max(100 * PAPER_WIDTH / READABLE - fixed, LEAST)
    return 1 if sum(widths) <= fixed + room else ceil((sum(widths) - fixed) / room)


def _banner_columns(widths: Sequence[float], lead: int, pages: int) -> range:
    """All columns of one page; of several, those that only the first prints, whatever its scale."""
    if pages == 1:
        return range(1, len(widths) + 1)
    last = sum(total <= PAPER_WIDTH for total in accumulate(widths))
    return range(lead + 1, max(last, lead + 1) + 1)
