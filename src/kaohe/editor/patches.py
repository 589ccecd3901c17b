"""What another reading changes in a rule is written as the rule itself: its places stand for places of the rule."""

from collections.abc import Mapping
from typing import Any

from kaohe.editor.outline.parts import Path
from kaohe.expr.numbers import shown
from kaohe.library.patches import ALSO

PATCH = "patch"
BELOW_RULE = 5
"""A patch stands at `readings.0.options.NAME.patch` of its rule."""
BEYOND = 1 << 30
"""The place of an entry that a list does not have yet."""


def unpatched(path: Path, data: Any) -> Path:
    """The place in the rule that a place in one of its patches stands for; any other as it is."""
    end = _patch_in(path)
    if end is None:
        return path
    rule = path[: end - BELOW_RULE + 1]
    found, there = list(rule), _at(data, rule)
    for step in path[end + 1 :]:
        inside = _entry(there, step)
        there = _at(there, (inside,))
        if not (isinstance(step, int) and found[-1] == BEYOND):
            found.append(inside)
    return tuple(found)


def entries(path: Path, data: Any) -> Mapping[str, str]:
    """What a patch may reach into at its place, where the rule has a list: its entries by their places, and its end."""
    several = _at(data, unpatched(path, data)) if _patch_in(path) is not None else None
    if not isinstance(several, list):
        return {}
    return {**{str(place): shown(one) for place, one in enumerate(several, 1)}, ALSO: ""}


def _patch_in(path: Path) -> int | None:
    """Where the step into a patch stands; None where there is none, or nothing below it."""
    for end, step in enumerate(path):
        start = end - BELOW_RULE + 1
        if step == PATCH and start > 0 and path[start] == "readings" and path[start + 2] == "options":
            return end
    return None


def _entry(there: Any, step: str | int) -> str | int:
    """A place in a list as data have it."""
    if isinstance(step, int) or isinstance(there, dict):
        return step
    if step == ALSO:
        return BEYOND
    return int(step) - 1 if step.isdecimal() else step


def _at(data: Any, path: Path) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        try:
            data = data[step]
        except (TypeError, KeyError, IndexError):
            return None
    return data
