"""What is applied to a list, shared by its members: in turn, each up to its own limit, nothing lost."""

from fractions import Fraction
from operator import itemgetter
from typing import Any

import pytest

from kaohe.scoring import list_shares
from kaohe.scoring.list_shares import shares

THREE = [(0, 2), (2, 3), (3, 1)]
"""The second member asks for nothing."""


@pytest.mark.parametrize(
    ("each", "withheld", "applied", "taken"),
    [
        (None, 0, 6, [2, 3, 1]),
        (None, 0, 4, [2, 2, 0]),
        (None, 0, 0, [0, 0, 0]),
        (2, 0, 5, [2, 2, 1]),
        (Fraction(3, 2), 0, 4, [Fraction(3, 2), Fraction(3, 2), 1]),
        (Fraction(3, 2), 0, 2, [Fraction(3, 2), Fraction(1, 2), 0]),
        (0, 0, 0, [0, 0, 0]),
        (None, 3, 3, [0, 2, 1]),
        (None, 3, 1, [0, 1, 0]),
        (None, 6, 0, [0, 0, 0]),
    ],
)
def test_members_take_in_turn(each: Any, withheld: Any, applied: Any, taken: list[Any]) -> None:
    found = shares(THREE, each, withheld, applied)
    assert found == [(place, due, one) for (place, due), one in zip(THREE, taken, strict=True)]
    assert sum(one for _, _, one in found) == applied


def test_another_order_of_turns_leaves_the_order_of_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_shares, "TURN", itemgetter(1))
    assert shares(THREE, None, 0, 4) == [(0, 2, 2), (2, 3, 1), (3, 1, 1)]


def test_a_list_that_asks_for_nothing() -> None:
    assert shares([], None, 0, 0) == []
