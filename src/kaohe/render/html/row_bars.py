"""The chart of a plain table as a drawing to each row, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from kaohe.messages import Language, say
from kaohe.render.html.markup import Content, element
from kaohe.render.html.svg_charts import Scale, bar, dumbbell, scale, standing_bar
from kaohe.render.words.sheet_wording import number
from kaohe.results.plain_table import PlainTable, TableChart, TableRow, Value
from kaohe.results.score_range import ScoreRange


@dataclass(frozen=True, slots=True)
class RowBars:
    """Draws the bars of a chart, one figure as a bar and two as the way from one to the other."""

    chart: TableChart
    at: Scale

    def head(self, table: PlainTable, language: Language) -> Content:
        """What the ends of the scale stand for, and the points of two figures."""
        ends = say("report.scale", language, low=number(self.at.left), high=number(self.at.right))
        if len(self.chart.figures) == 1:
            return ends
        first, now = (table.columns[place].label for place in self.chart.figures)
        return ends, " ", element("small", say("report.dumbbell_key", language, first=first, now=now))

    def drawing(self, row: TableRow) -> Content:
        """Nothing where a figure of two is open."""
        first, *others = (row.values[place] for place in self.chart.figures)
        if not others:
            return standing_bar(first, self.at) if isinstance(first, ScoreRange) else bar(_known(first), self.at)
        before, after = (one.score if isinstance(one, ScoreRange) else None for one in (first, *others))
        return "" if before is None or after is None else dumbbell(before, after, self.at)


def row_bars(table: PlainTable) -> RowBars | None:
    """None where there is no chart, or none of its figures is known."""
    chart = table.chart
    if chart is None:
        return None
    columns = [[row.values[place] for row in table.rows] for place in chart.figures]
    at = _from_zero(columns[0]) if len(columns) == 1 else _around([one for column in columns for one in column])
    return RowBars(chart, at) if at else None


def _from_zero(values: Sequence[Value]) -> Scale:
    """From zero to full marks, further where somebody stands beyond."""
    standings = [one for one in values if isinstance(one, ScoreRange)]
    ends = [end for one in standings for end in (one.points, one.low, one.high) if end is not None]
    return scale(*ends, *map(_known, values))


def _around(values: Sequence[Value]) -> Scale | None:
    """Whole points around all figures: what is compared here is how they differ, not how long they are."""
    found = [one.score for one in values if isinstance(one, ScoreRange) and one.score is not None]
    if not found:
        return None
    low, high = floor(min(found)), ceil(max(found))
    room = max(1, (high - low) // 20)
    return Scale(Fraction(low - room), Fraction(high + room))


def _known(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(0)
