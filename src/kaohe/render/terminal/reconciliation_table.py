"""What moved the scores from one stage to the next, as a table for the terminal; no date is broken at a line's end."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kaohe.messages import Language, say
from kaohe.render.terminal.line_wrapping import cells, wrap
from kaohe.render.terminal.screen import text
from kaohe.render.words import reconciliation_wording as words
from kaohe.results.dossier import Cause, Dossier, Reconciliation

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

BETWEEN = 2
"""Cells between two columns."""


def reconciled(
    dossier: Dossier, reconciliation: Reconciliation, language: Language, width: int
) -> "list[RenderableType]":
    """A heading, a line for each cause, and the sum."""
    heading = text(words.heading(dossier, reconciliation, language), "bold")
    if not reconciliation.causes:
        return [heading, text(say("stage.no_causes", language))]
    difference = words.difference(dossier, reconciliation, language)
    return [heading, cause_table(reconciliation.causes, difference, language, width)]


def cause_table(causes: Sequence[Cause], total: str, language: Language, width: int) -> "Table":
    """A line for each cause, and what they moved together; the words take what the two numbers leave of the width."""
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    rows = [(cause.number, words.moved(cause.total, language)) for cause in causes]
    heads = say("sheet.number", language), say("stage.moved", language)
    table.add_column(text(heads[0]), no_wrap=True)
    table.add_column(text(heads[1]), no_wrap=True, justify="right")
    table.add_column(text(say("stage.cause", language)), overflow="fold")
    room = width - sum(max(map(cells, column)) + BETWEEN for column in zip(heads, *rows, ("", total), strict=True))
    for row, cause in zip(rows, causes, strict=True):
        folded = (line for one in words.lines(cause, language) for line in wrap(one, room))
        table.add_row(*map(text, row), text("\n".join(folded)))
    table.add_section()
    table.add_row("", text(total), text(say("sheet.total", language)))
    return table
