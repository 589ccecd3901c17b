"""A plain table in Markdown: a heading, notes as paragraphs, and the rows with nothing that could break them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kaohe.messages import Language
from kaohe.render.words.cell_wording import said
from kaohe.results.plain_table import NUMBERS, PlainTable

_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_~[|#"} | {"&": "&amp;", "<": "&lt;", "\n": " ", "\r": " "}
)
_OPENING = re.compile(r"[-+>=]|\d+[.)](?= |$)")
"""What begins a list, a quotation or the line below a heading; blanks before it are taken off."""


def text(tables: Sequence[PlainTable], language: Language) -> str:
    """One result's tables as a whole document."""
    first, *others = tables
    lines = [*lines_of(first, language, "#"), *(line for one in others for line in lines_of(one, language, "##"))]
    return "\n".join(lines[1:]) + "\n"


def lines_of(table: PlainTable, language: Language, heading: str) -> Iterator[str]:
    """Each part after an empty line."""
    yield from ("", f"{heading} {escape(table.title)}")
    for note in table.before:
        yield from ("", paragraph(note))
    if table.rows:
        kinds = [column.kind for column in table.columns]
        yield from ("", cells(_lines(column.label) for column in table.columns))
        yield cells("---:" if kind in NUMBERS else "---" for kind in kinds)
        for row in table.rows:
            yield cells(_lines(said(value, kind, language)) for value, kind in zip(row.values, kinds, strict=True))
    for note in table.after:
        yield from ("", paragraph(note))


def cells(texts: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(texts)} |"


def escape(text: str) -> str:
    """Text that neither breaks a table nor becomes markup."""
    return text.translate(_ESCAPES)


def paragraph(text: str) -> str:
    """Escaped text at the start of a line, where some signs would open a list, a quotation or a block."""
    clean = escape(text).strip()
    found = _OPENING.match(clean)
    return f"{clean[: found.end() - 1]}\\{clean[found.end() - 1 :]}" if found else clean


def _lines(words: str) -> str:
    return "<br>".join(map(escape, words.split("\n")))
