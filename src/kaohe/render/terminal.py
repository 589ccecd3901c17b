"""A sheet as a table for the terminal: 80 columns are enough, and long Chinese text is folded, never cut."""

from typing import TYPE_CHECKING

from kaohe.messages import Language, say
from kaohe.quantities import plain
from kaohe.render import wording
from kaohe.sheet import ItemScore, SectionScore, Sheet

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.segment import Segment
    from rich.table import Table
    from rich.text import Text

_TITLE_SHARE = 5  # the titles' part of the width is one in five
_CONTROLS = dict.fromkeys((*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)), " ")


def show(sheet: Sheet, language: Language, console: "Console | None" = None) -> None:
    """Print the sheet on the console; without one, on standard output."""
    from rich.console import Console, Group
    from rich.segment import Segments

    screen = console or Console()
    lines = screen.render_lines(Group(*_parts(sheet, language, screen.width)), pad=False)
    screen.print(Segments([segment for line in lines for segment in _trimmed(line)]))


def _trimmed(line: "list[Segment]") -> "list[Segment]":
    """Without the blanks that pad a table's line: they would stay in files and in pasted text."""
    from rich.segment import Segment

    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Segment(kept[-1].text.rstrip(), kept[-1].style)
    return [*kept, Segment.line()]


def _parts(sheet: Sheet, language: Language, width: int) -> "list[RenderableType]":
    parts: list[RenderableType] = [
        _text(sheet.form.title, "bold"),
        _text("　".join(wording.heading(sheet, language))),
        _table(sheet, language, width),
    ]
    if not sheet.complete:
        parts += [
            _text(wording.settled(sheet, language), "yellow"),
            _text(say("sheet.missing", language, count=len(sheet.missing))),
            _missing(sheet, language),
        ]
    if sheet.readings:
        parts.append(_text(say("sheet.readings_taken", language, count=len(sheet.readings)), "dim"))
    return parts


def _table(sheet: Sheet, language: Language, width: int) -> "Table":
    table = _columns(language, width // _TITLE_SHARE)
    for section in sheet.sections:
        _row(table, section.number, section.title, section, language)
        for item in section.items:
            _row(table, item.number, item.title, item, language)
        table.add_section()
    _row(table, "", say("sheet.total", language), sheet, language)
    return table


def _columns(language: Language, title_width: int) -> "Table":
    """The empty table; the reasons take what the other columns leave."""
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column(_text(say("sheet.number", language)), no_wrap=True)
    table.add_column(_text(say("sheet.item", language)), max_width=title_width, overflow="fold")
    table.add_column(_text(say("sheet.points", language)), no_wrap=True, justify="right")
    table.add_column(_text(say("sheet.score", language)), no_wrap=True, justify="right")
    table.add_column(_text(say("sheet.reasons", language)), overflow="fold")
    return table


def _row(table: "Table", number: str, title: str, scored: ItemScore | SectionScore | Sheet, language: Language) -> None:
    table.add_row(
        _text(number),
        _text(title),
        _text(plain(scored.points)),
        _text(wording.score(scored, language), "yellow" if scored.score is None else ""),
        _text("\n".join(wording.reasons(scored, language))),
        style="" if isinstance(scored, ItemScore) else "bold",
    )


def _missing(sheet: Sheet, language: Language) -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for number, labels in wording.missing_by_item(sheet.missing, language).items():
        grid.add_row(_text(number), _text(labels))
    return grid


def _text(text: str, style: str = "") -> "Text":
    """Text as it stands (rich would read markup in a string), without what would steer a terminal."""
    from rich.text import Text

    return Text(text.translate(_CONTROLS), style)
