"""What the form says again and again (得…分，每有一次扣…分，扣完为止), in plain fractions."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Any

GONE = "gone"
"""Stands for a fact that does not apply to the unit."""
NOTHING = Fraction(0)
exact = cache(Fraction)
"""Points as they are written: of two decimals at most, which are exact."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit says of one item, none of it missing, and how the form is read where it can be read in two ways."""

    facts: Mapping[str, Any]
    taken: AbstractSet[str] = frozenset()
    """`reading=option` for each that is not taken as it usually is."""

    def __getitem__(self, name: str) -> Any:
        return self.facts[name]

    def read(self, reading: str, option: str) -> bool:
        return f"{reading}={option}" in self.taken

    def gone(self, *names: str) -> bool:
        return any(self.facts[name] is GONE for name in names)

    def all_of(self, points: float, names: str) -> Fraction:
        """…并…的得…分，否则不得分."""
        return gets(points, all(self.facts[name] is True for name in names.split()))

    def each(self, points: float, price: float, names: str) -> Fraction:
        """得…分，每有一次扣…分，扣完为止."""
        return most_zero(self.without_end(points, price, names))

    def without_end(self, points: float, price: float, names: str) -> Fraction:
        """得…分，每有一次扣…分: nothing is written of an end."""
        counted = sum([self.facts[name] for name in names.split()])
        return exact(points) - exact(price) * counted if counted else exact(points)


def gets(points: float, condition: bool) -> Fraction:  # noqa: FBT001 - what is asked is the one thing that is said
    return exact(points) if condition else NOTHING


def most_zero(points: Fraction) -> Fraction:
    """扣完为止."""
    return max(points, NOTHING)


def growth(now: Any, before: Any) -> Fraction:
    return Fraction(now - before) / Fraction(before)


def steps(distance: Fraction, size: Fraction, told: Told, reading: str) -> Fraction:
    """每低…: how often the step fits into what is lacking; a step that is not full is not counted."""
    many = distance / size
    if told.read(reading, "pro_rata"):
        return many
    return Fraction(ceil(many) if told.read(reading, "started") else floor(many))
