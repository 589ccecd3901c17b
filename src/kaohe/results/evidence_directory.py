"""A unit's directory of evidence (佐证目录): its files, and what the points that it claims rest on."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

FileState = Literal["fine", "unrecorded", "changed", "missing"]
"""Of a file of evidence: as it was recorded, not recorded yet, another than was recorded, not there."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One file of evidence: what it shows, at which stage it was named, and whether it is still what it was.

    `number` and `title` are the item's; `fact` is its label, empty where the file shows the whole item.
    """

    stage: str
    number: str
    title: str
    fact: str
    file: str
    size: int
    sha256: str
    state: FileState


@dataclass(frozen=True, slots=True)
class Unsupported:
    """An item whose claimed points rest on facts without a file, or on files that are not what they were."""

    number: str
    title: str
    score: Fraction
    reasons: tuple[str, ...]
    """The labels of the facts without a file, or the files."""


@dataclass(frozen=True, slots=True)
class EvidenceDirectory:
    """The directory of a unit's evidence (佐证目录), and how many of the points that it claims rest on what.

    `claimed` is the sum of the decided items of the first stage; `supported` is what is left of it without the items
    that rest on facts without a file (`without`) and those that rest on files that are not what they were (`doubtful`).
    """

    files: tuple[EvidenceFile, ...]
    claimed: Fraction
    without: tuple[Unsupported, ...]
    doubtful: tuple[Unsupported, ...]

    @property
    def points_without(self) -> Fraction:
        return sum((one.score for one in self.without), Fraction(0))

    @property
    def points_doubtful(self) -> Fraction:
        return sum((one.score for one in self.doubtful), Fraction(0))

    @property
    def supported(self) -> Fraction:
        return self.claimed - self.points_without - self.points_doubtful
