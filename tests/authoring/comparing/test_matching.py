"""Which text is which of another list, and what changed its turn."""

from collections.abc import Sequence

import pytest

from kaohe.authoring.comparing.matching import likeness, matched, moved


def test_nothing_is_like_an_empty_text() -> None:
    assert likeness("", "迟报") == likeness("迟报", "") == 0
    assert likeness("", "") == 1


def test_the_most_alike_come_first() -> None:
    old = ["迟报一次扣1分", "漏报一次扣1分", "完成的得2分"]
    assert matched(old, ["漏报一次扣2分", "迟报一次扣1分", "全新的一条规定"]) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([], set()),
        ([0, 1, 2], set()),
        ([0, 2, 1], {2}),
        ([3, 0, 1, 2], {3}),
        ([1, 2, 3, 0], {0}),
        ([2, 1, 0], {1, 2}),
    ],
)
def test_as_few_as_can_be_have_moved(places: Sequence[int], found: set[int]) -> None:
    assert moved(places) == found
