"""Points lost in a batch: what was not reached, never less than nothing, and open wherever scores are."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.analysis.batch_losses import batch_losses, lost_of
from kaohe.results.batch_figures import BatchLosses, Loss
from kaohe.results.score_range import ScoreRange
from support.rendered.batches import small


def losses(**scores: tuple[str | None, ...]) -> BatchLosses:
    return batch_losses(small(**scores))


def figures(loss: Loss) -> tuple[Any, ...]:
    """Lost, share of all lost, share of the points, units that lost, units that are open."""
    return loss.lost, loss.share, loss.rate, loss.losers, loss.undecided


def span(points: str, low: str | None, high: str | None) -> ScoreRange:
    sides = (None if end is None else Fraction(end) for end in (low, high))
    return ScoreRange(Fraction(points), next(sides), next(sides))


@pytest.mark.parametrize(
    ("standing", "lost"),
    [
        pytest.param(span("5", "3", "3"), ("2", "2"), id="decided"),
        pytest.param(span("5", "5", "5"), ("0", "0"), id="full marks"),
        pytest.param(span("5", "6", "6"), ("0", "0"), id="more than full marks"),
        pytest.param(span("5", "-5", "-5"), ("10", "10"), id="below zero"),
        pytest.param(span("0", "-5", "-5"), ("5", "5"), id="points are only taken"),
        pytest.param(span("5", "0", "5"), ("0", "5"), id="open"),
        pytest.param(span("5", "1", "4"), ("1", "4"), id="open, but full marks are out of reach"),
        pytest.param(span("5", "4", "8"), ("0", "1"), id="open up to more than full marks"),
        pytest.param(span("5", "5", "8"), ("0", "0"), id="open, but nothing can be lost"),
        pytest.param(span("5", None, "3"), ("2", None), id="no lowest"),
        pytest.param(span("5", "1", None), ("0", "4"), id="no highest"),
    ],
)
def test_what_is_lost(standing: ScoreRange, lost: tuple[str, str | None]) -> None:
    assert lost_of(standing) == span(str(standing.points), *lost)


def test_items_sections_and_the_whole() -> None:
    found = losses(甲市=("5", "0", "7.5"), 乙市=("4", "5", "10"))
    assert [figures(one) for one in found.items] == [
        (1, Fraction(2, 17), Fraction(1, 10), 1, 0),
        (5, Fraction(10, 17), Fraction(1, 2), 1, 0),
        (Fraction(5, 2), Fraction(5, 17), Fraction(1, 8), 1, 0),
    ]
    assert [figures(one) for one in found.sections] == [
        (6, Fraction(12, 17), Fraction(3, 10), 2, 0),
        (Fraction(5, 2), Fraction(5, 17), Fraction(1, 8), 1, 0),
    ]
    assert figures(found.whole) == (Fraction(17, 2), 1, Fraction(17, 80), 2, 0)
    assert [one.losses[0].score for one in (*found.sections, found.whole)] == [5, Fraction(5, 2), Fraction(15, 2)]
    assert list(found.most) == [5, 1]


def test_one_unit_is_every_unit() -> None:
    found = losses(甲市=("5", "4", "9"))
    assert [one.everyone for one in found.items] == [False, True, True]
    assert [one.share for one in found.items] == [0, Fraction(1, 2), Fraction(1, 2)]


def test_full_marks_everywhere_have_no_shares() -> None:
    found = losses(甲市=("5", "5", "10"), 乙市=("5", "5", "10"))
    for one in (*found.items, *found.sections, found.whole):
        assert (*figures(one), one.nobody, one.everyone, one.among_most) == (0, None, 0, 0, 0, True, False, False)
    assert list(found.most) == [0, 0]


def test_gains_are_no_losses_and_make_up_for_none() -> None:
    """3 points gained on one item and 1 lost on another are 1 point lost, of which that item has all."""
    found = losses(甲市=("8", "4", "10"), 乙市=("6", "5", "12"))
    assert [figures(one)[:2] for one in found.items] == [(0, 0), (1, 1), (0, 0)]
    assert [figures(one)[:2] for one in found.sections] == [(1, 1), (0, 0)]
    assert [one.losers for one in (*found.sections, found.whole)] == [1, 0, 1]


def test_what_is_open_is_in_no_sum_and_no_share() -> None:
    item = losses(甲市=("3", "5", "10"), 乙市=(None, "5", "10")).items[0]
    assert figures(item) == (2, 1, Fraction(2, 5), 1, 1)
    assert (item.everyone, item.nobody) == (False, False)


def test_an_item_that_is_open_everywhere_has_no_figures_at_all() -> None:
    found = losses(甲市=(None, "5", "10"), 乙市=(None, "5", "10"))
    assert figures(found.items[0]) == (None, None, None, 0, 2)
    assert not found.items[0].nobody
    assert found.whole.undecided == 2


def test_who_is_open_lost_for_certain_where_full_marks_are_out_of_reach() -> None:
    summary = small(甲市=("4", "5", "10"), 乙市=(None, "5", "10"))
    one, other = summary.units

    def everyone(high: Fraction | None) -> bool:
        opened = replace(other, items=(ScoreRange(Fraction(5), Fraction(1), high), *other.items[1:]))
        return batch_losses(replace(summary, units=(one, opened))).items[0].everyone

    assert [everyone(high) for high in (Fraction(49, 10), Fraction(5), Fraction(6), None)] == [
        True,
        False,
        False,
        False,
    ]


def test_the_three_largest_are_marked_with_those_that_are_as_large() -> None:
    found = losses(甲市=("4", "4", "9"), 乙市=("5", "5", "10"))
    assert [one.among_most for one in found.items] == [True] * 3
    assert [one.among_most for one in losses(甲市=("5", "4", "9")).items] == [False, True, True]


def test_no_units() -> None:
    found = batch_losses(replace(small(甲市=("5", "5", "10")), units=()))
    assert [(one.lost, one.everyone) for one in found.items] == [(None, False)] * 3
    assert found.most == ()


SCORES = st.one_of(st.none(), st.integers(-10, 15).map(str))


@given(st.lists(st.tuples(SCORES, SCORES, SCORES), max_size=4))
def test_shares_add_up_to_all_that_was_lost(scores: list[tuple[str | None, ...]]) -> None:
    found = losses(**{f"第{place}市": one for place, one in enumerate(scores)})
    shares = [one.share for one in found.items if one.share is not None]
    assert all(0 <= share <= 1 for share in shares)
    assert sum(shares) in (0, 1)
    for part in (found.items, found.sections):
        assert sum(one.lost or 0 for one in part) == (found.whole.lost or 0)
        assert all(one.lost is None or one.lost >= 0 for one in part)
    for one in found.items:
        assert one.losers + one.undecided <= len(scores) + sum(bool(open_.low) for open_ in one.losses)
