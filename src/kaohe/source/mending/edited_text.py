"""A text while it is mended: what stands in it now, and from where in the file each character of it comes."""

from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass, field
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from `start` to `end` becomes `text`; `at` is where the value or key starts that it belongs to."""

    kind: str
    start: int
    end: int
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Mend:
    """An edit of the file as it was: all places count its characters, from 0."""

    kind: str
    start: int
    end: int
    text: str
    at: int


@dataclass(slots=True)
class EditedText:
    """Edits are made on what stands now and kept as mends of the file."""

    text: str
    mends: list[Mend] = field(default_factory=list)
    origins: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.origins = list(range(len(self.text) + 1))

    def make(self, edits: Iterable[Edit], leave: AbstractSet[int]) -> bool:
        """Make those that do not overlap nor belong to what is to be left; whether any was made."""
        made = False
        free = len(self.text)
        for edit in sorted(edits, key=attrgetter("start"), reverse=True):
            if edit.end <= free and self.origins[edit.at] not in leave:
                self._make(edit)
                free, made = edit.start, True
        return made

    def _make(self, edit: Edit) -> None:
        start, end = self.origins[edit.start], self.origins[edit.end]
        self.mends.append(Mend(edit.kind, start, end, edit.text, self.origins[edit.at]))
        self.text = self.text[: edit.start] + edit.text + self.text[edit.end :]
        self.origins[edit.start : edit.end] = [start] * len(edit.text)

    def copy(self) -> "EditedText":
        """One that can be edited without this one."""
        return deepcopy(self)

    def now(self, origin: int) -> int:
        """Where that stands now which stood there in the file."""
        return bisect_left(self.origins, origin)
