"""A file that was read: its data, and where in the file each part of them stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from typing import Any

from kaohe.problems import Problem
from kaohe.source.text_findings import place
from kaohe.source.yaml.places import Places, Step, find_places


def is_rubric(data: Any) -> bool:
    """Whether data are a rubric's, by their keys."""
    return isinstance(data, dict) and ("sections" in data or "kaohe" in data)


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (dict, list, str, int, Decimal, bool, None) and their places, found when first asked for.

    `starts` are where keys and values start, in characters and in the order of the text.
    """

    path: str
    data: Any
    content: bytes = field(repr=False)
    text: str = field(repr=False)
    starts: list[int] = field(repr=False, compare=False)
    twice: Mapping[tuple[Step, ...], str] = field(default_factory=dict, repr=False, compare=False, kw_only=True)
    """Keys that say the same as another that stands beside them, each with that one."""
    _places: Places = field(default_factory=dict, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[Callable[..., "Document"], tuple[Any, ...]]:
        """For another process: places go by the identity of data, so they are found anew there."""
        made = partial(Document, twice=self.twice) if self.twice else Document
        return made, (self.path, self.data, self.content, self.text, self.starts)

    def head(self) -> "Document":
        """All keys at the top, but no value that is a mapping or a list: enough to know the file by, and soon sent.

        Places are known up to the first of these values; what comes after it is placed at the file's start.
        """
        plain = {key: None if isinstance(value, dict | list) else value for key, value in self.data.items()}
        before = [*takewhile(lambda value: not isinstance(value, dict | list), self.data.values())]
        starts = self.starts[: 1 + 2 * len(before)]
        return Document(self.path, plain, b"", self.text[: max(starts, default=0) + 1], starts)

    @property
    def file(self) -> str:
        """The file that problems name; a row of a table has a path of its own."""
        return self.path

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found while it was read and is told with what is wrong in what it says."""
        return ()

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        from hashlib import sha256  # it loads OpenSSL, for which most runs need not wait

        return sha256(self.content).hexdigest()

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What is said of it though nothing is wrong: how its cells were taken."""
        return ()

    def problem(
        self, code: str, path: tuple[Step, ...], parameters: Mapping[str, object], *, key: bool = False
    ) -> Problem:
        """A finding at the value (or its key) at a path."""
        line, column = self.position(path, key=key)
        return Problem(code, self.file, line, column, parameters, keys=() if line else path)

    def position(self, path: tuple[Step, ...], *, key: bool = False, offset: int = 0) -> tuple[int, int]:
        """Line and column, from 1, of the value (or its key) at the path, or at as much of it as there is.

        `offset` counts characters into a text that stands on one line. Where there is no file, both are 0.
        """
        if not self.starts:
            return 0, 0
        start = self.start(path, key=key)
        quoted = offset > 0 and self.text[start] in "\"'"
        return place(self.text, start + offset + quoted)

    def start(self, path: tuple[Step, ...], *, key: bool = False) -> int:
        """Where in the text that starts, in characters from 0."""
        if not self._places:
            self._places.update(find_places(self.data, self.starts))
        starts = (self.starts[0],) * 2
        container = self.data
        for step in path:
            inside = self._places.get(id(container), {})
            if step not in inside:
                break
            starts, container = inside[step], container[step]
        return starts[0 if key else 1]
