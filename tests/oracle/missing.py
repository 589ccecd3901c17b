"""What a missing fact could be: every value that could make the most or the least of the points."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from oracle.phrases import GONE
from oracle.vocabulary import Asked

MANY = 1000
"""More occurrences than any clause has points for."""
ENDLESS = 10**9
"""So many times as large, a number leaves next to nothing of a rate."""
Facts = Mapping[str, Any]


def fillings(several: Sequence[Asked], facts: Facts) -> Iterator[Facts]:
    """The facts with each way to fill in what is missing."""
    ways = [[*_ways(one, facts, several)] for one in several]
    names = [name for one in several for name in one.fields()]
    for way in product(*ways):
        yield dict(zip(names, (value for values in way for value in values), strict=True))


def lacking(value: Any) -> bool:
    return value is None or (isinstance(value, tuple) and any(None in member for member in value))


def _ways(one: Asked, facts: Facts, several: Sequence[Asked]) -> Iterator[tuple[Any, ...]]:
    own = tuple(facts[name] for name in one.fields())
    if not any(map(lacking, own)):
        yield own
        return
    yield from KINDS[one.kind](*own)
    company = [name for other in several if other.company == one.company for name in other.fields()]
    if one.company and all(facts[name] is None or facts[name] is GONE for name in company):
        yield tuple(GONE for _ in own)


def _money(now: Any, before: Any) -> Iterator[tuple[Any, Any]]:
    if before is not None:
        yield from ((one, before) for one in (0, before, before * 2 + 1))
    elif now is not None:
        yield from ((now, one) for one in (now * 2 + 1, now, Fraction(now) / 2))
    else:
        yield from ((0, 1), (1, 1), (2, 1))


def _people(now: Any, before: Any) -> Iterator[tuple[Any, Any]]:
    """Of nobody there is no growth in percent."""
    return ((one, other) for one, other in _money(now, before) if other)


def _ratio(part: Any, whole: Any) -> Iterator[tuple[Any, Any]]:
    """All of it, or next to nothing; what is nothing of anything stays nothing."""
    if whole is not None:
        yield from ((one, whole) for one in (0, whole))
    elif part is not None:
        yield from ((part, one) for one in (part * ENDLESS, part)) if part else ((0, 1),)
    else:
        yield from ((0, 1), (1, 1))


def _ratios(members: Any) -> Iterator[tuple[Any, ...]]:
    """No member at all, or more of them than there are points for; those that are there, each in its own way."""
    if members is None:
        yield from (((),), (((0, 1),) * 2,))
        return
    ways = [[*_ratio(*member)] if None in member else [member] for member in members]
    yield from ((way,) for way in product(*ways))


KINDS: Mapping[str, Any] = {
    "flag": lambda _: ((True,), (False,)),
    "count": lambda _: ((0,), (1,), (MANY,)),
    "rate": lambda _: ((0,), (1,)),
    "people": _people,
    "money": _money,
    "ratio": _ratio,
    "ratios": _ratios,
}
