"""What is made of a value, kept for the very same value: to compare it would take longer than to make it anew."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")
Made = TypeVar("Made")
MOST_KEPT = 10_000


class ByIdentity(Generic[Value, Made]):
    """What `make` has made of values that cannot change, as long as there are not too many of them."""

    def __init__(self, make: Callable[[Value], Made]) -> None:
        self._make = make
        self._kept: dict[int, tuple[Value, Made]] = {}
        """With each value itself, so that no other one gets its identity."""

    def of(self, value: Value) -> Made:
        kept = self._kept.get(id(value))
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[id(value)] = value, self._make(value)
        return kept[1]
