"""What is rescaled to its points must not have been scaled by its own formula before (标化两次)."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from kaohe.backends.exact import compile_trees
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS, SUM, total_scope
from kaohe.expr.numbers import plain
from kaohe.expr.tree import Const
from kaohe.expr.tree_questions import inputs
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import result
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric, Section


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric whose formulas can be read."""
    known = total_scope(rubric)
    for path, one in scaled(rubric):
        together = parts_together(one)
        if one.score is not None and _at_full_marks(one, known, rubric) not in (None, together):
            yield place.problem("scaled-twice", (*path, "score"), {"points": plain(together)})


def scaled(rubric: Rubric) -> list[tuple[Path, Section | Rubric]]:
    """The sections, or the whole, whose scores are scaled to their points."""
    if rubric.rescale == "section":
        return [(("sections", number), section) for number, section in enumerate(rubric.sections)]
    return [((), rubric)] if rubric.rescale == "total" else []


def parts_together(one: Section | Rubric) -> Fraction:
    """The points of all that a section or the whole is made of."""
    parts = one.items if isinstance(one, Section) else one.sections
    return sum((part.points for part in parts), Fraction(0))


def _at_full_marks(one: Section | Rubric, scope: Scope, rubric: Rubric) -> Fraction | None:
    """What a formula gives where every item has full marks; None where it rests on facts as well."""
    points = {f"{ITEMS}.{item.id}": item.points for _, item in rubric.items()}
    points |= {f"{SECTIONS}.{section.id}": section.points for section in rubric.sections}
    plain_sum = result(Const(parts_together(one)))
    tree = replace(scope, parts={**scope.parts, SUM: plain_sum}).number(one.score or "")
    names = sorted(inputs(tree))
    if not points.keys() >= set(names):
        return None
    run = compile_trees([tree], {name: f"v[{number}]" for number, name in enumerate(names)})
    return Fraction(run([points[name] for name in names])[0])
