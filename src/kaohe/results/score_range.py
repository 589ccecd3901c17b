"""A score with its range: decided, open between the lowest and the highest that missing facts allow, or none at all."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

Side = Fraction | None
"""One end of a range; None where nothing bounds the score on that side."""


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """What an item, a section or the whole has of its `points`, between `low` and `high`.

    It is not `scored` where nothing that it is made of applies to the unit (不予评分).
    """

    points: Fraction
    low: Side
    high: Side
    scored: bool = True

    @classmethod
    def at(cls, points: Fraction, score: Fraction) -> Self:
        """A score that is decided."""
        return cls(points, score, score)

    @classmethod
    def none(cls, points: Fraction) -> Self:
        """No score, whatever else is reported."""
        return cls(points, None, None, scored=False)

    @property
    def state(self) -> Literal["decided", "open", "not_scored"]:
        """`open` while missing facts can still change the score, `not_scored` where there is none to change."""
        if not self.scored:
            return "not_scored"
        return "open" if self.score is None else "decided"

    @property
    def score(self) -> Side:
        """The score where it is decided, None while it is open."""
        decided = self.low is self.high or self.low == self.high
        return self.low if decided else None

    def bare(self) -> "ScoreRange":
        """The range alone, of a row that carries more."""
        return ScoreRange(self.points, self.low, self.high, self.scored)
