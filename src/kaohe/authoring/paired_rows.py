"""Rows of two forms that are the same row: by their titles in order, then by what they say."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Row = tuple[str, str]
"""A title, and the words below it."""
ALIKE = 0.6
"""So much of two texts is the same where they are one text that was changed."""


def paired(left: Sequence[Row], right: Sequence[Row]) -> Iterator[tuple[int | None, int | None]]:
    """Every row of both sides once, with its partner's number or None."""
    titles = SequenceMatcher(None, [one[0] for one in left], [one[0] for one in right], autojunk=False)
    for tag, start, end, first, last in titles.get_opcodes():
        if tag == "equal":
            yield from zip(range(start, end), range(first, last), strict=True)
        else:
            yield from _alike(left, right, range(start, end), range(first, last))


def placed(left: Sequence[Row], right: Sequence[Row]) -> Iterator[tuple[int | None, int | None, bool]]:
    """Every row of both sides once, with its partner, and whether that stands elsewhere among the others."""
    found = list(paired(left, right))
    ours = {left[one][0]: one for one, other in found if one is not None and other is None}
    theirs = {right[other][0]: other for one, other in found if one is None and other is not None}
    for one, other in found:
        if one is not None and other is None and left[one][0] in theirs and ours[left[one][0]] == one:
            yield one, theirs[left[one][0]], True
        elif one is not None or other is None or theirs[right[other][0]] != other or right[other][0] not in ours:
            yield one, other, False


def _alike(
    left: Sequence[Row], right: Sequence[Row], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int | None, int | None]]:
    """Rows without a partner of the same title: the most alike that is left, if it is alike enough."""
    waiting = list(theirs)
    for one in ours:
        best = max(waiting, key=lambda other: _likeness(left[one], right[other]), default=None)
        if best is not None and _likeness(left[one], right[best]) >= ALIKE:
            waiting.remove(best)
            yield one, best
        else:
            yield one, None
    yield from ((None, other) for other in waiting)


def _likeness(one: Row, other: Row) -> float:
    if one[0] == other[0]:
        return 1
    return max(
        SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else 0 for a, b in zip(one, other, strict=True)
    )
