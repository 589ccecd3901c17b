"""What was made of a value comes back for the very same one, and for no other that is equal to it."""

import pytest

from kaohe.results import by_identity
from kaohe.results.by_identity import ByIdentity


class Counted:
    """Makes a number of each value: how many it has been asked for."""

    def __init__(self) -> None:
        self.many = 0

    def make(self, value: str) -> int:
        self.many += len(value[:1])
        return self.many


def test_the_very_same_value_is_asked_for_once() -> None:
    kept = ByIdentity(Counted().make)
    one = "甲市"
    other = one[:1] + one[1:]
    assert [kept.of(one), kept.of(other), kept.of(one)] == [1, 2, 1]


def test_not_too_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_identity, "MOST_KEPT", 2)
    kept = ByIdentity(Counted().make)
    assert [kept.of(name) for name in ("a", "b", "c", "a")] == [1, 2, 3, 4]
