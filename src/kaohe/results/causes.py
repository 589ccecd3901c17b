"""What a later stage changed, why, and the points that it moved."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

CauseKind = Literal[
    "fact_corrected",
    "evidence_rejected",
    "entry_mistake",
    "judgement",
    "reading",
    "rubric_version",
    "peers",
    "fact",
]
"""Why a score moved. `peers` is a fact over all units that other units' changes have moved; `fact` is one in which two
units differ."""
Level = Literal["item", "section", "total"]
Points = Fraction | None


def less(one: Points, other: Points) -> Points:
    """What is left of one; unknown where either is."""
    return None if one is None or other is None else one - other


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many points a cause moved one score: `level` and `id` name an item, a section or the whole (no id).

    `points` is None where the score was open before the cause, or is open after it.
    """

    level: Level
    id: str
    points: Points


@dataclass(frozen=True, slots=True)
class Cause:
    """One entry of a later stage's file: what was changed, by whom, when and why, and the points that it moved.

    `number` and `item` are those of the item that the entry names, empty where it names none. `subject` is what was
    changed, in the rubric's words: a fact's label, the words of a reading, the title of an item.
    """

    kind: CauseKind
    number: str
    item: str
    subject: str
    old: str
    new: str
    reason: str
    by: str
    on: str
    evidence: tuple[str, ...]
    moved: tuple[Moved, ...]
    """Only the scores that moved; the last one is the whole's, always."""

    @property
    def total(self) -> Points:
        """What the whole moved by."""
        return self.moved[-1].points
