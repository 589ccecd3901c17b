"""One doubt about a unit's facts, before it has a place in a file."""

from collections.abc import Mapping
from dataclasses import dataclass

About = tuple[str, str]
"""A fact by its group, an item or what else it stands in, and its name there."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in doubt `inside` a fact: a member, a fact of a record, a field. `facts` are all that it rests on."""

    code: str
    about: About
    inside: tuple[str, ...]
    facts: frozenset[About]
    told: Mapping[str, object]
