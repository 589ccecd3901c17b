"""Which text of one list is which of another: the most alike first, and what was moved out of its order."""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher

ALIKE = 0.5
"""So much of two texts is the same where one was made of the other."""
Matches = dict[int, int]
"""Places of the first list, by places of the second."""


def likeness(one: str, other: str) -> float:
    """1 for the same text, 0 where one of them is empty."""
    if one == other:
        return 1
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0


def matched(left: Sequence[str], right: Sequence[str], least: float = ALIKE) -> Matches:
    """Each text of the right list with its partner on the left, where it has one that is alike by so much at least."""
    found: Matches = {}
    ways = [
        (-likeness(one, other), abs(place - at), at, place)
        for at, one in enumerate(left)
        for place, other in enumerate(right)
    ]
    for unlike, _, at, place in sorted(ways):
        if -unlike >= least and place not in found and at not in found.values():
            found[place] = at
    return found


def moved(places: Sequence[int]) -> frozenset[int]:
    """Of places in an old order, as they follow each other in the new one, those that changed their turn.

    As few as can be: all others stand in the old order.
    """
    ends: list[int] = []
    chains: list[list[int]] = []
    for one in places:
        at = bisect_left(ends, one)
        chain = [*(chains[at - 1] if at else []), one]
        ends[at : at + 1] = [one]
        chains[at : at + 1] = [chain]
    return frozenset(places) - frozenset(chains[-1] if chains else ())
