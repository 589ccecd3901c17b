"""Long text as lines of so many terminal cells: a Chinese character takes two, and punctuation starts no line."""

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

_OPENING = re.escape("（《“‘【〔「『([{")
_CLOSING = re.escape("，。；：、！？）》”’】〕」』％…,.;:!?)]}%")
_PIECE = re.compile(rf"[{_OPENING}]*(?:[!-~À-ɏ]+|.)[{_CLOSING}]*", re.DOTALL)


def cells(text: str) -> int:
    """How many cells the text takes; one whose width depends on the console is counted as wide."""
    return sum(0 if combining(one) else 1 + (east_asian_width(one) in "WFA") for one in text)


def tidy(text: str) -> str:
    """Text on one line: what does not print and every kind of blank becomes a single blank."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def wrap(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The lines of a text, the first one after `first`, the others after `rest`."""
    line, used, empty = first, cells(first), cells(first) <= cells(rest)
    for piece in _pieces(text, max(width - cells(rest), 2)):
        if not empty and used + cells(piece.rstrip()) > width:
            yield line.rstrip()
            line, used, empty = rest, cells(rest), True
        line += piece
        used += cells(piece)
        empty = False
    yield line.rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    """What stays on one line: a word or a character with the punctuation that clings to it."""
    for piece in _PIECE.findall(tidy(text)):
        if cells(piece) <= room:
            yield piece
        else:
            yield from piece
