"""A form as text -> rows: tables with tabs or bars, and Word's own text, where each cell begins with a tab."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kaohe.source.form_document.rows import Cell, FormRow, RowPlace

_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*\|?")
"""The line under the headings of a table with bars."""
_BAR = re.compile(r"(?<!\\)\|")
_STRESS = re.compile(r"\*\*|^__|__$")
"""Bold print."""
_STARTS = re.compile(r"(?:[#>\s]|[-*+•·▪◆●■]\s)+")
"""What Markdown has before headings, quotations and entries of a list."""
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
APART = 2
"""So many empty lines end a table: within a cell, one stands between paragraphs."""


class _Started(NamedTuple):
    """A cell of Word's text: the line that it begins on, its words, and whether an empty line stands before it."""

    line: int
    text: str
    after_gap: bool


def rows(text: str) -> list[FormRow]:
    lines = text.split("\n")
    return _cells_by_tab(lines) if _each_tab_first(lines) else [*_rows_by_line(lines)]


def _each_tab_first(lines: Sequence[str]) -> bool:
    """Whether cells stand below each other: no line has a tab but at its start."""
    tabbed = [line for line in lines if "\t" in line.rstrip("\t") or line == "\t"]
    return bool(tabbed) and all(line.rfind("\t") == 0 for line in tabbed)


def _rows_by_line(lines: Sequence[str]) -> Iterator[FormRow]:
    for number, line in enumerate(lines, 1):
        words = line.strip()
        if not words:
            continue
        if words.startswith("|") or len(_BAR.split(words)) > APART:
            if not _RULE.fullmatch(words):
                inner = words.removeprefix("|").removesuffix("|")
                cells = [_unmarked(_BREAK.sub("\n", one).replace("\\|", "|")).strip() for one in _BAR.split(inner)]
                yield _row(cells, number)
        elif "\t" in line.rstrip():
            yield _row([one.strip() for one in line.split("\t")], number)
        else:
            yield _paragraph(words, number)


def _row(cells: Sequence[str], number: int) -> FormRow:
    return FormRow(tuple(map(Cell, cells)), RowPlace("line", "", number))


def _paragraph(words: str, number: int) -> FormRow:
    plain = _STARTS.sub("", words, count=1) if _STARTS.match(words) else words
    return FormRow(
        (Cell(_unmarked(plain)),), RowPlace("line", "", number), in_table=False, heading=words.startswith("#")
    )


def _unmarked(words: str) -> str:
    """The words without signs for bold print."""
    return _STRESS.sub("", words) if "**" in words or words.startswith("__") else words


def _cells_by_tab(lines: Sequence[str]) -> list[FormRow]:
    """Cells gathered into rows of as many as most have: an empty line before one may also end the words before it."""
    before: list[FormRow] = []
    after: list[FormRow] = []
    cells: list[_Started] = []
    gap, closed = 0, True
    for number, line in enumerate(lines, 1):
        if line.startswith("\t"):
            cells.append(_Started(number, line.strip(), gap > 0))
            closed = False
        elif not line.strip():
            gap += 1
            continue
        elif closed or gap >= APART:
            (after if cells else before).append(_paragraph(line.strip(), number))
            closed = True
        else:
            last = cells.pop()
            cells.append(last._replace(text=f"{last.text}\n{line.strip()}"))
        gap = 0
    return [*before, *_in_rows(cells), *after]


def _in_rows(cells: Sequence[_Started]) -> list[FormRow]:
    begun: list[list[_Started]] = []
    for cell in cells:
        if cell.after_gap or not begun:
            begun.append([])
        begun[-1].append(cell)
    width = Counter(map(len, begun)).most_common(1)[0][0]
    if len(cells) % width == 0:
        begun = [list(cells[start : start + width]) for start in range(0, len(cells), width)]
    return [_row([cell.text for cell in one], one[0].line) for one in begun]
