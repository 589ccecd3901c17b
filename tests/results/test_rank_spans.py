"""Between which places units stand while scores are open."""

from fractions import Fraction

import pytest

from kaohe.results.rank_spans import RankSpan, rank_spans
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import ranks


def _range(low: int | None, high: int | None) -> ScoreRange:
    least, most = (None if one is None else Fraction(one) for one in (low, high))
    return ScoreRange(Fraction(10), least, most)


@pytest.mark.parametrize(
    ("several", "found"),
    [
        ([(5, 5), (7, 7), (5, 5), (1, 1)], [(2, 2), (1, 1), (2, 2), (4, 4)]),
        ([(2, 6), (4, 4), (7, 8)], [(2, 3), (2, 3), (1, 1)]),
        ([(None, 3), (2, None)], [(1, 2), (1, 2)]),
        ([(0, 5), (5, 9)], [(1, 2), (1, 1)]),
    ],
)
def test_spans(several: list[tuple[int | None, int | None]], found: list[RankSpan]) -> None:
    standings = [_range(low, high) for low, high in several]
    assert rank_spans(standings) == found


def test_where_all_is_decided_they_are_ranks() -> None:
    standings = [_range(one, one) for one in (3, 9, 3, 7, 9)]
    assert [span and span[0] for span in rank_spans(standings)] == ranks(standings)


def test_who_has_no_score_has_no_place() -> None:
    assert rank_spans([ScoreRange.none(Fraction(10)), _range(1, 1)]) == [None, (1, 1)]
