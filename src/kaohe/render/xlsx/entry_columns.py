"""The columns of the page for facts: how wide each is, how words look in it, how high that makes the rows."""

from collections.abc import Mapping
from math import ceil

from kaohe.render.xlsx.cells import SIZE, TALLEST
from kaohe.render.xlsx.entry_look import CENTRED, SMALL, SMALL_WORDS, WORDS, Look
from kaohe.render.xlsx.paper_layout import height, room, wrap
from kaohe.results.entry_form import EntryLine

WIDTHS: Mapping[str, float] = {
    "id": 40,
    "number": 34,
    "item": 68,
    "label": 128,
    "unit": 32,
    "asked": 122,
    "previous": 78,
    "current": 78,
    "state": 48,
    "evidence": 96,
    "note": 84,
    "new_previous": 72,
    "new_current": 72,
    "new_state": 54,
    "cause": 72,
    "reason": 110,
    "shown_by": 84,
    "check": 86,
    "clause": 208,
}
"""Of the columns, in points."""
CHECK = Look("center", size=SMALL)
LOOKS: Mapping[str, Look] = {
    "number": CENTRED,
    "item": SMALL_WORDS,
    "label": WORDS,
    "unit": CENTRED,
    "check": CHECK,
    "asked": SMALL_WORDS,
    "clause": SMALL_WORDS,
}
"""Of the words in a row."""


def row_height(line: EntryLine, *, valued: bool) -> float:
    """The height at which nothing in the row is cut; `valued` where its values stand in it already."""
    lines = 1.0
    if line.kind == "fact":
        for key, text in line.words.items():
            size = LOOKS[key].size
            lines = max(lines, len(wrap(text, room(WIDTHS[key], size))) * size / SIZE)
    for key, cell in line.cells.items():
        if valued and isinstance(cell.value, str):
            lines = max(lines, len(wrap(cell.value, room(WIDTHS[key], SIZE))))
    return min(height(ceil(lines), SIZE), TALLEST)
