"""Where the cursor is: in which key or value, below which others."""

from dataclasses import dataclass
from typing import Literal

from kaohe.editor.outline.block import outline
from kaohe.editor.outline.parts import Entry, Part, Path

CURSOR = "\ue000"
"""Stands where the cursor is, so that a place where nothing is written yet has something in it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A key or a value at the cursor: its place in the text, and what of it stands before the cursor.

    The `path` of a key leads to the mapping that it stands in, that of a value to the value. Where a `fresh` value
    stands, a mapping could begin as well: it is on a line of its own. `root` is the outline with the cursor's sign in
    it, `flow` whether the place is in brackets.
    """

    role: Literal["key", "value"]
    path: Path
    start: int
    end: int
    before: str
    root: Part
    colon: bool = False
    fresh: bool = False
    flow: bool = False
    quoted: bool = False

    def beside(self) -> Part | None:
        """The mapping that a key stands in."""
        return self.root.at(self.path)


def spot(text: str, offset: int) -> Spot | None:
    """What is at a character of a text; None in remarks and where nothing can stand."""
    root = outline(f"{text[:offset]}{CURSOR}{text[offset:]}")
    if root.kind == "value":
        return _value(Entry("", root.start, root.start, root), (), root, text)
    return _within(root, (), root, text)


def _within(part: Part, path: Path, root: Part, text: str) -> Spot | None:
    for number, one in enumerate(part.entries):
        if part.kind == "mapping" and CURSOR in one.key:
            before = one.key.partition(CURSOR)[0]
            end = one.end - 1
            return Spot("key", path, one.start, end, before, root, colon=one.colon, flow=part.flow)
        below: Path = (*path, one.key if part.kind == "mapping" else number)
        if one.value.kind != "value":
            found = _within(one.value, below, root, text)
            if found:
                return found
        elif CURSOR in one.value.text:
            return _value(one, below, root, text, flow=part.flow)
    return None


def _value(entry: Entry, path: Path, root: Part, text: str, *, flow: bool = False) -> Spot:
    value = entry.value
    behind_key = bool(entry.key) and "\n" not in text[entry.end : value.start]
    before = value.text.partition(CURSOR)[0]
    fresh = not (flow or value.quoted or behind_key)
    return Spot("value", path, value.start, value.end - 1, before, root, fresh=fresh, flow=flow, quoted=value.quoted)
