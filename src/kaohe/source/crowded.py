"""Whether a workbook's parts hold more than a program that builds a tree of them comes to an end with."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

MOST_TAGS, MOST_CELLS = 2_000_000, 500_000
"""In all parts: a summary of the employment form has as many of 3,100 units, which is more than there are counties."""
MOST_MERGED = 1_000_000
"""Cells below merged ones: each is made, though nothing stands in it."""
LONGEST = 300_000
"""Bytes between two tags: a cell's text has at most a third of it."""
PIECE, OVERLAP = 1 << 20, 256
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_MERGED = re.compile(rb"""mergeCell\s+ref=["']\$?([A-Za-z]{1,3})\$?(\d{1,9}):\$?([A-Za-z]{1,3})\$?(\d{1,9})["']""")


def is_crowded(content: bytes) -> bool:
    """By the parts as they are unpacked, a piece at a time; raises what broken archives raise."""
    tags = cells = merged = 0
    for piece, before in _pieces(content):
        tags += piece.count(b"<")
        cells += len(_CELL.findall(piece))
        merged += sum(map(_area, _MERGED.findall(before + piece)))
        if tags > MOST_TAGS or cells > MOST_CELLS or merged > MOST_MERGED or _longest(piece) > LONGEST:
            return True
    return False


def _pieces(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What is written in a workbook's parts, each piece with the end of the one before it."""
    with ZipFile(BytesIO(content)) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    before = b""
                    while piece := part.read(PIECE):
                        yield piece, before
                        before = piece[-OVERLAP:]


def _longest(piece: bytes) -> int:
    """Bytes of the longest stretch without a tag."""
    return max(map(len, piece.split(b"<")))


def _area(corners: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = corners
    return (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
