"""A unit's missing facts filled so that the score falls to the lowest that is certain, as far as can be.

Any filling is sound for a bound from above on that lowest score; the worst one makes the bound a close one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import product
from math import isinf
from typing import Any

from kaohe.backends.bounds import Interval, MissingList, Possible
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import LARGEST
from kaohe.submission.gaps import Row, possible

DIVISORS = ("previous", "whole")
FAR = LARGEST
"""Stands for a side that is open."""
MEMBERS = (1, 20)
"""How many members are tried in a list that is missing."""


def worst_case(
    row: Row, missing: Iterable[Fact], optional: AbstractSet[str], low: Callable[[Row], Fraction | None]
) -> Row:
    """The row with one gap after another filled by what leaves the least; `low` says what a row leaves."""

    def left(one: Row) -> tuple[bool, Fraction]:
        found = low(one)
        return found is None, found or Fraction(0)

    for fact in missing:
        while rows := _next(fact, row, optional):
            row = min(rows, key=left)
    return row


def _next(fact: Fact, row: Row, optional: AbstractSet[str]) -> list[Row]:
    """The rows in which the fact's next gap is filled; none where it has no gap."""
    end = fact.start + fact.width()
    values = row[fact.start : end]
    known = possible([fact], row, frozenset())
    if fact.indicator.list:
        others = _lists(fact, values[0], known[fact.key])
    else:
        place = next((place for place, value in enumerate(values) if value is None), None)
        others = [] if place is None else _replaced(fact, values, place, known[fact.keys()[place]].possible)
    if others and all(value is None for value in values) and not optional.isdisjoint(fact.keys()):
        others.append([NOT_APPLICABLE] * len(values))
    return [(*row[: fact.start], *other, *row[end:]) for other in others]


def _lists(fact: Fact, members: Any, known: MissingList | Sequence[Mapping[str, Any]]) -> list[Sequence[Any]]:
    """The lists in which the next gap of a member is filled, or of a list that is missing some that it may be."""
    if isinstance(known, MissingList):
        fields = zip(known.fields.values(), fact.indicator.fields, strict=True)
        each = list(product(*(_ends(one, field) for one, field in fields)))
        return [[tuple((str(place), *member) for place in range(many))] for member in each for many in MEMBERS]
    for place, member in enumerate(members):
        if None in member:
            field = member.index(None) - 1
            gap = list(known[place].values())[field].possible
            filled = [(member[0], *one) for one in _replaced(fact, member[1:], field, gap)]
            return [[(*members[:place], one, *members[place + 1 :])] for one in filled]
    return []


def _replaced(fact: Fact, values: Sequence[Any], place: int, gap: Possible) -> list[Sequence[Any]]:
    """The fields with each of the ends in one of them."""
    field = list(fact.indicator.fields)[place]
    return [[*values[:place], end, *values[place + 1 :]] for end in _ends(gap, field)]


def _ends(one: Possible, field: str) -> list[Any]:
    """The values at which a score is lowest, most often; what is mostly divided by stays above zero."""
    if not isinstance(one, Interval):
        return sorted(one)
    low = -FAR if isinf(one.low) else one.low
    low = max(low, 1) if field in DIVISORS else low
    high = max(FAR, low) if isinf(one.high) else one.high
    return list(dict.fromkeys((low, min(low + 1, high), high)))
