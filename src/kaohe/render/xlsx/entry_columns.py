"""The columns of the page for facts: how wide each is, how words look in it, how high that makes the rows."""

from collections.abc import Mapping
from math import ceil

from kaohe.render.xlsx.cells import SIZE, TALLEST
from kaohe.render.xlsx.entry_look import CENTRED, SMALL, SMALL_WORDS, WORDS, Look
from kaohe.render.xlsx.paper_layout import height, room, wrap
from kaohe.results.entry_form import EntryForm, EntryLine

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
LATER_WIDTHS: Mapping[str, float] = {
    **WIDTHS,
    "item": 60,
    "label": 112,
    "unit": 30,
    "asked": 84,
    "previous": 66,
    "current": 66,
    "state": 42,
    "evidence": 76,
    "note": 60,
    "new_previous": 62,
    "new_current": 62,
    "new_state": 46,
    "cause": 62,
    "shown_by": 72,
    "check": 82,
}
"""The same where a later stage corrects: what is entered there stands beside all else on one sheet of paper."""
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


SCORE_LINES = 2
"""What a later stage's correction does to an item's score is told in so many."""


def widths_of(form: EntryForm) -> Mapping[str, float]:
    return LATER_WIDTHS if form.later else WIDTHS


def row_height(line: EntryLine, widths: Mapping[str, float], *, valued: bool) -> float:
    """The height at which nothing in the row is cut; `valued` where its values stand in it already."""
    lines = SCORE_LINES * SMALL / SIZE if line.kind == "item" and "reason" in line.cells else 1.0
    if line.kind == "fact":
        for key, text in line.words.items():
            size = LOOKS[key].size
            lines = max(lines, len(wrap(text, room(widths[key], size))) * size / SIZE)
    for key, cell in line.cells.items():
        if valued and isinstance(cell.value, str):
            lines = max(lines, len(wrap(cell.value, room(widths[key], SIZE))))
    return min(height(ceil(lines), SIZE), TALLEST)
