"""The stretches of numbers for which points are taken, by the names of their facts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.ranges import Range, meet

Stretches = Mapping[str, Sequence[Range]]


def number_of(item: Item, found: Stretches, stretch: Range) -> str | None:
    """The number that a stretch without words speaks of: 500万元以上, after 金额100万元以下."""
    if stretch.what:
        return None
    facts = item.facts.indicators
    return next((name for name in reversed([*found]) if facts[name].get("unit", "%") == (stretch.unit or "%")), None)


def beyond(found: Stretches, stretch: Range) -> Range:
    """3天以上 behind 3天以内: the number itself is within."""
    ends = [one.high for several in found.values() for one in several if one.high_in]
    return replace(stretch, low_in=False) if stretch.doubtful and stretch.low in ends else stretch


def overlapping(found: Stretches) -> bool:
    """Whether two stretches of one number have something in common: then either or both may be meant."""
    return any(meet(one, other) for several in found.values() for one, other in combinations(several, 2))


def said_down_to_nothing(found: Stretches, name: str, gates: Sequence[str]) -> bool:
    """Whether stretches or a condition say what the lowest of a number costs."""
    open_ = any(not (one.low and one.high) for one in found.get(name, ()))
    return open_ or any(f"({name} " in one for one in gates)
