"""Plain tables as CSV: each under its title, with an empty row between two; a single one has no title above it."""

from collections.abc import Iterator, Sequence

from kaohe.messages import Language
from kaohe.render.sheet_csv import inert, lines
from kaohe.render.words.cell_wording import said
from kaohe.results.plain_table import PlainTable


def text(tables: Sequence[PlainTable], language: Language) -> str:
    return lines(row for place, table in enumerate(tables) for row in _rows(table, place, len(tables), language))


def _rows(table: PlainTable, place: int, count: int, language: Language) -> Iterator[list[str]]:
    if place:
        yield []
    if count > 1:
        yield [inert(table.title)]
    yield [inert(column.label) for column in table.columns]
    for row in table.rows:
        values = zip(row.values, table.columns, strict=True)
        yield [inert(said(value, column.kind, language).replace("\n", " ")) for value, column in values]
