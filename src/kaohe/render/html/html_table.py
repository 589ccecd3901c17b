"""A plain table in the report: heads that sort, cells that lead to units and items, bars, shades and their legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import repeat

from kaohe.messages import Language, say
from kaohe.render.html.figures import orders, sorting
from kaohe.render.html.link_anchors import row_anchor, unit_anchor
from kaohe.render.html.markup import Content, Markup, element, joined
from kaohe.render.html.page_parts import note, passing, table_box
from kaohe.render.html.row_bars import RowBars, row_bars
from kaohe.render.words.cell_wording import said
from kaohe.render.words.share_legend import share_legend
from kaohe.results.marked_text import MarkedText, Stretch
from kaohe.results.plain_table import NUMBERS, PlainTable, TableColumn, TableRow, Value
from kaohe.results.score_classes import share_class
from kaohe.results.score_range import ScoreRange

FEW_ROWS = 30
"""More than these, and what repeats another table scrolls on the screen by itself."""
Orders = Sequence[Sequence[int | None]]
"""Each column's places for sorting."""


def drawn(table: PlainTable, language: Language, page: str = "") -> Markup:
    """The notes, and between them the rows where there are any.

    `page` is the anchor of the unit's page that the table stands on; elsewhere, rows can be searched and sorted.
    """
    body = _Drawing(table, language, page).parts() if table.rows else ()
    return joined([note(text) for text in table.before], body, [note(text) for text in table.after])


def many(table: PlainTable) -> str | None:
    """The class of what scrolls by itself because it is long."""
    return "many" if len(table.rows) > FEW_ROWS else None


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws one table."""

    table: PlainTable
    language: Language
    page: str

    def parts(self) -> Iterator[Markup]:
        """The table, after its legend; then its bars, where they do not stand in its rows."""
        table, bars = self.table, row_bars(self.table)
        if table.is_matrix:
            turned = " turned" if table.rows[-1].unit else ""
            box = table_box(table.title, *self.inside([]), class_=f"titled matrix{turned}", box="scroll tall")
            yield from (_legend(self.language),) if table.shaded else ()
            yield passing(table.name, box, self.language)
            return
        orders_ = list(self._orders()) if self._sorts else []
        sorts = " sortable" if orders_ else ""
        within = bars if bars and not bars.chart.upward else None
        yield table_box(table.title, *self.inside(orders_, within), class_=f"titled {table.name}{sorts}")
        if bars and not within:
            chart = bars.chart
            alone = _Drawing(table.only([chart.names, *chart.figures]), self.language, self.page)
            box = table_box(chart.title, *alone.inside([], row_bars(alone.table)), class_="bars")
            yield element("div", box, class_=many(table))

    @property
    def _sorts(self) -> bool:
        """Sums have their place, and sentences are read in theirs."""
        told = all(column.kind in ("name", "long") for column in self.table.columns)
        sums = any(row.is_sum for row in self.table.rows)
        return not (self.page or told or sums) and len(self.table.rows) > 1

    def inside(self, found: Orders, bars: RowBars | None = None) -> tuple[Markup, Markup]:
        """The heads and the rows, with a drawing at the end of each where there are bars."""
        table = self.table
        drawing = element("th", bars.head(table, self.language), scope="col", class_="drawn") if bars else ()
        places = zip(*found, strict=True) if found else repeat([None] * len(table.columns), len(table.rows))
        rows = [
            element(
                "tr",
                [self._cell(row, place, order) for place, order in enumerate(line)],
                element("td", bars.drawing(row), class_="drawn") if bars else (),
                **self._about(row),
            )
            for row, line in zip(table.rows, places, strict=True)
        ]
        return element("thead", element("tr", self._heads(found), drawing)), element("tbody", rows)

    def _orders(self) -> Iterator[list[int | None]]:
        for place, column in enumerate(self.table.columns):
            words = column.kind in ("text", "name")
            yield orders([sorting(row.values[place], words=words) for row in self.table.rows])

    def _heads(self, found: Orders) -> Iterator[Markup]:
        """Buttons that sort; the first of those in whose order the rows stand says so."""
        told = False
        for place, column in enumerate(self.table.columns):
            label, *rest = column.label.split("\n")
            text: Content = [label, [" ", element("small", " ".join(rest))] if rest else ()]
            if self.table.is_matrix and column.item:
                text = element("span", text, class_="upright")
            kind = "corner" if place == self.table.head else "number" if column.kind in NUMBERS else None
            if not found or column.kind == "long":
                yield element("th", self._linked(text, column.unit, ""), scope="col", class_=kind)
                continue
            first = "ascending" if column.kind in ("text", "name", "rank") else "descending"
            now = not told and _stand_so(found[place], first)
            told = told or now
            button = element("button", text, type="button", data_first=first)
            yield element("th", button, scope="col", class_=kind, aria_sort=first if now else "none")

    def _about(self, row: TableRow) -> dict[str, str]:
        """What a search finds a row by, and how it looks."""
        found = {"data_unit": unit_anchor(row.unit)} if row.unit else {"data_item": row.item} if row.item else {}
        best = self.table.columns[0].kind == "rank" and row.values[0] == 1
        looks = {"class_": "sum" if row.is_sum else "first"} if row.is_sum or best else {}
        return looks if self.page else {**found, **looks}

    def _cell(self, row: TableRow, place: int, order: int | None) -> Markup:
        column, value = self.table.columns[place], row.values[place]
        content = _content(value, said(value, column.kind, self.language))
        if place == self.table.head or column.unit or column.item:
            content = self._linked(content, row.unit or column.unit, row.item or column.item)
        looks = " ".join(_looks(value, column, marked=place in row.marked, shaded=self.table.shaded)) or None
        if place == self.table.head:
            return element("th", content, scope="row", class_=looks, data_order=order)
        return element("td", content, class_=looks, data_order=order)

    def _linked(self, content: Content, unit: str, item: str) -> Content:
        """A way to the unit's page, or to the item's row there; on a page of one unit, to a row of it."""
        anchor = self.page or (unit and unit_anchor(unit))
        target = row_anchor(anchor, item) if item else "" if self.page else anchor
        return element("a", content, href=f"#{target}") if anchor and target and content else content


def _content(value: Value, words: str) -> Content:
    """The lines of a value; the range of an open score is smaller."""
    if isinstance(value, MarkedText):
        return [_stretch(one) for one in value.stretches]
    first, *rest = words.split("\n")
    if isinstance(value, ScoreRange):
        return first, [(" ", element("small", line)) for line in rest]
    return [first, [(element("br"), line) for line in rest]] if rest else first


def _stretch(one: Stretch) -> Content:
    """Words taken out are struck through, words put in underlined."""
    if one.kept:
        return one.kept
    return [element("del", one.gone) if one.gone else "", element("ins", one.come) if one.come else ""]


def _looks(value: Value, column: TableColumn, *, marked: bool, shaded: bool) -> Iterator[str]:
    if column.kind in NUMBERS or column.kind == "long":
        yield "number" if column.kind in NUMBERS else "long"
    if shaded and isinstance(value, ScoreRange):
        yield f"share-{share_class(value)}"
    elif isinstance(value, ScoreRange) and value.score is None:
        yield "open"
    if column.kind == "difference" and isinstance(value, Fraction) and value:
        yield "rise" if value > 0 else "fall"
    if marked:
        yield "marked"


def _stand_so(places: Sequence[int | None], way: str) -> bool:
    """Whether rows stand in this order, those without a place last."""
    known = sorted((one for one in places if one is not None), reverse=way == "descending")
    return list(places) == [*known, *[None] * (len(places) - len(known))]


def _legend(language: Language) -> Markup:
    """What each look means, the most first."""
    looks = [*share_legend(language), ("open", say("sheet.open", language))]
    marks = [element("li", element("span", class_=f"swatch share-{look}"), f" {text}") for look, text in looks]
    return element("div", element("b", say("table.shades", language)), element("ul", marks), class_="legend")
