"""Items against units as plain tables: what each unit scored, shaded by its share, and what each lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import heads, said
from kaohe.results.batch_figures import BatchFigures, BatchLosses, Loss
from kaohe.results.plain_table import Kind, PlainTable, TableColumn, TableRow, Value
from kaohe.results.summary import Heading, Summary

MOST_UNITS_ACROSS = 20
"""More than these, and items stand across."""
LEAD: tuple[tuple[str, Kind], ...] = (("sheet.number", "text"), ("sheet.item", "name"), ("sheet.points", "number"))
TOGETHER: tuple[tuple[str, Kind], ...] = (
    ("table.lost", "loss"), ("table.losers", "number"), ("table.loss_rate", "share"),
)  # fmt: skip
"""What is said of all units' losses together."""
T = TypeVar("T")


def score_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """Each unit's score of each item, with subtotals and total."""
    summary, units = figures.summary, figures.summary.units
    items = [tuple(unit.items[place] for unit in units) for place in range(len(summary.items))]
    sections = [tuple(unit.sections[place] for unit in units) for place in range(len(summary.sections))]
    scores = _in_order(summary, items, sections, tuple(unit.total for unit in units))
    rows = [replace(row, values=(*row.values, *own)) for row, own in zip(_rows(figures, language), scores, strict=True)]
    return (_matrix("scores", figures, rows, language),)


def loss_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """Each unit's loss on each item and all units' together; the largest are marked."""
    losses = figures.losses
    found = _in_order(figures.summary, losses.items, losses.sections, losses.whole)
    rows = [_lost(row, loss, losses, language) for row, loss in zip(_rows(figures, language), found, strict=True)]
    names = ["loss_meaning", "loss_marks"]
    names += ["open_not_counted"] if any(one.undecided for one in losses.items) else []
    notes = tuple(say(f"table.{name}", language) for name in names)
    return (replace(_matrix("losses", figures, rows, language), before=notes),)


def _in_order(summary: Summary, items: Sequence[T], sections: Sequence[T], whole: T) -> Iterator[T]:
    """What there is for each item in the form's order, for each section after its items, for the whole at the end."""
    start = 0
    for section, count in zip(sections, summary.items_of, strict=True):
        yield from (*items[start : start + count], section)
        start += count
    yield whole


def _rows(figures: BatchFigures, language: Language) -> Iterator[TableRow]:
    """How each row begins: number, title, points."""

    def row(one: Heading, title: str, *, is_sum: bool) -> TableRow:
        return TableRow((one.number, title, one.points), item=one.number, is_sum=is_sum)

    summary = figures.summary
    items = [row(one, one.title, is_sum=False) for one in summary.items]
    sections = [row(one, say("workbook.subtotal", language, title=one.title), is_sum=True) for one in summary.sections]
    whole = row(figures.losses.whole.heading, say("sheet.total", language), is_sum=True)
    return _in_order(summary, items, sections, whole)


def _lost(row: TableRow, loss: Loss, losses: BatchLosses, language: Language) -> TableRow:
    lost = say("sheet.open", language) if loss.lost is None else loss.lost
    values: tuple[Value, ...] = (*row.values, lost, Fraction(loss.losers), loss.rate)
    largest = [own.score and own.score == most for own, most in zip(loss.losses, losses.most, strict=True)]
    marks = [loss.among_most] * len(TOGETHER) + [not row.is_sum and one for one in largest]
    marked = frozenset(place for place, mark in enumerate(marks, start=len(LEAD)) if mark)
    return replace(row, values=(*values, *loss.losses), marked=marked)


def _matrix(name: str, figures: BatchFigures, rows: Sequence[TableRow], language: Language) -> PlainTable:
    """Units across while they are few, else items across."""
    units, shaded = figures.summary.units, name == "scores"
    lead = heads(language, *LEAD, *(() if shaded else TOGETHER))
    columns = (*lead, *(TableColumn(unit.unit, "score" if shaded else "loss", unit=unit.unit) for unit in units))
    table = PlainTable(name, say(f"table.{name}", language), columns, tuple(rows), shaded=shaded)
    return table if len(units) <= MOST_UNITS_ACROSS else _turned(table, language)


def _turned(table: PlainTable, language: Language) -> PlainTable:
    """Rows for columns; a share stands in words then, for a column has values of one kind."""
    rows, kind = table.rows, table.columns[-1].kind
    labels = (_label(row, language) for row in rows)
    items = (TableColumn(label, kind, item=row.item) for label, row in zip(labels, rows, strict=True))
    turned = tuple(
        TableRow(
            (column.label, *(_of_kind(row.values[place], column.kind, language) for row in rows)),
            unit=column.unit,
            is_sum=not column.unit,
            marked=frozenset(at for at, row in enumerate(rows, start=1) if place in row.marked),
        )
        for place, column in enumerate(table.columns)
        if place >= len(LEAD)
    )
    return replace(table, columns=(*heads(language, ("table.unit", "name")), *items), rows=turned)


def _label(row: TableRow, language: Language) -> str:
    number, title, points = (said(value, "number", language) for value in row.values[: len(LEAD)])
    return f"{number} {title}\n{say('workbook.section_points', language, points=points)}".strip()


def _of_kind(value: Value, own: Kind, language: Language) -> Value:
    return said(value, own, language) if own == "share" else value
