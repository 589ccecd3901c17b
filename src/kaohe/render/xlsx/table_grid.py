"""Plain tables as the cells of a page: how each value looks, several tables below or beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from openpyxl.cell.rich_text import CellRichText

from kaohe.messages import Language
from kaohe.render.words.cell_wording import said
from kaohe.render.xlsx.cells import Style
from kaohe.render.xlsx.marked_cells import rich
from kaohe.render.xlsx.pen import Cell, Ink
from kaohe.render.xlsx.shades import Shade, legend
from kaohe.results.marked_text import MarkedText
from kaohe.results.plain_table import Kind, PlainTable, TableChart, TableColumn, TableRow, Value
from kaohe.results.score_classes import share_class
from kaohe.results.score_range import ScoreRange

HEADING = Ink("heading")
FORMATS: Mapping[Kind, str] = {
    "share": "0.00%",
    "difference": "+{0};-{0};0",
    "move": '"↑"{0};"↓"{0};"-"',
    "loss": "{0};-{0};-",  # a loss of nothing prints as a dash
}
MOST_BARS = 60
"""So many can be told apart; one alone compares nothing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A page's title and notes, the heads of its columns, and its rows; a row of mere text is as wide as all columns.

    The first `lead` columns stay in sight. `joined` are (first, last) columns, from 1, whose cells in the first head
    are one. `breaks` are the places of rows that begin on new paper; `one_paper` is
    whether print is shrunk until all rows stand on one.
    """

    title: str
    notes: tuple[str, ...]
    heads: Sequence[Sequence[Cell]]
    body: Sequence[Sequence[Cell] | str]
    long: Sequence[bool]
    lead: int
    joined: tuple[tuple[int, int], ...] = ()
    breaks: frozenset[int] = frozenset()
    legend: CellRichText | None = None
    chart: TableChart | None = None
    one_paper: bool = False
    marked: Mapping[int, Mapping[int, CellRichText]] = field(default_factory=dict)
    """Texts with changes, in more than one font, by their row in the body and then by their column, both from 0."""


def single(table: PlainTable, title: str, notes: tuple[str, ...], language: Language) -> Grid:
    """One table; its notes follow those of the page."""
    chart = table.chart
    shown = chart and 1 < chart.count * len(chart.figures) <= MOST_BARS
    return Grid(
        title=title,
        notes=(*notes, *table.before),
        heads=[_head(table)],
        body=[*_body(table, language), *table.after],
        long=_long(table.columns),
        lead=table.head + 1,
        legend=legend(language) if table.shaded else None,
        chart=chart if shown else None,
        marked={at: dict(_marked(row, language)) for at, row in enumerate(table.rows)},
    )


def below_each_other(tables: Sequence[PlainTable], title: str, language: Language) -> Grid:
    """Tables with the same columns under one head; each begins with its title, on paper of its own."""
    body: list[Sequence[Cell] | str] = []
    starts = []
    for table in tables:
        starts.append(len(body))
        body += [table.title, *table.before, *_body(table, language), *table.after]
    first = tables[0]
    return Grid(title, (), [_head(first)], body, _long(first.columns), first.head + 1, breaks=frozenset(starts[1:]))


def side_by_side(tables: Sequence[PlainTable], title: str, notes: tuple[str, ...], language: Language) -> Grid:
    """Tables of as many rows, each under its title, with a gap between."""
    titles: list[Cell] = []
    heads: list[Cell] = []
    joined: list[tuple[int, int]] = []
    for table in tables:
        joined.append((len(titles) + 1, len(titles) + len(table.columns)))
        titles += [(table.title, HEADING), *[("", HEADING)] * (len(table.columns) - 1), None]
        heads += [*_head(table), None]
    rows = zip(*(_body(table, language) for table in tables), strict=True)
    body = [[cell for cells in row for cell in (*cells, None)][:-1] for row in rows]
    long = [one for table in tables for one in (*_long(table.columns), False)][:-1]
    return Grid(title, notes, [titles[:-1], heads[:-1]], body, long, 0, joined=tuple(joined))


def _head(table: PlainTable) -> list[Cell]:
    return [(column.label, HEADING) for column in table.columns]


def _long(columns: Sequence[TableColumn]) -> list[bool]:
    return [column.kind == "long" for column in columns]


def _body(table: PlainTable, language: Language) -> list[list[Cell]]:
    kinds = [column.kind for column in table.columns]
    return [[_cell(row, place, kind, table, language) for place, kind in enumerate(kinds)] for row in table.rows]


def _cell(row: TableRow, place: int, kind: Kind, table: PlainTable, language: Language) -> Cell:
    value = row.values[place]
    marked = place in row.marked
    shade: Shade = "marked" if marked else ""
    if table.shaded and isinstance(value, ScoreRange):
        shade = share_class(value)
    return _plain(value, kind, language), _ink(kind, row.is_sum or marked, shade)


@cache
def _ink(kind: Kind, strong: bool, shade: Shade) -> Ink:  # noqa: FBT001 - a cache takes no names
    return Ink(_style(kind, strong=strong), FORMATS.get(kind, "{0}"), shade)


def _marked(row: TableRow, language: Language) -> Iterator[tuple[int, CellRichText]]:
    for place, value in enumerate(row.values):
        if isinstance(value, MarkedText):
            yield place, rich(value, language)


def _style(kind: Kind, *, strong: bool) -> Style:
    if kind in ("name", "long"):
        return "strong" if strong else "text"
    return "heading" if strong else "centred"


def _plain(value: Value, kind: Kind, language: Language) -> str | Fraction:
    """A number as it is, all else in words."""
    exact = value.score if isinstance(value, ScoreRange) else value
    return exact if isinstance(exact, Fraction) else said(value, kind, language)
