"""A later stage's file: only what changed since the stage before, each change with its old value and its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from kaohe.problems import Problem
from kaohe.source import Document
from kaohe.submission.answers import Place
from kaohe.submission.reader import Why
from kaohe.submission.unit_notes import UnitNote

FactCause = Literal["fact_corrected", "evidence_rejected", "entry_mistake"]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact, one field of it or one member of a list: `old` and `new` are what its row has, and is to have."""

    path: Path
    group: str
    name: str
    place: Place
    part: str
    old: Any
    new: Any
    cause: FactCause
    why: Why

    def present(self, row: Sequence[Any]) -> Any:
        """What a row has where this changes it; None for a member that is not there."""
        place = self.place
        if not self.part:
            return tuple(row[place.start : place.stop])
        if not place.indicator.list:
            return row[place.start + tuple(place.readers).index(self.part)]
        members = row[place.start]
        return next((one for one in members if one[0] == self.part), None) if isinstance(members, tuple) else None

    def stands(self, row: Sequence[Any]) -> bool:
        """Whether a row has the old value; a member without a value counts as one that is not there."""
        present = self.present(row)
        if not (self.part and self.place.indicator.list):
            return equal(present, self.old)
        return bool(present == self.old or (_silent(present) and _silent(self.old)))

    def applied(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """The row with the new value."""
        place, changed = self.place, list(row)
        if not self.part:
            changed[place.start : place.stop] = self.new
        elif not place.indicator.list:
            changed[place.start + tuple(place.readers).index(self.part)] = self.new
        else:
            changed[place.start] = self._members(row[place.start])
        return tuple(changed)

    def _members(self, members: Any) -> Any:
        """A list's members in their order; a new one comes last. Without any the list does not apply."""
        known = members if isinstance(members, tuple) else ()
        if all(one[0] != self.part for one in known):
            return (*known, self.new) if self.new else members
        return tuple(self.new if one[0] == self.part else one for one in known if one[0] != self.part or self.new)


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """Doubtful words that this stage reads in another way than the stage before."""

    path: Path
    reading: str
    old: str
    new: str
    why: Why


@dataclass(frozen=True, slots=True)
class JudgementChange:
    """An item's points as the reviewer gives them; None takes an earlier judgement back."""

    path: Path
    item: str
    score: Fraction | None
    why: Why


@dataclass(frozen=True, slots=True)
class Amendment:
    """All that one file changes. `rubric_why` says why another version of the rubric is used from here on."""

    document: Document
    unit: str
    year: int | None
    stage: str
    rubric_why: Why | None
    facts: tuple[FactChange, ...]
    readings: tuple[ReadingChange, ...]
    judgements: tuple[JudgementChange, ...]
    said: tuple[Problem, ...] = ()
    """How the file was taken where it writes something in another way."""
    notes: tuple[UnitNote, ...] = ()


def _silent(member: Any) -> bool:
    return member is None or all(value is None for value in member[1:])


def equal(one: Any, other: Any) -> bool:
    """Whether two values of a fact, as rows have them, are the same; a list's members may come in any order."""
    return bool(_ordered(one) == _ordered(other))


def _ordered(value: Any) -> Any:
    listed = isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], tuple)
    return sorted(value[0], key=lambda member: str(member[0])) if listed else value
