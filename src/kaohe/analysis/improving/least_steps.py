"""The least number of steps that helps: exact, for whole ranges are passed over only where a bound rules them out."""

from collections.abc import Callable
from dataclasses import dataclass

Promising = Callable[[int, int], bool]
"""Whether some number from the first to the last might help; False only where none does."""
Helps = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """`least` is the first number that helps, None where there is none up to `through`, the last that was decided."""

    least: int | None
    through: int


@dataclass(slots=True)
class _Search:
    promising: Promising
    helps: Helps
    left: int
    through: int = 0

    def first(self, low: int, high: int) -> int | None:
        """The first number that helps; where nothing is left to spend, `through` stays behind."""
        if self.left <= 0:
            return None
        self.left -= 1
        if self.promising(low, high):
            if low < high:
                middle = _middle(low, high)
                found = self.first(low, middle)
                return self.first(middle + 1, high) if found is None and self.through == middle else found
            if self.helps(low):
                self.through = low
                return low
        self.through = high
        return None


def first(most: int, promising: Promising, helps: Helps, budget: int) -> Found:
    """Look at the numbers from 1 to `most`, asking about no more than `budget` ranges."""
    search = _Search(promising, helps, budget)
    least = search.first(1, most) if most > 0 else None
    return Found(least, search.through)


def _middle(low: int, high: int) -> int:
    """Where a range is cut: a wide one by the number of its digits, so that small numbers come soon."""
    bits = low.bit_length() + high.bit_length()
    return 2 ** (bits // 2) - 1 if high.bit_length() - low.bit_length() > 1 else (low + high) // 2
