"""Which files that could not be read, or belong to nobody, seem to be of one unit: its sheet then says so."""

import re
from collections.abc import Iterable
from pathlib import Path

from kaohe.stages.unit_stages import UnitStages
from kaohe.submission.reader import Values

_BETWEEN = re.compile(r"[\s._\-()（）]+")
"""What stands between the parts of a file's name."""


def without_unread(unit: UnitStages, paths: Iterable[str]) -> UnitStages:
    """The unit without those of the files that seem to be its own."""
    for path in seem_of(unit.states[0].values, paths):
        unit = unit.without(path)
    return unit


def seem_of(first: Values, paths: Iterable[str]) -> tuple[str, ...]:
    """Those of the files that have a unit's name as a part of theirs, or begin as its first file does."""
    others = [(path, Path(path).name) for path in paths if path != first.path]
    start = f"{Path(first.path).stem}." if others else ""  # mostly there are none
    return tuple(path for path, name in others if name.startswith(start) or first.unit in _BETWEEN.split(name))
