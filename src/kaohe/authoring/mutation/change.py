"""A change: one thing of a rubric's data written otherwise, where it stands, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kaohe.expr.numbers import shown

Path = tuple[str | int, ...]
ITEM = 4
"""So many steps lead to an item: sections, N, items, N."""


class Gone:
    """Stands for a value of which nothing is left."""


GONE = Gone()


@dataclass(frozen=True, slots=True)
class Change:
    """`value` stands at `path` instead of what does, or nothing where it is GONE.

    `before` and `after` are both as they would be written; an empty one is nothing. `place` leads to what people look
    at, its key where `key` says so, `offset` characters into a text. Only with `reading`, by its full name, taken as
    `option` does it matter.
    """

    path: Path
    value: Any = field(repr=False)
    before: str
    after: str
    place: Path
    key: bool = False
    offset: int = 0
    reading: str = ""
    option: str = ""

    @property
    def choices(self) -> Mapping[str, str]:
        """The reading that must be taken for it to matter."""
        return {self.reading: self.option} if self.reading else {}

    @property
    def item(self) -> Path:
        """The way to the item that it changes; empty where it changes what stands above items."""
        inside = len(self.path) >= ITEM and self.path[0] == "sections" and self.path[2] == "items"
        return self.path[:ITEM] if inside else ()

    def at(self, data: Any) -> str:
        """Where it is, as its author would name it: `coverage.rules.1.bands.2.from`, places counted from 1."""
        named: list[str] = []
        for step in self.place:
            data = _inside(data, step)
            own = isinstance(step, int) and isinstance(data, dict) and data.get("id")
            named.append(str(own or (step + 1 if isinstance(step, int) else step)))
        steps = [one for one, step in zip(named, self.place, strict=True) if step not in ("sections", "items")]
        return ".".join(steps[1:] if self.item else steps)


def _inside(data: Any, step: str | int) -> Any:
    """What stands at a step; nothing where the step is yet to come."""
    return data.get(step, {}) if isinstance(data, dict) else data[step]


def made(data: Any, change: Change) -> Any:
    """The data with the change made; the original is left as it is."""
    return _replaced(data, change.path, change.value)


def _replaced(data: Any, path: Path, value: Any) -> Any:
    step, *rest = path
    inner = _replaced(data[step], tuple(rest), value) if rest else value
    if isinstance(step, int):
        return [*data[:step], *([] if inner is GONE else [inner]), *data[step + 1 :]]
    if inner is GONE:
        return {key: one for key, one in data.items() if key != step}
    return {**data, step: inner}


def at(data: Any, path: Path) -> Any:
    """What stands at a path."""
    for step in path:
        data = data[step]
    return data


def under(key: str | int, value: object) -> str:
    """A value with its key, as it would be written."""
    return f"{key}: {shown(value)}"
