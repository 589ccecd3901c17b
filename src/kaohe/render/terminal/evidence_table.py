"""The directory of evidence as a table for the terminal."""

from typing import TYPE_CHECKING

from kaohe.messages import Language, say
from kaohe.render.terminal.screen import numbered, put, text
from kaohe.render.words import evidence_wording as words
from kaohe.render.words import sheet_wording
from kaohe.results.dossier import Dossier

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

WIDTH = 80


def show(dossier: Dossier, language: Language, console: "Console | None" = None) -> None:
    """Print one unit's directory on the console; without one, on standard output."""
    from rich.console import Console

    sheet, found = dossier.sheets[0], dossier.evidence
    parts: list[RenderableType] = [
        text(sheet.form.title, "bold"),
        text("　".join([*sheet_wording.heading(sheet, language)[:-1], say("stage.directory_title", language)])),
    ]
    if found is None:
        parts.append(text(say("stage.no_evidence", language)))
    else:
        parts += [_table(words.rows(found, language), language), text(words.claimed(found, sheet, language))]
        for title, lines in words.lists(found, language):
            parts += [text(title, "yellow"), numbered(lines)]
    put(console or Console(), parts)


def page(dossier: Dossier, language: Language) -> str:
    """The same as plain text of 80 columns."""
    from io import StringIO

    from rich.console import Console

    lines = StringIO()
    show(dossier, language, Console(file=lines, width=WIDTH, color_system=None))
    return lines.getvalue()


def _table(rows: list[tuple[str, str, str, str, str]], language: Language) -> "Table":
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for name in words.HEADER:
        narrow = name in (words.HEADER[0], words.HEADER[-1])
        table.add_column(text(say(name, language)), no_wrap=narrow, overflow="fold")
    for row in rows:
        table.add_row(*map(text, row))
    return table
