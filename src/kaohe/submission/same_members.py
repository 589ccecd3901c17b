"""Lists that have the members of another of a unit's lists: nobody left out, and nobody else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.source.file_findings import FileFindings


@dataclass(frozen=True, slots=True)
class UnlikeMembers:
    """A list that does not have the members of the other: who is strange to it, and who is left out."""

    fact: Fact
    other: Fact
    strange: tuple[str, ...]
    left_out: tuple[str, ...]

    def report(self, path: tuple[str, ...], found: FileFindings) -> None:
        """Say what is wrong, at the place of the list."""
        label, other = self.fact.called, self.other.called
        for code, names in (("members-strange", self.strange), ("members-left-out", self.left_out)):
            if names:
                found.add(code, path, {"label": label, "other": other, "names": "、".join(names)})


class SameMembers:
    """The pairs of lists of one rubric."""

    def __init__(self, layout: RowLayout) -> None:
        self._pairs = [(fact, layout.by_key[fact.members_of]) for fact in layout.facts if fact.members_of]

    def complete(self, row: list[Any]) -> None:
        """Put who is left out into the lists of a row, with nothing reported; a list not begun stays as it is."""
        for found in self.unlike(row):
            gap = (None,) * len(found.fact.indicator.fields)
            row[found.fact.start] += tuple((name, *gap) for name in found.left_out)

    def unlike(self, row: Sequence[Any]) -> Iterator[UnlikeMembers]:
        """The lists of a row that have other members than they are to have; of an unreported list nothing is known."""
        for fact, other in self._pairs:
            if not isinstance(row[fact.start], tuple):
                continue
            own, theirs = _names(row[fact.start]), _names(row[other.start])
            strange = tuple(name for name in own if name not in theirs)
            left_out = tuple(name for name in theirs if name not in own)
            if strange or left_out:
                yield UnlikeMembers(fact, other, strange, left_out)


def _names(members: Any) -> list[str]:
    """What the members of a list are called; of one that is not reported or does not apply, there are none."""
    return [one[0] for one in members] if isinstance(members, tuple) else []
