"""Numbers written a little otherwise: one in the last place, and percents by a tenth of that."""

from decimal import Decimal

import pytest

from kaohe.authoring.mutation.number_changes import numbers_near


@pytest.mark.parametrize(
    ("written", "near"),
    [
        (5, [4, 6]),
        (0, [-1, 1]),
        (Decimal("2.5"), [Decimal("2.4"), Decimal("2.6")]),
        (Decimal("1.0"), [Decimal("0.9"), Decimal("1.1")]),
        (Decimal("0.9"), [Decimal("0.8"), 1]),
        ("95%", ["94%", "96%", "94.9%", "95.1%"]),
        ("0.5%", ["0.4%", "0.6%", "0.49%", "0.51%"]),
        ("2012-02-29", ["2012-02-28", "2012-03-01"]),
        ("2011-12", ["2011-11", "2012-01"]),
        ("2012-01", ["2011-12", "2012-02"]),
        ("7 days", ["6 days", "8 days"]),
        ("12", ["11", "13"]),
        (True, []),
        ("none", []),
        (None, []),
    ],
)
def test_what_could_be_written_by_mistake(written: object, near: list[object]) -> None:
    assert list(numbers_near(written)) == near
