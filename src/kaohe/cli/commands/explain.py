"""`kaohe explain`: each rule of a rubric, or of one item, in plain words; or a type of rule."""

from pathlib import Path
from shutil import get_terminal_size

from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.library.named_items import find_item
from kaohe.problems import Unusable
from kaohe.rubric.rules import rule_types
from kaohe.source.models import nearest

WIDEST = 100
"""Cells: longer lines are hard to read."""


def run(reporter: Reporter, rubric: str | None, item: str | None, rule: str | None = None) -> int:
    """Either a rubric or a type of rule is given; raises Unusable."""
    width = min(get_terminal_size((80, 24)).columns, WIDEST)
    if rubric is not None and rule is None:
        reporter.result(_rubric(reporter, rubric, item, width))
    elif rubric is None and rule is not None:
        reporter.result(_rule(reporter, rule, width))
    else:
        raise Unusable("rubric-or-rule")
    return FINE


def _rubric(reporter: Reporter, rubric: str, item: str | None, width: int) -> str:
    from kaohe.render.explain import rubric_page

    model, _ = rubric_files.load(rubric_files.find(rubric, Path()))
    number = None if item is None else model.items()[find_item(model, item)][0]
    return rubric_page.text(model, number, reporter.language, width)


def _rule(reporter: Reporter, name: str, width: int) -> str:
    from kaohe.render.explain import rule_page

    known = tuple(rule_types())
    if name not in known:
        raise Unusable("unknown-rule-type", found=name, nearest=nearest(name, known), expected=", ".join(known))
    return rule_page.text(name, reporter.language, width)
