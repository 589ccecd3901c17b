"""What differs between two texts, as stretches that were kept, taken out and put in; a number is one piece."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from kaohe.results.marked_text import MarkedText, Stretch

_PIECES = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?[%％‰]?|[A-Za-z_]+|\s+|.", re.DOTALL)
BETWEEN = 1
"""So few pieces between two differences belong to both."""


def marked(old: str, new: str) -> MarkedText:
    """The new text with the old one in it."""
    return MarkedText(tuple(_joined(_stretches(_PIECES.findall(old), _PIECES.findall(new)))))


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    last = len(codes) - 1
    for place, (tag, start, end, first, until) in enumerate(codes):
        old, new = "".join(before[start:end]), "".join(after[first:until])
        if tag == "equal" and (end - start > BETWEEN or place in (0, last)):
            yield Stretch(kept=old)
        else:
            yield Stretch(gone=old, come=new)


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Differences that follow each other as one."""
    for same, several in groupby(stretches, key=lambda one: bool(one.kept)):
        listed = list(several)
        if same:
            yield from listed
        else:
            yield Stretch(gone="".join(one.gone for one in listed), come="".join(one.come for one in listed))
