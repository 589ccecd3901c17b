"""What is applied to a list, shared by its members: in turn, each up to its own limit, nothing lost."""

from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from kaohe.scoring.list_shares import shares

THREE = [(0, 2, "甲"), (2, 3, "丙"), (3, 1, "丁")]
"""The second member asks for nothing."""


@pytest.mark.parametrize(
    ("each", "withheld", "applied", "taken"),
    [
        (None, 0, 6, [2, 3, 1]),
        (None, 0, 4, [1, 3, 0]),
        (None, 0, 0, [0, 0, 0]),
        (2, 0, 5, [2, 2, 1]),
        (Fraction(3, 2), 0, 4, [Fraction(3, 2), Fraction(3, 2), 1]),
        (Fraction(3, 2), 0, 2, [Fraction(1, 2), Fraction(3, 2), 0]),
        (0, 0, 0, [0, 0, 0]),
        (None, 3, 3, [2, 0, 1]),
        (None, 3, 1, [1, 0, 0]),
        (None, 6, 0, [0, 0, 0]),
    ],
)
def test_members_take_in_turn(each: Any, withheld: Any, applied: Any, taken: list[Any]) -> None:
    found = shares(THREE, each, withheld, applied)
    assert found == [(place, due, one) for (place, due, _), one in zip(THREE, taken, strict=True)]
    assert sum(one for _, _, one in found) == applied


def test_of_equal_ones_the_name_decides() -> None:
    assert shares([(0, 2, "b"), (1, 2, "a"), (2, 2, "c")], None, 0, 3) == [(0, 2, 1), (1, 2, 2), (2, 2, 0)]


@pytest.mark.parametrize("order", list(permutations([(2, "甲"), (3, "乙"), (2, "丙"), (1, "丁")])))
def test_the_order_of_a_file_changes_nothing(order: Any) -> None:
    members = [(place, due, name) for place, (due, name) in enumerate(order)]
    found = {members[place][2]: taken for place, _, taken in shares(members, None, 0, 4)}
    assert found == {"乙": 3, "丙": 1, "甲": 0, "丁": 0}


def test_a_list_that_asks_for_nothing() -> None:
    assert shares([], None, 0, 0) == []
