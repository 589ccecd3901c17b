"""What a reading's patch changes in its rule: each place that it sets, and the rule with several patches made.

A patch reaches into what the rule has: into a mapping by its keys, into a list by places from 1. There `also` adds to
its end, and nothing takes an entry away. All else is replaced as a whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

Way = tuple[str | int, ...]
ALSO = "also"
"""What stands for the end of a list: its entries come behind those that the rule has."""


class NoSuchEntry(Exception):  # noqa: N818 - what is wrong in a rubric is told as a problem
    """A patch that reaches into an entry that the list of its rule does not have: `way` leads to it in the patch."""

    def __init__(self, way: tuple[str, ...], known: int) -> None:
        self.way, self.known = way, known
        super().__init__(way)


class Leaf(NamedTuple):
    """A place in a rule, and what a patch has there instead; None takes it away. Places in lists are numbers from 1."""

    way: Way
    value: Any

    @property
    def drops_entry(self) -> bool:
        return self.value is None and isinstance(self.way[-1], int)

    def within(self, other: "Leaf") -> bool:
        """Whether it is a place inside the other's, or the same."""
        return self.way[: len(other.way)] == other.way

    def agrees(self, other: "Leaf") -> bool:
        """Whether both can be made, in either order: what is inside an entry that goes away goes with it."""
        if self.way == other.way:
            return self.way[-1] == ALSO or bool(self.value == other.value)
        if self.within(other):
            return other.drops_entry
        return self.drops_entry or not other.within(self)


def leaves(rule: Mapping[str, Any], patch: Mapping[str, Any]) -> list[Leaf]:
    """All that a patch sets in a rule; raises NoSuchEntry."""
    return [leaf for key, value in patch.items() for leaf in _leaves(rule.get(key), value, (key,), (key,))]


def beyond(rule: Mapping[str, Any], patch: Mapping[str, Any]) -> NoSuchEntry | None:
    """What a patch reaches into that is not there; None where all is."""
    try:
        leaves(rule, patch)
    except NoSuchEntry as found:
        return found
    return None


def _leaves(there: Any, value: Any, way: Way, written: tuple[str, ...]) -> Iterator[Leaf]:
    entries = _entries(there, value)
    if isinstance(value, dict) and isinstance(there, dict):
        for key, inner in value.items():
            yield from _leaves(there.get(key), inner, (*way, key), (*written, key))
    elif entries is not None:
        for key, inner in value.items():
            here = (*written, key)
            if key == ALSO:
                yield Leaf((*way, ALSO), inner if isinstance(inner, list) else [inner])
            elif key in map(str, range(1, len(entries) + 1)):
                yield from _leaves(entries[int(key) - 1], inner, (*way, int(key)), here)
            else:
                raise NoSuchEntry(here, len(entries))
    else:
        yield Leaf(way, value)


def _entries(there: Any, value: Any) -> Sequence[Any] | None:
    """What a patch reaches into by places: a list, one text where the rule may have several, or nothing yet."""
    if not isinstance(value, dict):
        return None
    if isinstance(there, list):
        return there
    if there is None:
        return [] if value.keys() == {ALSO} else None
    return [there] if isinstance(there, str) and by_places(value) else None


def by_places(value: Any) -> bool:
    """Whether it is how a patch reaches into a list."""
    return isinstance(value, dict) and bool(value) and all(key == ALSO or key.isdecimal() for key in value)


def clash(one: Sequence[Leaf], other: Sequence[Leaf]) -> Way | None:
    """A place of which two patches make something different; None where both can be made.

    A patch that only sets places inside entries that the other takes away would be made in vain.
    """
    for leaf in one:
        for beside in other:
            if not leaf.agrees(beside):
                return min(leaf.way, beside.way, key=len)
    return next((mine[0].way for mine, theirs in ((one, other), (other, one)) if mine and in_vain(mine, theirs)), None)


def in_vain(leaves: Iterable[Leaf], others: Iterable[Leaf]) -> bool:
    """Whether all that a patch sets stands inside entries that others take away."""
    gone = [leaf for leaf in others if leaf.drops_entry]
    return all(any(leaf.way != one.way and leaf.within(one) for one in gone) for leaf in leaves)


def made(rule: Mapping[str, Any], patches: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The rule with patches made that agree: each of the rule as it stands, so their order is all one."""
    changed = deepcopy(dict(rule))
    every = [leaf for patch in patches for leaf in leaves(rule, patch)]
    for leaf in every:
        if not leaf.drops_entry:
            _put(changed, leaf)
    dropped = {leaf.way for leaf in every if leaf.drops_entry}
    for way in sorted(dropped, key=_from_the_end):
        if not any(way[:end] in dropped for end in range(1, len(way))):
            del _at(changed, way[:-1])[int(way[-1]) - 1]
    return changed


def _from_the_end(way: Way) -> list[Any]:
    """Entries of one list from its end: those before keep their places."""
    return [-step if isinstance(step, int) else step for step in way]


def _put(rule: dict[str, Any], leaf: Leaf) -> None:
    holder, last, value = _at(rule, leaf.way[:-1]), leaf.way[-1], deepcopy(leaf.value)
    if isinstance(last, int):
        holder[last - 1] = value
    elif isinstance(holder, list):
        holder.extend(value)
    elif value is None:
        holder.pop(last, None)
    else:
        holder[last] = value


def _at(rule: Any, way: Way) -> Any:
    """The mapping or list at the end of the way; what is no list yet where the rule may have several becomes one."""
    found = rule
    for step in way:
        if isinstance(step, int):
            found = found[step - 1]
            continue
        there = found.setdefault(step, [])
        if isinstance(there, str):
            found[step] = there = [there]
        found = there
    return found
