"""How much room text takes on paper: widths in ems, lines, row heights, and rows dealt out to pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest
from math import ceil
from typing import Literal
from unicodedata import combining, east_asian_width

from kaohe.expr.numbers import plain

Value = str | Fraction

LINE = 1.45  # a line's height in ems: enough for SimSun and for the wider-set Noto
PADDING = 8.0  # points above and below the text of a cell together
SIDES = 6.0  # points left and right of it together
STEP = 0.75  # a row's height is a whole number of pixels

_OPENING = re.escape("（《“‘【〔「『([{")
_CLOSING = re.escape("，。；：、！？）》”’】〕」』％…,.;:!?)]}%")
_CLINGS = re.compile(f"[{_CLOSING}]")
_PIECE = re.compile(rf"[{_OPENING}]*(?:[!-~À-ɏ]+|.)[{_CLOSING}]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells and the height that shows all of them, in points."""

    values: tuple[Value, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """Rows `start` to `stop` of one group, together on a page."""

    group: int
    start: int
    stop: int


def ems(text: str) -> float:
    """Width in ems: an East Asian character is as wide as high, any other a little over half."""
    return sum(map(_em, text))


@lru_cache(maxsize=4096)  # a form has a few hundred characters
def _em(character: str) -> float:
    if east_asian_width(character) in "WFA":
        return 0.0 if combining(character) else 1.0
    return 0.55


def room(width: float, size: float) -> float:
    """The ems that a line of a column holds; both in points."""
    return max(1.0, (width - SIDES) / size)


@lru_cache(maxsize=4096)  # a form's own words come back with every unit
def wrap(text: str, ems_a_line: float) -> tuple[str, ...]:
    """The lines of a text in a column; a line keeps its line feed where the text itself breaks."""
    lines = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for piece in _pieces(paragraph, ems_a_line):
            if line and used + ems(piece) > ems_a_line:
                lines.append(line)
                line, used = "", 0.0
            line += piece
            used += ems(piece)
        lines.append(f"{line}\n")
    return (*lines[:-1], lines[-1][:-1])


def _pieces(paragraph: str, ems_a_line: float) -> Iterator[str]:
    """What stays on one line: a word or a character with the punctuation that clings to it."""
    for piece in _PIECE.findall(paragraph):
        if ems(piece) <= ems_a_line:
            yield piece
        else:
            yield from piece


def even(text: str, ems_a_line: float, *, odd: Literal["first", "last"]) -> str:
    """A heading broken into lines of nearly equal length.

    Most Chinese words have two characters: every line but the first (or the last) has an even number of them.
    """
    most = int(ems_a_line)
    count = ceil(len(text) / most)
    if count <= 1 or ems(text) < len(text):
        return text
    length = min(most, 2 * ceil(len(text) // count / 2))
    if len(text) - length * (count - 1) > most:
        length = ceil(len(text) / count)
    lengths = [len(text) - length * (count - 1), *[length] * (count - 1)]
    ends = accumulate(lengths if odd == "first" else reversed(lengths), initial=0)
    lines = [text[start:stop] for start, stop in pairwise(ends)]
    return text if any(_CLINGS.match(line) for line in lines) else "\n".join(lines)


def height(lines: int, size: float) -> float:
    """The height of a row with so many lines, in points."""
    return ceil((lines * size * LINE + PADDING) / STEP) * STEP


def rows(values: Sequence[Value], widths: Sequence[float], size: float, limit: float) -> tuple[Row, ...]:
    """The row of these cells; several where one higher than `limit` points would be needed."""
    return _rows(tuple(values), tuple(widths), size, limit)


@lru_cache(maxsize=4096)  # most rows of a unit's pages are those of the unit before
def _rows(values: tuple[Value, ...], widths: tuple[float, ...], size: float, limit: float) -> tuple[Row, ...]:
    most = max(1, int((limit - PADDING) / (size * LINE)))
    columns = [_chunks(value, room(width, size), most) for value, width in zip(values, widths, strict=True)]
    found = []
    for cells in zip_longest(*columns, fillvalue=("", 1)):
        lines = max(count for _, count in cells)
        found.append(Row(tuple(value for value, _ in cells), height(lines, size)))
    return tuple(found)


def _chunks(value: Value, ems_a_line: float, most: int) -> list[tuple[Value, int]]:
    """A cell's value cut into pieces of at most `most` lines, each with its number of lines."""
    if isinstance(value, Fraction):
        return [(value, len(wrap(plain(value), ems_a_line)))]
    lines = wrap(value, ems_a_line)
    if len(lines) <= most:
        return [(value, len(lines))]
    cuts = [lines[start : start + most] for start in range(0, len(lines), most)]
    return [("".join(cut).removesuffix("\n"), len(cut)) for cut in cuts]


def paginate(
    groups: Sequence[Sequence[float]], floors: Sequence[float], first: float, later: float
) -> list[list[Block]]:
    """Deal groups of row heights out to pages: `first` points on the first page, `later` on the others.

    A group keeps together if a page can hold it; a longer one is cut into parts of nearly equal height.
    No part of a group takes less than its floor.
    """
    pages: list[list[Block]] = [[]]
    left = first
    for index, (heights, floor) in enumerate(zip(groups, floors, strict=True)):
        needed = max(sum(heights), floor)
        useful = left >= later / 2 and max(heights[0], floor) <= left
        if pages[-1] and needed > left and (needed <= later or not useful):
            pages.append([])
            left = later
        for number, (start, stop) in enumerate(_balanced(tuple(heights), floor, left, later)):
            if number:
                pages.append([])
                left = later
            pages[-1].append(Block(index, start, stop))
            left -= max(sum(heights[start:stop]), floor)
    return pages


@lru_cache(maxsize=4096)  # most units have the same rows
def _balanced(heights: tuple[float, ...], floor: float, first: float, later: float) -> list[tuple[int, int]]:
    """The cut with the fewest parts, and of those the one whose highest part is lowest."""
    count = len(_cut(heights, floor, first, later))
    caps = (later * percent / 100 for percent in range(1, 101))
    cuts = (_cut(heights, floor, min(first, cap), cap) for cap in caps)
    return next(cut for cut in cuts if len(cut) == count)


def _cut(heights: Sequence[float], floor: float, first: float, later: float) -> list[tuple[int, int]]:
    """Fill page after page, each as far as it goes."""
    parts = []
    start, used, left = 0, 0.0, first
    for index, row in enumerate(heights):
        if index > start and max(used + row, floor) > left:
            parts.append((start, index))
            start, used, left = index, 0.0, later
        used += row
    return [*parts, (start, len(heights))]
