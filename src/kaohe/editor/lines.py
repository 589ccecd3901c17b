"""Places in a text as editors count them: lines from 0, and columns in units of an encoding."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

Encoding = Literal["utf-8", "utf-16", "utf-32"]
PointInText = tuple[int, int]
"""Line and column, from 0."""
_BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@dataclass(frozen=True)
class Lines:
    """The lines of a text, which end as the reader of files has them end: by a line feed alone."""

    text: str
    encoding: Encoding = "utf-16"

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts, in characters."""
        found = [0]
        while (end := self.text.find("\n", found[-1])) >= 0:
            found.append(end + 1)
        return found

    def offset(self, point: PointInText) -> int:
        """The character at a place; one past a line's end is that end."""
        number, column = point
        if number >= len(self.starts):
            return len(self.text)
        codec, size = _BYTES[self.encoding]
        ends = accumulate(len(one.encode(codec, "surrogatepass")) for one in self._line(number))
        return self.starts[number] + sum(end <= column * size for end in ends)

    def point(self, offset: int) -> PointInText:
        """The place of a character."""
        offset = min(max(offset, 0), len(self.text))
        number = bisect_right(self.starts, offset) - 1
        codec, size = _BYTES[self.encoding]
        before = self.text[self.starts[number] : offset]
        return number, len(before.encode(codec, "surrogatepass")) // size

    def of_problem(self, line: int, column: int) -> int:
        """The character at a line and a column of a problem, both from 1 and in characters."""
        number = min(line, len(self.starts)) - 1
        return min(self.starts[max(number, 0)] + max(column - 1, 0), len(self.text))

    def _line(self, number: int) -> str:
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]
