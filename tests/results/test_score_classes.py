"""Classes of shares: exact at their borders, and what has no share."""

from fractions import Fraction

import pytest

from kaohe.results.score_classes import CLASSES, share_class
from kaohe.results.score_range import ScoreRange

LEAST = Fraction(1, 10**30)
"""Less than any float would see."""


def standing(score: Fraction | None, points: Fraction = Fraction(7)) -> ScoreRange:
    return ScoreRange(points, score, score)


@pytest.mark.parametrize(("least", "name"), CLASSES)
def test_a_class_begins_exactly_at_its_share(least: Fraction, name: str) -> None:
    classes = [one for _, one in CLASSES]
    below = [*classes, "below"][classes.index(name) + 1]  # type: ignore[arg-type]
    assert share_class(standing(least * 7)) == name
    assert share_class(standing(least * 7 - LEAST)) == below


@pytest.mark.parametrize(
    ("score", "points", "name"),
    [
        ("0", "0", "full"),
        ("2", "0", "full"),
        ("-1", "0", "below"),
        ("12", "10", "full"),
        (None, "10", "open"),
        ("0", "10", "poor"),
    ],
)
def test_what_has_no_share(score: str | None, points: str, name: str) -> None:
    assert share_class(standing(None if score is None else Fraction(score), Fraction(points))) == name
