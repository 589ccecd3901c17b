"""What stands at a character of a text: a key or a value, and the name there if it is one of a formula."""

import re
from dataclasses import dataclass

from kaohe.editor.outline.parts import Entry, Part, Path
from kaohe.editor.text_kinds import text_kind

NAME = re.compile(r"[^\W\d][\w.]*")


@dataclass(frozen=True, slots=True)
class Pointed:
    """The innermost entry at the place, with its path; whether the place is in its key, not in what stands behind."""

    path: Path
    entry: Entry
    on_key: bool


@dataclass(frozen=True, slots=True)
class NameInText:
    """A word of a formula with its place in the text; whether it is one of a function."""

    name: str
    start: int
    end: int
    function: bool


def pointed(root: Part, offset: int) -> Pointed | None:
    """None where nothing stands."""
    found: Pointed | None = None
    part = root
    path: Path = ()
    while True:
        for number, one in enumerate(part.entries):
            if one.start <= offset <= max(one.end, one.value.end):
                step = one.key if part.kind == "mapping" else number
                path = (*path, step)
                found = Pointed(path, one, part.kind == "mapping" and offset <= one.end)
                part = one.value
                break
        else:
            return found
        if found.on_key:
            return found


def name_at(root: Part, at: Pointed, text: str, offset: int) -> NameInText | None:
    """The name in a formula of a rubric; None elsewhere."""
    value = at.entry.value
    if at.on_key or value.kind != "value" or not text_kind(at.path, root.data):
        return None
    return next((one for one in names_in(text, value) if one.start <= offset <= one.end), None)


def names_in(text: str, value: Part) -> list[NameInText]:
    """All words of a value that stands in the text."""
    found = NAME.finditer(text, value.start, value.end)
    return [NameInText(one.group(), one.start(), one.end(), text[one.end() :].startswith("(")) for one in found]
