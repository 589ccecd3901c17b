"""From the flat list of starts to the start of each key and value in its container."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, TypeVar

Step = str | int
Place = TypeVar("Place")
# by the container's id: for each step, where its key starts (in a list: its value) and where its value does
Places = dict[int, dict[Any, tuple[int, int]]]


def nearest(path: tuple[Step, ...], places: Mapping[tuple[Step, ...], Place]) -> Place | None:
    """The place of what is at a path, or of as much of the path as has one."""
    known = (path[:length] for length in range(len(path), 0, -1))
    return next((places[one] for one in known if one in places), None)


def find_places(data: object, starts: list[int]) -> Places:
    places: Places = {}
    with suppress(StopIteration):  # a document's head has starts for its first keys alone
        _walk(data, iter(starts[1:]), places)
    return places


def _walk(value: object, starts: Iterator[int], places: Places) -> None:
    """Data in their own order are in the order of the starts, for an alias never stands before its anchor."""
    if not isinstance(value, dict | list) or id(value) in places:
        return
    inside = places[id(value)] = {}
    for step, part in value.items() if isinstance(value, dict) else enumerate(value):
        first = next(starts)
        inside[step] = (first, next(starts) if isinstance(value, dict) else first)
        _walk(part, starts, places)
