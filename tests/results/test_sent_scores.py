"""A unit's scores go from one process to another as they are."""

import pickle
from fractions import Fraction

import pytest

from kaohe.results.grade_reached import GradeReached
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import UnitScore

POINTS = Fraction(50)
RANGES = [
    ScoreRange.at(POINTS, Fraction(1, 3)),
    ScoreRange(POINTS, Fraction(0), Fraction(7, 2)),
    ScoreRange(POINTS, None, Fraction(2)),
    ScoreRange.none(POINTS),
]


@pytest.mark.parametrize("total", RANGES)
@pytest.mark.parametrize(("sections", "items"), [((), ()), (RANGES[:2], RANGES[1:])])
def test_what_arrives_is_what_was_sent(total: ScoreRange, sections: list[ScoreRange], items: list[ScoreRange]) -> None:
    grades = {"": GradeReached((), quota=True, why="")}
    one = UnitScore("甲市.yaml", "甲市", None, "self", total, tuple(sections), tuple(items), 3, grades)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
