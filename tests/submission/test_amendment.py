"""Whether an old value that a later stage's file gives is the one that stands."""

import pytest

from kaohe.submission.amendment import equal

ONE, OTHER = ("甲县", 1, 5), ("乙县", 2, 5)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (((ONE, OTHER),), ((OTHER, ONE),), True),
        (((ONE, OTHER),), ((ONE,),), False),
        (((ONE,),), ((("甲县", 1, 6),),), False),
        ((1, 2), (2, 1), False),
        ((None,), (None,), True),
    ],
)
def test_members_may_come_in_any_order(one: object, other: object, same: object) -> None:
    assert equal(one, other) is same
