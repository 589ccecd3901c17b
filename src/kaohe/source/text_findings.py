"""What was found in one text, each thing at the character it was found at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NoReturn

from kaohe.problems import Problem

_MOST = 1000
_LONGEST = 60


class Stopped(Exception):  # noqa: N818 - the finding is already noted; this only ends the reading
    """Nothing more can be learned from the text."""


@dataclass(slots=True)
class Findings:
    """Collects findings while a text is read; `start` counts characters from 0."""

    text: str = ""
    found: dict[tuple[int, str], dict[str, object]] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Whether more findings would help no one; a file of nothing else must not fill the memory."""
        return len(self.found) >= _MOST

    def add(self, code: str, start: int, **parameters: object) -> None:
        self.found[start, code] = {name: _shown(value) for name, value in parameters.items()}

    def forget(self, codes: tuple[str, ...]) -> None:
        """Drop what was found of these codes; `NULL` may be meant for nothing or as a word, whoever reads it."""
        for start, code in [*self.found]:
            if code in codes and str(self.found[start, code]["found"]).lower() != "null":
                del self.found[start, code]

    def stop(self, code: str, start: int = 0, **parameters: object) -> NoReturn:
        self.add(code, start, **parameters)
        raise Stopped

    def problems(self, path: str) -> Iterator[Problem]:
        """All findings, in the order of the text."""
        for (start, code), parameters in sorted(self.found.items(), key=itemgetter(0)):
            yield Problem(code, path, *place(self.text, start), parameters)


def place(text: str, start: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `start`."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def _shown(value: object) -> object:
    """A text on one line, without what a terminal would obey, and cut if it is long."""
    if not isinstance(value, str):
        return value
    cut = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
    return "".join(character if character.isprintable() else " " for character in cut)
