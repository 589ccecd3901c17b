"""Every two alternatives of a rubric that are not chosen: taken together both are done, or they are refused."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from kaohe.library.readings import clashes, patched, readings


def pairs(data: Any) -> Iterator[dict[str, str]]:
    """Two alternatives of different readings of one rule or veto."""
    of_holder: dict[Any, list[tuple[str, str]]] = {}
    for name, place, reading in readings(data):
        others = [(name, option) for option in reading["options"] if option != reading["chosen"]]
        of_holder.setdefault(place, []).extend(others)
    for several in of_holder.values():
        yield from (dict(two) for two in combinations(several, 2) if two[0][0] != two[1][0])


def refused(data: Any, choices: dict[str, str]) -> bool:
    return next(clashes(data, choices), None) is not None


def lost(data: Any) -> list[dict[str, str]]:
    """The pairs of which one undoes the other in silence, or of which the order matters."""
    return [choices for choices in pairs(data) if not refused(data, choices) and _one_is_lost(data, choices)]


def _one_is_lost(data: Any, choices: dict[str, str]) -> bool:
    both, turned = _without_choices(data, choices), _without_choices(data, dict(reversed(choices.items())))
    alone = [_without_choices(data, {name: option}) for name, option in choices.items()]
    return both != turned or both in alone


def _without_choices(data: Any, choices: dict[str, str]) -> Any:
    """The rules and vetoes as they are read, but for what says how they are read."""
    return [
        {key: one for key, one in holder.items() if key != "readings"}
        for section in patched(data, choices)["sections"]
        for item in section["items"]
        for holder in (*item.get("rules", ()), *item.get("vetoes", ()))
    ]
