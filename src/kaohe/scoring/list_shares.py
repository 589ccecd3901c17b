"""How the members of a list share what is applied on their account."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from kaohe.expr.numbers import Number

Member = tuple[int, Number]
"""A member's place in the list, and what is due from it."""
TURN = itemgetter(0)
"""Whose turn comes first, the least first: by the place in the list. By what is due it would be `itemgetter(1)`."""


def shares(
    members: Sequence[Member], each: Number | None, withheld: Number, applied: Number
) -> Sequence[tuple[int, Number, Number]]:
    """Each member's place, what is due from it and what is applied to it, in the order of the list.

    In turn, each takes what is due, but no more than `each` (None is no limit), until all that is `applied` is taken.
    What a closed gate has `withheld` before is counted against those who come first.
    """
    asked: Any = 0
    found = []
    for place, due in sorted(members, key=TURN):
        before, asked = asked, asked + (due if each is None else min(due, each))
        taken = min(asked, withheld + applied) - max(before, withheld)
        found.append((place, due, max(taken, 0)))
    return sorted(found)
