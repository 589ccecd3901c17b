"""Comments of a YAML text that are meant for kaohe: `# kaohe: WORDS`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kaohe.source.text_findings import place
from kaohe.source.yaml.events import Parser

_ADDRESSED = re.compile(r"(?:(?<=\s)|^)#\s*kaohe\s*[:：]\s*(\S[^\n]*)", re.MULTILINE | re.IGNORECASE)
_NOTHING = re.compile(r"\s*(?:#[^\n]*)?(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Comment:
    """What it says, where it stands, and the line that it speaks of: its own, or what follows where it stands alone."""

    words: str
    line: int
    column: int
    about: int


def comments(text: str) -> Iterator[Comment]:
    """Those of a text that the parser takes; what only looks like one, within a text of the data, is none."""
    found = list(_ADDRESSED.finditer(text))
    if not found:
        return
    scalars: list[Any] = [one for one in yaml.parse(text, Loader=Parser) if isinstance(one, yaml.ScalarEvent)]
    texts = [(_start(one, text), one.end_mark.index) for one in scalars]
    lines = text.split("\n")
    for one in found:
        if not any(start <= one.start() < end for start, end in texts):
            line, column = place(text, one.start())
            yield Comment(one[1].rstrip(), line, column, _about(lines, line, column))


def _start(scalar: Any, text: str) -> int:
    """Where a scalar's text starts: that of `|` and `>` at the end of its line, on which a comment may stand."""
    start: int = scalar.start_mark.index
    end = text.find("\n", start) if scalar.style in ("|", ">") else start
    return len(text) if end < 0 else end


def _about(lines: list[str], line: int, column: int) -> int:
    """The line, or the next one that has more than a comment on it where nothing stands before this one."""
    if lines[line - 1][: column - 1].strip():
        return line
    return next((number for number, one in enumerate(lines[line:], line + 1) if not _NOTHING.fullmatch(one)), line)
