"""A plain table on the terminal: as wide as the screen at most, long Chinese text folded, nothing cut."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kaohe.messages import Language, say
from kaohe.render.terminal.line_wrapping import cells, wrap
from kaohe.render.terminal.screen import put, text
from kaohe.render.words.cell_wording import said
from kaohe.results.plain_table import NUMBERS, PlainTable, TableRow

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

WIDTH = 80
BETWEEN = 2
"""Cells between two columns."""
LONG = 2
"""So many times the room of other words have words at length."""
Stack = list[int]
"""The places of columns that stand one below the other."""


def show(tables: Sequence[PlainTable], language: Language, console: "Console | None" = None) -> None:
    """Print one result's tables on the console; without one, on standard output."""
    from rich.console import Console

    screen = console or Console()
    put(screen, [part for table in tables for part in drawn(table, language, screen.width)])


def page(tables: Sequence[PlainTable], language: Language) -> str:
    """The same as plain text of 80 columns."""
    from io import StringIO

    from rich.console import Console

    lines = StringIO()
    show(tables, language, Console(file=lines, width=WIDTH, color_system=None))
    return lines.getvalue()


def drawn(table: PlainTable, language: Language, width: int) -> "list[RenderableType]":
    """The title, the notes, and between them the rows where there are any."""
    rows = [_rows(table, language, width)] if table.rows else []
    return [
        text(table.title, "bold"),
        *(text(note) for note in table.before),
        *rows,
        *(text(note, "yellow") for note in table.after),
    ]


def _rows(table: PlainTable, language: Language, width: int) -> "Table":
    from rich.box import HORIZONTALS
    from rich.table import Table

    stacks = _stacks(table)
    between = say("sheet.between_labels", language)
    heads = [between.join(table.columns[place].label.replace("\n", " ") for place in stack) for stack in stacks]
    lines = [[_stacked(row, stack, table, language) for stack in stacks] for row in table.rows]
    widths = _widths(table, stacks, [max(map(_width, column)) for column in zip(heads, *lines, strict=True)], width)
    drawn = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for stack, head, cells_ in zip(stacks, heads, widths, strict=True):
        number = table.columns[stack[0]].kind in NUMBERS
        drawn.add_column(text(_folded(head, cells_)), width=cells_, justify="right" if number else "left")
    for place, (row, texts) in enumerate(zip(table.rows, lines, strict=True)):
        if row.is_sum and not table.rows[place - 1].is_sum:
            drawn.add_section()
        folded = (text(_folded(one, cells_)) for one, cells_ in zip(texts, widths, strict=True))
        drawn.add_row(*folded, style="bold" if row.marked else "")
    return drawn


def _stacks(table: PlainTable) -> list[Stack]:
    """The columns as they stand; the first one has none above it, as where nothing in a table has an item."""
    stacks: list[Stack] = []
    for place, column in enumerate(table.columns):
        if column.below and stacks:
            stacks[-1].append(place)
        else:
            stacks.append([place])
    return stacks


def _stacked(row: TableRow, stack: Stack, table: PlainTable, language: Language) -> str:
    return "\n".join(filter(None, (said(row.values[place], table.columns[place].kind, language) for place in stack)))


def _widths(table: PlainTable, stacks: Sequence[Stack], needed: Sequence[int], width: int) -> list[int]:
    """What each column needs; where that is too much, all words get the same room, but none more than they need."""
    kinds = [{table.columns[place].kind for place in stack} for stack in stacks]
    shares = [0 if kind & NUMBERS else LONG if "long" in kind else 1 for kind in kinds]
    room = width - BETWEEN * (len(stacks) - 1)
    for level in range(max(needed), 0, -1):
        found = [min(need, share * level) if share else need for need, share in zip(needed, shares, strict=True)]
        if sum(found) <= room:
            break
    last = max(place for place, share in enumerate(shares) if share)
    found[last] = max(2, min(needed[last], found[last] + room - sum(found)))
    return found


def _width(words: str) -> int:
    return max(map(cells, words.split("\n")))


def _folded(words: str, width: int) -> str:
    return "\n".join(line for paragraph in words.split("\n") for line in wrap(paragraph, width))
