"""Shares of points (得分率) in a few exact classes, the same wherever scores are shaded."""

from fractions import Fraction
from typing import Literal

from kaohe.results.score_range import ScoreRange

ShareClass = Literal["full", "good", "fair", "weak", "poor", "below", "open"]

CLASSES: tuple[tuple[Fraction, ShareClass], ...] = (
    (Fraction(1), "full"),
    (Fraction(9, 10), "good"),
    (Fraction(8, 10), "fair"),
    (Fraction(6, 10), "weak"),
    (Fraction(0), "poor"),
)
"""From which share of the points on a score is of which class; what is less than nothing has its own."""


def share_class(standing: ScoreRange) -> ShareClass:
    """The class of a score; what has no points has no share of them."""
    score, points = standing.score, standing.points
    if score is None:
        return "open"
    if score < 0:
        return "below"
    got, whole = score.numerator * points.denominator, points.numerator * score.denominator
    return next(name for least, name in CLASSES if got * least.denominator >= least.numerator * whole)
