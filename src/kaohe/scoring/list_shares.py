"""How the members of a list share what is applied on their account."""

from collections.abc import Sequence
from typing import Any

from kaohe.expr.numbers import Number

Member = tuple[int, Number, str]
"""A member's place in the list, what is due from it, and its name."""


def shares(
    members: Sequence[Member], each: Number | None, withheld: Number, applied: Number
) -> Sequence[tuple[int, Number, Number]]:
    """Each member's place, what is due from it and what is applied to it, in the order of the list.

    In turn, the larger due first and of equal ones by name, each takes what is due, but no more than `each` (None is no
    limit), until all that is `applied` is taken.
    What a closed gate has `withheld` before is counted against those who come first.
    """
    asked: Any = 0
    found = []
    for place, due, _ in sorted(members, key=_turn):
        before, asked = asked, asked + (due if each is None else min(due, each))
        taken = min(asked, withheld + applied) - max(before, withheld)
        found.append((place, due, max(taken, 0)))
    return sorted(found)


def _turn(member: Member) -> tuple[Number, str]:
    """What comes first has the least: it does not hang on the order in which a file names the members."""
    _, due, name = member
    return -due, name
