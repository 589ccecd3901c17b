"""Which files that could not be read, or belong to nobody, seem to be of one unit: its sheet then says so."""

import re
from collections.abc import Iterable
from pathlib import Path

from kaohe.stages.unit_stages import UnitStages

_BETWEEN = re.compile(r"[\s._\-()（）]+")
"""What stands between the parts of a file's name."""


def without_unread(unit: UnitStages, paths: Iterable[str]) -> UnitStages:
    """The unit without those of the files that have its name as a part of theirs, or begin as its first file does."""
    first = unit.states[0].values
    start = f"{Path(first.path).stem}."
    for path in paths:
        called = Path(path).name
        if path != first.path and (called.startswith(start) or first.unit in _BETWEEN.split(called)):
            unit = unit.without(path)
    return unit
