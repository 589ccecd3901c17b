"""What is known of a unit on the way: every point is counted once, open or not."""

from fractions import Fraction
from typing import Any

from kaohe.authoring.comparing.reached import Reached


def _reached(*, plain: bool = True, total: int | None = 10) -> Reached:
    items = {"one": Fraction(4), "other": Fraction(6)}
    return Reached(None if total is None else Fraction(total), dict(items), plain)


def _step(reached: Reached, own: str, total: int | None, **items: int | None) -> Any:
    points = {name: None if one is None else Fraction(one) for name, one in items.items()}
    return reached.step([own], None if total is None else Fraction(total), points)


def test_decided_scores() -> None:
    reached = _reached()
    assert _step(reached, "one", 8, one=2, other=6) == -2
    assert _step(reached, "other", 9, one=2, other=7) == 1


def test_an_open_item_is_counted_once_it_is_decided() -> None:
    reached = _reached()
    assert _step(reached, "one", None, one=None, other=6) is None
    assert _step(reached, "other", None, one=None, other=5) == -1
    assert _step(reached, "one", 8, one=3, other=5) == -1


def test_an_item_that_was_not_there() -> None:
    reached = _reached()
    assert _step(reached, "one", None, one=None, other=6) is None
    assert _step(reached, "third", None, one=None, other=6, third=2) == 2


def test_what_was_open_before_can_not_be_compared() -> None:
    reached = Reached(None, {"one": None}, plain=True)
    assert _step(reached, "one", None, one=3, other=None) is None
    assert _step(reached, "one", None, one=4, other=None) == 1
    assert reached.total is None


def test_a_whole_that_is_no_sum() -> None:
    reached = _reached(plain=False)
    assert _step(reached, "one", None, one=3, other=None) is None
    assert _step(reached, "one", 7, one=3, other=4) == -3
