"""One case of a rubric: facts, and what they must give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from kaohe.problems import cell_name
from kaohe.results.score_range import ScoreRange, Side
from kaohe.source import Document

Key = tuple[str, ...]
"""What is expected: `points`, ITEM or `rules`, ITEM, NAME or `sections`, ID or `score` or `grades`, SECTION."""


@dataclass(frozen=True, slots=True)
class CasePlace:
    """Where a case, or a part of one, stands: line and column from 1, or the row and column of a sheet's cell."""

    path: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.path}:{self.sheet}!{cell_name(self.line, self.column)}"
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Between:
    """Points that are expected or found: one number, or while facts are missing the range that is left.

    A side that is None is not looked at where it is expected, and open where it is found. Not `scored` are sections, or
    the whole, of which nothing applies.
    """

    low: Side
    high: Side
    scored: bool = True

    def agrees(self, found: ScoreRange) -> bool:
        sides = ((self.low, found.low), (self.high, found.high))
        return self.scored == found.scored and all(expected in (None, side) for expected, side in sides)


@dataclass(frozen=True, slots=True)
class RuleGives:
    """What one rule is expected to do: `given` is what it leaves of its points, or gives or takes without having any.

    `due` is what its clause takes, `applied` what was really taken, as the ledger has them: points lost are above zero.
    What is None is not looked at.
    """

    given: Side = None
    due: Side = None
    applied: Side = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What the facts must give; there is something in one of these at least.

    `rules` are by item and name (`1` for the first rule, `veto1`, `veto1.penalty`), `grades` by section, that of the
    whole by an empty id: each the ids of all that the unit may have.
    """

    points: Mapping[str, Between] = field(default_factory=dict)
    rules: Mapping[tuple[str, str], RuleGives] = field(default_factory=dict)
    sections: Mapping[str, Between] = field(default_factory=dict)
    score: Between | None = None
    grades: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of which something is expected."""
        return tuple(dict.fromkeys((*self.points, *(item for item, _ in self.rules))))

    @property
    def above_items(self) -> bool:
        """Whether something is expected of sections, of the whole or of grades."""
        return bool(self.sections or self.score is not None or self.grades)


@dataclass(frozen=True, slots=True)
class Signed:
    """Who has said that the case is right, and when, as it is written."""

    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Case:
    """Facts by item as they are written, readings by their full names, what is expected.

    Of an item alone its id is `item`. `document` is what a unit's file would have, `common` what a file of parameters
    would; both tell places of the file of cases. `places` are those of what is expected.
    """

    name: str
    place: CasePlace
    item: str
    facts: Mapping[str, Mapping[str, Any]]
    readings: Mapping[str, str]
    expected: Expected
    document: Document = field(repr=False)
    common: Document | None = field(default=None, repr=False)
    signed: Signed | None = None
    places: Mapping[Key, CasePlace] = field(default_factory=dict, repr=False)

    def place_of(self, key: Key) -> CasePlace:
        """Where something is expected."""
        return self.places.get(key, self.place)


def exactly(points: Fraction) -> Between:
    return Between(points, points)
