"""Improvements as a table for the terminal: 80 columns are enough, and nothing is cut."""

from typing import TYPE_CHECKING

from kaohe.messages import Language, say
from kaohe.render.terminal.screen import put, text
from kaohe.render.words import improvement_wording as words
from kaohe.render.words import sheet_wording
from kaohe.results.improvements import Improvement, Improvements

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

TITLE_SHARE, FACT_SHARE = 7, 3
"""The titles take one part in seven of the width, the facts one in three; the clauses what is left."""
WIDTH = 80


def show(found: Improvements, language: Language, console: "Console | None" = None) -> None:
    """Print the list on the console; without one, on standard output."""
    from rich.console import Console

    screen = console or Console()
    parts: list[RenderableType] = [
        text(found.sheet.form.title, "bold"),
        text("　".join([*sheet_wording.heading(found.sheet, language), say("improvement.title", language)])),
        text(words.measure(found, language)),
    ]
    if found.found:
        parts.append(_table(found, language, screen.width))
    put(screen, [*parts, *(text(note, "yellow") for note in words.notes(found, language))])


def page(found: Improvements, language: Language) -> str:
    """The same as plain text of 80 columns."""
    from io import StringIO

    from rich.console import Console

    lines = StringIO()
    show(found, language, Console(file=lines, width=WIDTH, color_system=None))
    return lines.getvalue()


def _table(found: Improvements, language: Language, width: int) -> "Table":
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    number, title, fact, gain, clause = (say(code, language) for code in words.HEADER)
    table.add_column(text(number), no_wrap=True)
    table.add_column(text(title), max_width=width // TITLE_SHARE, overflow="fold")
    table.add_column(
        text(f"{fact}\n{say('improvement.change', language)}"), max_width=width // FACT_SHARE, overflow="fold"
    )
    table.add_column(text(gain), no_wrap=True, justify="right")
    table.add_column(text(clause), overflow="fold")
    for one in found.found:
        _row(table, one, language)
    return table


def _row(table: "Table", one: Improvement, language: Language) -> None:
    table.add_row(
        text("\n".join(words.numbers(one))),
        text("\n".join(words.titles(one, language))),
        text(f"{one.fact.label}\n{words.change(one, language)}"),
        text(words.gain(one, language)),
        text("\n".join(words.clauses(one, language))),
        style="bold" if one.lifts_veto else "",
    )
