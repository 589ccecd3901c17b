"""The values of one fact beside which an item's course turns: the last before and the first after, found by halving."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kaohe.analysis.improving.movable_facts import Movable, limits
from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.course import Course
from kaohe.authoring.cases.boundaries.fact_values import step, values
from kaohe.expr.numbers import Number, int_if_whole

MOST_CHANGES = 2
"""Of what changes with every step, so many changes on each side of a value: the others are alike."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two values a unit apart, in the order of numbers, between which something changes."""

    low: Number
    high: Number


class Edges:
    """Those of one item while all facts but one are as a row has them."""

    def __init__(self, course: Course, spot: Movable, row: Row) -> None:
        self._course, self._spot, self._row = course, spot, row
        self._step = step(spot)
        self._turns = course.turns_of(spot)
        self._known: dict[Number, Sequence[Number]] = {}
        self._shown: dict[Number, tuple[Any, ...]] = {}
        self._ladder = sorted({*values(spot, course.constants), spot.value(row)})

    def values(self) -> Iterator[Number]:
        """Every value that stands beside an edge, and where one stands on it exactly the next one too, each once."""
        yield from sorted({*self._turned(), *self._changed()})

    def _turned(self) -> Iterator[Number]:
        """Beside where a comparison comes out otherwise, if anything is seen of it."""
        courses = [self._numbers(value) for value in self._ladder]
        for place, turn in enumerate(self._turns):
            if turn.whole:
                continue
            for low, high in pairwise(range(len(self._ladder))):
                if _sign(courses[low][place]) != _sign(courses[high][place]):
                    yield from self._sides(place, self._ladder[low], self._ladder[high])

    def _sides(self, place: int, low: Number, high: Number) -> Iterator[Number]:
        """Beside the edges of one turn between two values on different sides of it: two where a value lies on it."""

        def sign(value: Number) -> int:
            return _sign(self._numbers(value)[place])

        edge = self._halved(low, high, sign)
        for one in (edge, *([self._halved(edge.high, high, sign)] if sign(edge.high) != sign(high) else [])):
            if self._seen(one.low) != self._seen(one.high):
                yield from self._beside(one, lambda value: sign(value) == 0)

    def _changed(self) -> Iterator[Number]:
        """Beside the first changes of what is seen, on both sides of the value that the row has."""
        present = self._spot.value(self._row)
        above = [one for one in self._ladder if one >= present]
        below = [one for one in reversed(self._ladder) if one <= present]
        for outward in (above, below):
            edges = list(self._first(outward))
            for edge in edges:
                yield from self._beside(edge, self._is_step)
            if len(edges) == 1 and self._spot.indicator.kind == "count":
                yield from self._once_more(edges[0])

    def _once_more(self, edge: Edge) -> Iterator[Number]:
        """The value after the only change of what is counted: that it happens once may be what the clause says."""
        beyond = edge.high + self._step
        if beyond <= limits(self._spot.indicator)[1]:
            yield int_if_whole(beyond)

    def _beside(self, edge: Edge, stands: Callable[[Number], bool]) -> Iterator[Number]:
        """The two, and the neighbour of one that stands on the edge."""
        yield from (edge.low, edge.high)
        low, high = limits(self._spot.indicator)
        for one, beyond in ((edge.low, edge.low - self._step), (edge.high, edge.high + self._step)):
            if low <= beyond <= high and stands(one):
                yield int_if_whole(beyond)

    def _is_step(self, value: Number) -> bool:
        """Whether some number of steps is reached exactly."""
        numbers = zip(self._turns, self._numbers(value), strict=True)
        return any(turn.whole and number.denominator == 1 for turn, number in numbers)

    def _first(self, outward: Sequence[Number]) -> Iterator[Edge]:
        near, count = outward[0], 0
        for far in outward[1:]:
            while count < MOST_CHANGES and self._seen(near) != self._seen(far):
                edge = self._halved(near, far, self._seen)
                yield edge
                near, count = (edge.high if far > near else edge.low), count + 1
            near = far
            if count == MOST_CHANGES:
                return

    def _halved(self, near: Number, far: Number, side: Callable[[Number], Any]) -> Edge:
        """The edge nearest to one of two values that lie on different sides of it, if there is one alone."""
        here = side(near)
        while not -self._step <= far - near <= self._step:
            middle = int_if_whole(near + int((far - near) / (2 * self._step)) * self._step)
            if side(middle) == here:
                near = middle
            else:
                far = middle
        return Edge(near, far) if near < far else Edge(far, near)

    def _numbers(self, value: Number) -> Sequence[Number]:
        if value not in self._known:
            self._known[value] = self._course.course(self._spot.put(self._row, value), self._spot)
        return self._known[value]

    def _seen(self, value: Number) -> tuple[Any, ...]:
        if value not in self._shown:
            self._shown[value] = self._course.seen(self._spot.put(self._row, value))
        return self._shown[value]


def _sign(number: Number) -> int:
    return (number > 0) - (number < 0)
