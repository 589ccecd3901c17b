"""Plain bar charts that Excel and WPS draw themselves from a table's cells."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.cells import SONG, safe_text
from kaohe.results.plain_table import TableChart

GREYS = ("BFBFBF", "595959")
"""Of the series, so far apart that print keeps them apart."""
LABEL, HEAD = 9, 12  # points
MOST_LEVEL = 20
"""So many figures fit over their bars side by side, and names under them; more are turned."""
PAPER_HEIGHT = 500.0  # points between the margins
STRIP, LOWEST = 20.0, 14.0  # height of a row behind a chart, and the least that shows its figures
READABLE = 70  # percent: print is shrunk to this at most
QUARTER = -5_400_000  # of a turn, in 60,000ths of a degree


def rows_behind(bars: TableChart) -> int:
    """How many rows behind the chart show every bar, the last one left free."""
    return 14 if bars.upward else 5 + bars.count * len(bars.figures)


def bar_chart(page: Worksheet, bars: TableChart, head: int) -> BarChart:
    """The chart of a table whose last head stands in the row `head`."""
    chart = BarChart()
    chart.type = "col" if bars.upward else "bar"
    chart.title = _title(bars.title)
    chart.roundedCorners = chart.varyColors = False
    chart.gapWidth, chart.overlap = 60, 0
    chart.legend = Legend(legendPos="b", overlay=False, txPr=_text(LABEL)) if len(bars.figures) > 1 else None
    for place in range(len(bars.figures)):
        chart.append(_series(page, bars, head, place))
    _axes(chart, bars, page, range(head + 1, head + 1 + bars.count))
    return chart


def place(page: Worksheet, bars: TableChart, begin: tuple[int, float], head: int, columns: range) -> None:
    """Put the chart over these columns; the table's last head stands in the row `head`.

    It begins in a row, and so high are those behind it.
    """
    row, strip = begin
    for behind in range(row, row + rows_behind(bars)):
        page.row_dimensions[behind].height = strip
    chart = bar_chart(page, bars, head)
    chart.anchor = TwoCellAnchor(  # type: ignore[assignment]  # the stubs know cell names alone
        editAs="oneCell",
        _from=AnchorMarker(col=columns.start - 1, row=row - 1),
        to=AnchorMarker(col=columns.stop - 1, row=row + rows_behind(bars) - 2),
    )
    page.add_chart(chart)


def row_below(page: Worksheet, bars: TableChart, heads: range, scale: int) -> tuple[int, float]:
    """The row under all that the page has where the chart may begin, and how high the rows behind it are.

    Print is shrunk so that the chart stands on the paper of its table. Where that would be too small to read, it begins
    on new paper unless this one has room; where the table itself needs more than one, all begin with the rows `heads`.
    """
    heights = [page.row_dimensions[row].height or 0.0 for row in range(1, page.max_row + 1)]
    page.page_setup.scale = scale
    count = rows_behind(bars) + 1
    for strip in (STRIP, LOWEST):
        fitting = int(PAPER_HEIGHT * 100 / (sum(heights) + count * strip))
        if fitting >= min(scale, READABLE):
            page.page_setup.scale = min(scale, fitting)
            page.row_dimensions[len(heights) + 1].height = strip
            return len(heights) + 2, strip
    repeated = sum(heights[heads.start - 1 : heads.stop - 1])
    papers, left = _filled(heights, repeated, PAPER_HEIGHT * 100 / scale)
    if papers > 1:
        page.print_title_rows = f"{heads.start}:{heads.stop - 1}"
    if count * STRIP > left:
        page.row_breaks.append(Break(id=len(heights)))
    page.row_dimensions[len(heights) + 1].height = STRIP
    return len(heights) + 2, STRIP


def _filled(heights: Sequence[float], repeated: float, paper: float) -> tuple[int, float]:
    """How many sheets of paper the rows take, and what is left of the last one."""
    papers, left = 1, paper
    for height in heights:
        if height > left:
            papers, left = papers + 1, paper - repeated
        left -= height
    return papers, left


def _series(page: Worksheet, bars: TableChart, head: int, place: int) -> Series:
    """The figures of one column, under the name that its head gives them."""
    last, column = head + bars.count, bars.figures[place] + 1
    named, figures = (Reference(page, min_col=one, min_row=head + 1, max_row=last) for one in (bars.names + 1, column))
    series: Series = SeriesFactory(figures)
    series.tx = SeriesLabel(strRef=StrRef(str(Reference(page, min_col=column, min_row=head))))
    series.cat = AxDataSource(strRef=StrRef(str(named)))
    series.spPr = GraphicalProperties(solidFill=GREYS[place], ln=LineProperties(solidFill="000000", w=6350))
    series.invertIfNegative = False
    series.dLbls = DataLabelList(
        dLblPos="outEnd",
        showVal=True,
        showLegendKey=False,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        showBubbleSize=False,
        txPr=_text(LABEL, turned=bars.upward and bars.count * len(bars.figures) > MOST_LEVEL),
    )
    return series


def _axes(chart: BarChart, bars: TableChart, page: Worksheet, rows: range) -> None:
    """Both shown: without being told so, Excel hides them."""
    names, figures = chart.x_axis, chart.y_axis
    names.delete = figures.delete = False
    names.txPr, figures.txPr = _text(LABEL, turned=bars.upward and bars.count > MOST_LEVEL), _text(LABEL)
    names.tickLblPos = "low"  # names stay at the edge where a bar goes below zero
    names.noMultiLvlLbl = True
    figures.number_format = "General"
    values = [page.cell(row, column + 1).value for row in rows for column in bars.figures]
    if all(isinstance(value, int | float) and value >= 0 for value in values):
        figures.scaling.min = 0  # a bar is as long as its figure
    figures.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="D9D9D9")))
    if not bars.upward:
        names.scaling.orientation = "maxMin"
        figures.crosses = "max"  # so that the figures stand below the bars again


def _title(text: str) -> Title:
    look = _look(HEAD, bold=True)
    run = RegularTextRun(rPr=look, t=safe_text(text))
    rich = RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])])
    return Title(tx=Text(rich=rich), overlay=False)


def _text(size: int, *, turned: bool = False) -> RichText:
    properties = RichTextProperties(rot=QUARTER if turned else None, vert="horz" if turned else None)
    look = ParagraphProperties(defRPr=_look(size))
    return RichText(bodyPr=properties, p=[Paragraph(pPr=look, r=(), endParaRPr=CharacterProperties())])


def _look(size: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(
        sz=size * 100, b=bold, solidFill="000000", latin=Font(typeface=SONG), ea=Font(typeface=SONG)
    )
