"""A sheet as a table for the terminal: 80 columns are enough, and long Chinese text is folded, never cut."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.terminal.screen import numbered, put, text
from kaohe.render.terminal.terminal_table import drawn
from kaohe.render.words import sheet_wording
from kaohe.render.words.reconciliation_table import reconciliation_tables
from kaohe.render.words.sheet_wording import Scored
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import ItemScore

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

_TITLE_SHARE = 5  # the titles' part of the width is one in five
_STAGE = 6
"""Cells for a stage's scores: three of them still leave room for the reasons on 80."""


def show(dossier: Dossier, language: Language, console: "Console | None" = None) -> None:
    """Print a unit's sheet, with a column for each stage, on the console; without one, on standard output."""
    from rich.console import Console

    screen = console or Console()
    put(screen, _parts(dossier, language, screen.width))


def _parts(dossier: Dossier, language: Language, width: int) -> "list[RenderableType]":
    sheet = dossier.last
    parts: list[RenderableType] = [
        text(sheet.form.title, "bold"),
        text("　".join(sheet_wording.heading(sheet, language))),
        *(text(one, "bold red") for one in sheet_wording.on_face(sheet, language)),
        _table(dossier, language, width),
    ]
    if not sheet.complete:
        parts += [
            text(sheet_wording.settled(sheet, language), "yellow"),
            text(say("sheet.missing", language, count=len(sheet.missing))),
            numbered(list(sheet_wording.missing_by_item(sheet.missing, language).items())),
        ]
    for table in reconciliation_tables(dossier, language):
        parts += drawn(table, language, width)
    if sheet.readings:
        parts.append(text(say("sheet.readings_taken", language, count=len(sheet.readings)), "dim"))
    return parts


def _table(dossier: Dossier, language: Language, width: int) -> "Table":
    sheet, earlier = dossier.last, [sheet_wording.scores(one, language) for one in dossier.sheets[:-1]]
    table = _columns(sheet_wording.score_columns(dossier, language), language, width // _TITLE_SHARE)
    for section in sheet.sections:
        _row(table, (section.number, section.title), section, earlier, language)
        for item in section.items:
            _row(table, (item.number, item.title), item, earlier, language)
        table.add_section()
    _row(table, ("", say("sheet.total", language)), sheet, earlier, language)
    return table


def _columns(scores: Sequence[str], language: Language, title_width: int) -> "Table":
    """The empty table; the reasons take what the other columns leave."""
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column(text(say("sheet.number", language)), no_wrap=True)
    table.add_column(text(say("sheet.item", language)), max_width=title_width, overflow="fold")
    table.add_column(text(say("sheet.points", language)), no_wrap=True, justify="right")
    for label in scores:
        table.add_column(text(label), no_wrap=len(scores) == 1, max_width=_STAGE, justify="right", overflow="fold")
    table.add_column(text(say("sheet.reasons", language)), overflow="fold")
    return table


def _row(
    table: "Table", title: tuple[str, str], scored: Scored, earlier: Sequence[Mapping[str, str]], language: Language
) -> None:
    table.add_row(
        *map(text, title),
        text(plain(scored.points)),
        *(text(scores.get(sheet_wording.key(scored), "")) for scores in earlier),
        text(sheet_wording.score(scored, language), "yellow" if scored.score is None else ""),
        text("\n".join(sheet_wording.reasons(scored, language))),
        style="" if isinstance(scored, ItemScore) else "bold",
    )
