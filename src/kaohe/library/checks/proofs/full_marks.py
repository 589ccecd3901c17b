"""What a formula gives for a section or the whole is not above its full marks, unless `most` says so.

A formula of other scores may go beyond them, as `sum + 1` does: the ledger then has a line for what it adds. One that
reads none has nothing that it adds to.
"""

from collections.abc import Iterator

from kaohe.backends.bounds import Facts, Interval, Missing, widest
from kaohe.compiler.lowering import ITEMS, lower
from kaohe.compiler.possible_facts import possible_facts
from kaohe.compiler.remainders import score
from kaohe.compiler.totals import SECTIONS, Total, totals
from kaohe.expr.numbers import plain
from kaohe.expr.tree import Input, total
from kaohe.expr.tree_questions import inputs
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric, Section


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric that is sound otherwise."""
    items = lower(rubric)
    facts: dict[str, object] = {**possible_facts(rubric)}
    for accounts in items:
        facts[f"{ITEMS}.{accounts.item.id}"] = Missing(widest(score(accounts, rubric.rounding.places), facts))
    holders: list[tuple[Path, Section | Rubric]] = [
        *((("sections", number), one) for number, one in enumerate(rubric.sections)),
        ((), rubric),
    ]
    for (path, one), tree in zip(holders, totals(rubric, items), strict=True):
        spans = _spans(tree, facts)
        facts[f"{SECTIONS}.{tree.id}"] = Missing(spans[-1])
        declared = one.most is not None and one.most > one.points
        if one.score is not None and not declared and _above(tree, spans[0]):
            parameters = {"formula": one.score, "points": plain(one.points), "most": spans[0].texts()[1]}
            yield place.problem("total-above-points", (*path, "score"), parameters)


def _spans(one: Total, facts: Facts) -> list[Interval]:
    """What a section or the whole may be after each of its steps."""
    trees = [step.tree for step in one.steps] or [total([Input(part) for part in one.parts])]
    return [widest(tree, facts) for tree in trees]


def _above(one: Total, span: Interval) -> bool:
    """Whether the formula, the first step, is above the full marks: at times where it reads no score, or always."""
    reads = any(key.startswith((f"{ITEMS}.", f"{SECTIONS}.")) for key in inputs(one.steps[0].tree))
    return (span.low if reads else span.high) > one.points
