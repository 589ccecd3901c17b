"""What is put on the terminal: text as it stands in files, never cut, without blanks that pad a table's lines."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType
    from rich.segment import Segment
    from rich.table import Table
    from rich.text import Text

_CONTROLS = dict.fromkeys((*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)), " ")


def put(screen: "Console", parts: "Sequence[RenderableType]") -> None:
    """Print one part after another."""
    from rich.console import Group
    from rich.segment import Segments

    lines = screen.render_lines(Group(*parts), pad=False)
    screen.print(Segments([segment for line in lines for segment in _trimmed(line)]))


def text(words: str, style: str = "") -> "Text":
    """Text as it stands (rich would read markup in a string), without what would steer a terminal."""
    from rich.text import Text

    return Text(words.translate(_CONTROLS), style)


def numbered(rows: "Sequence[tuple[str, str]]") -> "Table":
    """Lines that hang behind their numbers."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*map(text, row))
    return grid


def _trimmed(line: "list[Segment]") -> "list[Segment]":
    """Without the blanks that pad a table's line: they would stay in files and in pasted text."""
    from rich.segment import Segment

    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Segment(kept[-1].text.rstrip(), kept[-1].style)
    return [*kept, Segment.line()]
