"""`kaohe explain`: each rule of a rubric, or of one item, in plain words."""

from pathlib import Path
from shutil import get_terminal_size

from kaohe import library
from kaohe.commands.desk import FINE, Desk
from kaohe.loading import nearest
from kaohe.problems import Unusable
from kaohe.render import explanation
from kaohe.rubric import Rubric

WIDEST = 100
"""Cells: longer lines are hard to read."""


def run(desk: Desk, rubric: str, item: str | None) -> int:
    model, _ = library.load(library.find(rubric, Path()))
    number = None if item is None else _number(model, item)
    width = min(get_terminal_size((80, 24)).columns, WIDEST)
    desk.result(explanation.text(model, number, desk.language, width))
    return FINE


def _number(rubric: Rubric, item: str) -> str:
    """The number of an item that is named by its number or its id; raises Unusable."""
    known = {name: number for number, one in rubric.items() for name in (number, one.id)}
    if item not in known:
        raise Unusable("unknown-item", found=item, nearest=nearest(item, [one.id for _, one in rubric.items()]))
    return known[item]
