"""Every grade must be one that some unit can have: within what scores can be, and with places to give."""

from collections.abc import Iterator

from kaohe.backends.bounds import Facts, Missing, truths, widest
from kaohe.compiler.grade_trees import grade_trees
from kaohe.compiler.lowering import ITEMS, lower
from kaohe.compiler.possible_facts import possible_facts
from kaohe.compiler.remainders import score
from kaohe.compiler.totals import SECTIONS, totals
from kaohe.expr.tree import Input, total
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem
from kaohe.rubric.grades import Grade
from kaohe.rubric.model import Rubric


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric that is sound otherwise."""
    paths: dict[str, Path] = {one.id: ("sections", number) for number, one in enumerate(rubric.sections)}
    trees = grade_trees(rubric)
    possible = _possible(rubric) if trees else {}
    for name, one in trees.items():
        for number, grade in enumerate(one.grades):
            needed = [one.admits[number], *([] if grade.at_least else [one.reaches[number]])]
            if _without_places(grade) or any(True not in truths(condition, possible) for condition in needed):
                yield place.problem(
                    "grade-never-reached", (*paths.get(name, ()), "grades", number), {"title": grade.title}
                )


def _without_places(grade: Grade) -> bool:
    """Whether units of no class can have it."""
    most = (places for key, places in grade.places.items() if key != "at_least")
    return any(all(one.value == 0 for one in places.values()) for places in most)


def _possible(rubric: Rubric) -> Facts:
    """What every fact, and every score that rests on them, can be."""
    facts, items = dict(possible_facts(rubric)), lower(rubric)
    for one in items:
        facts[f"{ITEMS}.{one.item.id}"] = Missing(widest(score(one, rubric.rounding.places), facts))
    for each in totals(rubric, items):
        tree = each.score if each.steps else total([Input(part) for part in each.parts])
        facts[f"{SECTIONS}.{each.id}"] = Missing(widest(tree, facts))
    return facts
