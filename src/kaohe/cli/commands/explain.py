"""`kaohe explain`: each rule of a rubric, or of one item, in plain words; or a type of rule, or a kind of problem."""

from pathlib import Path
from shutil import get_terminal_size

from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.library.named_items import find_item
from kaohe.messages.problem_topics import beginnings
from kaohe.problems import Unusable
from kaohe.rubric.rules import rule_types
from kaohe.source.models import nearest

WIDEST = 100
"""Cells: longer lines are hard to read."""


def run(
    reporter: Reporter, rubric: str | None, item: str | None, rule: str | None = None, code: str | None = None
) -> int:
    """One of a rubric (perhaps one item of it), a type of rule, and the code of a problem; raises Unusable."""
    width = min(get_terminal_size((80, 24)).columns, WIDEST)
    if sum(one is not None for one in (rubric, rule, code)) != 1:
        raise Unusable("rubric-or-rule")
    if rubric is not None:
        reporter.result(_rubric(reporter, rubric, item, width))
    elif rule is not None:
        reporter.result(_rule(reporter, rule, width))
    elif code is not None:
        reporter.result(_problem(reporter, code, width))
    return FINE


def _rubric(reporter: Reporter, rubric: str, item: str | None, width: int) -> str:
    from kaohe.render.explain import rubric_page

    model, _ = rubric_files.load(rubric_files.find(rubric, Path()))
    number = None if item is None else model.items()[find_item(model, item)][0]
    return rubric_page.text(model, number, reporter.language, width)


def _problem(reporter: Reporter, code: str, width: int) -> str:
    from kaohe.render.explain import problem_page

    if code.removesuffix("-") not in beginnings():
        raise Unusable("unknown-code", found=code, nearest=nearest(code, beginnings()))
    return problem_page.text(code, reporter.language, width)


def _rule(reporter: Reporter, name: str, width: int) -> str:
    from kaohe.render.explain import rule_page

    known = tuple(rule_types())
    if name not in known:
        raise Unusable("unknown-rule-type", found=name, nearest=nearest(name, known), expected=", ".join(known))
    return rule_page.text(name, reporter.language, width)
