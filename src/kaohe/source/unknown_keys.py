"""Where a key belongs that a model does not have: to another type of rule, to a level above, or to one below."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kaohe.source.annotations import bare, below, inside, keys, types

Path = tuple[str | int, ...]
Nearest = Callable[..., str]
"""Which of some names is spelt like one, or an empty text."""
MUCH_ALIKE = 0.75
"""So much like a key that is known here, it is that one rather than one of elsewhere: `form` is `from`."""
Said = tuple[str, dict[str, object]]
"""The code of a sentence and what fills it."""
DEEPEST = 3
"""A rule stands so deep in a rubric."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A mapping on the way to a place: its model as the annotation has it, its data, the key that leads on from it."""

    annotation: Any
    data: Any
    onward: str

    @property
    def keys(self) -> tuple[str, ...]:
        return keys(bare(self.annotation, self.data))


def unknown_key(model: Any, data: Any, path: Path, nearest: Nearest, *, whole: bool) -> Said:
    """What to say of the key at the end of the path, which its model does not have; `whole` where data are a file's."""
    key = str(path[-1])
    *above, here = _levels(model, data, path)
    others = [name for name, one in types(here.annotation).items() if key in keys(one)]
    if others:
        type_, known = here.data["type"], ", ".join(here.keys)
        return "key-of-another-type", {"key": key, "type": type_, "types": ", ".join(others), "known": known}
    typo = nearest(key, here.keys, MUCH_ALIKE)
    if typo and abs(len(typo) - len(key)) <= 1:
        return "unknown-key", {"key": key, "nearest": typo}
    for depth, level in reversed([*enumerate(above)]):
        if key in level.keys and isinstance(level.data.get(key, {}), dict):  # of what it has already, only more
            outermost = whole and not depth
            return (
                ("outermost-key", {"key": key}) if outermost else ("key-beside", {"key": key, "beside": level.onward})
            )
    places = dict.fromkeys(_places(bare(here.annotation, here.data), key))
    if places:
        return "misplaced-key", {"key": key, "place": ", ".join(places)}
    meant = nearest(key, here.keys)
    known = "" if meant else ", ".join(one for one in here.keys if one not in here.data)
    return "unknown-key", {"key": key, "nearest": meant, "known": known}


def _levels(model: Any, data: Any, path: Path) -> list[_Level]:
    """Every mapping with keys of the language on the way, at the end the one that the path's last key stands in."""
    found, annotation = [], model
    for number, step in enumerate(path, 1):
        if keys(bare(annotation, data)):
            found.append(_Level(annotation, data, str(step)))
        if number < len(path):
            annotation, data = inside(bare(annotation, data), step), data[step]
    return found


def _places(model: Any, key: str) -> Iterator[str]:
    """Where a key belongs below a model: the places on the highest level that has it."""
    level = [("", model)]
    for _ in range(DEEPEST):
        level = [(f"{name}.{step}".strip("."), one) for name, above in level for step, one in below(above)]
        found = [name for name, one in level if key in keys(one)]
        if found:
            yield from found
            return
