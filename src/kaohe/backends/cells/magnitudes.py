"""How large a whole number can become, as the facts that it is made of grow: how large they may be to stay exact."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

MOST = 9e14
"""Whole numbers below it are exact in every spreadsheet: fifteen digits, and less than 2^53."""
INFINITE = 1e30
"""Stands for a side that nothing bounds; multiplied by whole numbers it stays beyond `ENDLESS`."""
ENDLESS = 1e25
STEPS = 17
GROWTH = [10 ** (step / 2) for step in range(STEPS)]
"""How many times their everyday size facts are tried with: up to a hundred million times."""


Sides = tuple[float, ...]


class Magnitude(NamedTuple):
    """What a whole number lies between at each step of growth, and the facts that it rests on; no end counts here."""

    lows: Sides
    highs: Sides
    facts: frozenset[str] = frozenset()

    def plus(self, other: "Magnitude") -> "Magnitude":
        return self._with(other, lambda low, high, one, two: (low + one, high + two))

    def minus(self, other: "Magnitude") -> "Magnitude":
        return self._with(other, lambda low, high, one, two: (low - two, high - one))

    def times(self, other: "Magnitude") -> "Magnitude":
        factor = other.lows[0]
        if not other.facts and 0 <= factor == other.highs[0]:  # the usual case, and much the fastest
            if not self.facts:
                return between(self.lows[0] * factor, self.highs[0] * factor)
            return Magnitude(
                tuple(low * factor for low in self.lows), tuple(high * factor for high in self.highs), self.facts
            )
        return self._with(other, _product)

    def least(self, other: "Magnitude") -> "Magnitude":
        """Of what rests on facts a side may have no end; then the other number is the lesser."""
        highs = self._bounded(other, self.highs, other.highs, min)
        return Magnitude(tuple(map(min, self.lows, other.lows)), highs, self.facts | other.facts)

    def greatest(self, other: "Magnitude") -> "Magnitude":
        lows = self._bounded(other, self.lows, other.lows, max)
        return Magnitude(lows, tuple(map(max, self.highs, other.highs)), self.facts | other.facts)

    def _bounded(self, other: "Magnitude", own: Sides, others: Sides, taken: Callable[..., float]) -> Sides:
        if self.facts and other.facts:
            return tuple(map(max if taken is min else min, own, others))
        if self.facts or other.facts:
            return others if self.facts else own
        return tuple(map(taken, own, others))

    def either(self, other: "Magnitude") -> "Magnitude":
        return self._with(other, lambda low, high, one, two: (min(low, one), max(high, two)))

    def _with(
        self, other: "Magnitude", join: Callable[[float, float, float, float], tuple[float, float]]
    ) -> "Magnitude":
        if not self.facts and not other.facts:
            return between(*join(self.lows[0], self.highs[0], other.lows[0], other.highs[0]))
        sides = [join(*four) for four in zip(self.lows, self.highs, other.lows, other.highs, strict=True)]
        return Magnitude(tuple(low for low, _ in sides), tuple(high for _, high in sides), self.facts | other.facts)

    def sizes(self) -> Iterator[float]:
        """The largest that it is, whatever its sign, step by step."""
        return (max(-low, high) for low, high in zip(self.lows, self.highs, strict=True))

    def step(self, most: float) -> int | None:
        """The greatest step of growth up to which it is less; None where there is none."""
        found = None
        for step, size in enumerate(self.sizes()):
            if size >= most:
                break
            found = step
        return found


def _product(low: float, high: float, one: float, two: float) -> tuple[float, float]:
    corners = (low * one, low * two, high * one, high * two)
    return min(corners), max(corners)


def constant(value: float) -> Magnitude:
    return between(value, value)


def between(low: float, high: float) -> Magnitude:
    return Magnitude((low,) * STEPS, (high,) * STEPS)


def growing(fact: str, everyday: float, power: float = 1, *, signed: bool = False) -> Magnitude:
    """That of a fact; with a power below 1 it grows more slowly than others."""
    highs = tuple(everyday * growth**power for growth in GROWTH)
    return Magnitude(tuple(-high if signed else 0.0 for high in highs), highs, frozenset({fact}))


class Limits:
    """The greatest step of growth for each fact at which all that is made of it is exact."""

    def __init__(self, settled: Mapping[str, int] | None = None) -> None:
        """Steps that are `settled` before are not lowered any more."""
        self._settled = settled is not None
        self._steps = dict(settled or {})

    def settled(self) -> "Limits":
        """The same, for formulas that must not make facts any smaller."""
        return Limits(self._steps)

    def fits(self, magnitude: Magnitude, most: float = MOST) -> bool:
        """Whether a number is exact for facts of everyday size at least; then its facts are held to what is."""
        step = magnitude.step(most)
        if step is None:
            return False
        if self._settled:
            return all(step >= self.step(fact) for fact in magnitude.facts)
        for fact in magnitude.facts:
            self._steps[fact] = min(step, self.step(fact))
        return True

    def step(self, fact: str) -> int:
        return self._steps.get(fact, STEPS - 1)
