"""What one unit has reached on the way from one rubric to another, so that every step's points are counted once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kaohe.results.causes import Points


@dataclass(slots=True)
class Reached:
    """The whole and each item as far as they are known; what is open keeps what it was until it is decided.

    `plain` says that the whole is the sum of its items, so that an item moves it by what it moves itself.
    """

    total: Points
    items: dict[str, Points]
    plain: bool

    def step(self, own: Collection[str], total: Points, items: Mapping[str, Points]) -> Points:
        """By how much a step moved the whole; `own` are the items that it changed. None where nobody can say yet."""
        parts = [self._item(name, points) for name, points in items.items() if points is not None]
        hidden = any(items.get(name) is None for name in own if name in items)
        if total is not None and self.total is not None:
            moved: Points = total - self.total
        elif hidden or None in parts or not self.plain:
            moved = None
        else:
            moved = sum((one for one in parts if one is not None), Fraction(0))
        self.total = total if total is not None else _added(self.total, moved)
        return moved

    def _item(self, name: str, points: Fraction) -> Points:
        """By how much an item moved that is decided; one that was not there had nothing."""
        before = self.items.get(name, Fraction(0))
        self.items[name] = points
        return None if before is None else points - before


def _added(total: Points, moved: Points) -> Points:
    return total if total is None or moved is None else total + moved
