"""A score with its range: decided, or open between the lowest and the highest that missing facts still allow."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Self

Side = Fraction | None
"""One end of a range; None where nothing bounds the score on that side."""


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """What an item, a section or the whole has of its `points`, between `low` and `high`."""

    points: Fraction
    low: Side
    high: Side

    @classmethod
    def at(cls, points: Fraction, score: Fraction) -> Self:
        """A score that is decided."""
        return cls(points, score, score)

    @property
    def score(self) -> Side:
        """The score where it is decided, None while it is open."""
        return self.low if self.low is not None and self.low == self.high else None

    def bare(self) -> "ScoreRange":
        """The range alone, of a row that carries more."""
        return ScoreRange(self.points, self.low, self.high)
