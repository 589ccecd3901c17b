"""A plain table: what a result says in rows and columns, for every form of output to draw in its own way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from kaohe.results.marked_text import MarkedText
from kaohe.results.score_range import ScoreRange

Kind = Literal["text", "long", "name", "number", "rank", "score", "loss", "share", "difference", "move"]
"""What a column holds: words, words at length, what the row is about; or exact numbers, and how they are written."""
Value = str | MarkedText | Fraction | ScoreRange | None
"""Words, which may have several lines, or changes in them; a number; a score that may be open; None for nothing that
could be said."""
NUMBERS: frozenset[Kind] = frozenset({"number", "rank", "score", "loss", "share", "difference", "move"})


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column. Where there is little room, one that goes `below` stands under the one before it.

    `unit` or `item` is whose figures the column has, where each column has another's.
    """

    label: str
    kind: Kind = "text"
    below: bool = False
    unit: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a value for each column. `unit` and `item` (its number on the form) are what the row is about.

    `marked` are the places of values to be pointed out.
    """

    values: tuple[Value, ...]
    unit: str = ""
    item: str = ""
    is_sum: bool = False
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TableChart:
    """Bars of one or two columns of figures, named by the column `names`.

    The first `count` rows are those whose figures are decided. Bars that go `upward` stand side by side, others below
    each other; the chart stands `above` the table, or below it.
    """

    title: str
    names: int
    figures: tuple[int, ...]
    count: int
    upward: bool = True
    above: bool = True


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Rows under a title, with notes before and after them. `name` is what the program calls the table.

    `shaded` are scores coloured by their share of the points.
    """

    name: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    shaded: bool = False
    chart: TableChart | None = None

    @property
    def head(self) -> int:
        """The place of the column that says what each row is about."""
        return next((place for place, column in enumerate(self.columns) if column.kind == "name"), 0)

    def only(self, places: Sequence[int]) -> "PlainTable":
        """The table with these columns alone; those of its chart are among them."""
        chart = self.chart
        if chart:
            figures = tuple(map(places.index, chart.figures))
            chart = replace(chart, names=places.index(chart.names), figures=figures)
        columns = tuple(self.columns[place] for place in places)
        rows = tuple(
            replace(
                row,
                values=tuple(row.values[place] for place in places),
                marked=frozenset(now for now, place in enumerate(places) if place in row.marked),
            )
            for row in self.rows
        )
        return replace(self, columns=columns, rows=rows, chart=chart)

    @property
    def is_matrix(self) -> bool:
        """Whether rows and columns are about units and items, and each cell about one of either."""
        return any(column.unit or column.item for column in self.columns)
