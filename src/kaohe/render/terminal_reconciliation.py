"""What moved the scores from one stage to the next, as a table for the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kaohe.dossier import Cause, Dossier, Reconciliation
from kaohe.messages import Language, say
from kaohe.render import reconciliation as words
from kaohe.render.screen import text

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table


def reconciled(dossier: Dossier, reconciliation: Reconciliation, language: Language) -> "list[RenderableType]":
    """A heading, a line for each cause, and the sum."""
    heading = text(words.heading(dossier, reconciliation, language), "bold")
    if not reconciliation.causes:
        return [heading, text(say("stages.no_causes", language))]
    return [heading, cause_table(reconciliation.causes, words.difference(dossier, reconciliation, language), language)]


def cause_table(causes: Sequence[Cause], total: str, language: Language) -> "Table":
    """A line for each cause, and what they moved together."""
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column(text(say("sheet.number", language)), no_wrap=True)
    table.add_column(text(say("stages.moved", language)), no_wrap=True, justify="right")
    table.add_column(text(say("stages.cause", language)), overflow="fold")
    for cause in causes:
        table.add_row(
            text(cause.number), text(words.moved(cause.total, language)), text("\n".join(words.lines(cause, language)))
        )
    table.add_section()
    table.add_row("", text(total), text(say("sheet.total", language)))
    return table
