"""Formulas that give texts: sentences with numbers of the sheet in them."""

import re
from collections.abc import Iterable, Mapping

from kaohe.backends.cells.formulas import Apply, Formula, Literal
from kaohe.messages import Language, say

_MARK = re.compile("\x01([a-z_]+)\x02")


def text(*parts: Formula | str) -> Formula:
    """One behind another; neighbouring words are joined beforehand."""
    found: list[Formula] = []
    for one in _flat(parts):
        last = found[-1] if found else None
        if isinstance(last, Literal) and isinstance(one, Literal):
            found[-1] = Literal(f"{last.value}{one.value}")
        elif one != Literal(""):
            found.append(one)
    if len(found) > 1:
        return Apply("&", tuple(found))
    one = found[0] if found else Literal("")
    return one if isinstance(one, Literal) else Apply("&", (one, Literal("")))


def _flat(parts: Iterable[Formula | str]) -> Iterable[Formula]:
    for one in parts:
        if isinstance(one, Apply) and one.function == "&":
            yield from one.arguments
        else:
            yield Literal(one) if isinstance(one, str) else one


def sentence(code: str, language: Language, **blanks: Formula | str) -> Formula:
    """A sentence of `messages` with cells of the sheet in its blanks."""
    marked = say(code, language, **{name: f"\x01{name}\x02" for name in blanks})
    return text(*_pieces(marked, blanks))


def _pieces(marked: str, blanks: Mapping[str, Formula | str]) -> Iterable[Formula | str]:
    start = 0
    for mark in _MARK.finditer(marked):
        yield marked[start : mark.start()]
        yield blanks[mark[1]]
        start = mark.end()
    yield marked[start:]
