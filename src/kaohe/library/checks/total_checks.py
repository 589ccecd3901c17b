"""Sections, the whole and grades must be sound: their formulas and events, the order of cut-offs, what limits name."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from kaohe.compiler.grade_trees import grade_scope
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS, SUM, total_scope
from kaohe.expr.tree import Expr, Input
from kaohe.expr.tree_questions import defined, inputs
from kaohe.formulas.terms import Term, Use
from kaohe.library.checks.indicator_checks import problem_at
from kaohe.library.checks.lenient_scope import NotingScope
from kaohe.library.checks.positions import Path, Place
from kaohe.library.checks.scaling import parts_together, scaled
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric, Section
from kaohe.rubric.outcomes import Grade


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric whose items are sound."""
    known = total_scope(rubric)
    scope = NotingScope(
        "",
        {},
        rubric.parameters,
        rubric.shared,
        {**known.parts, SUM: Term(Use.NUMBER, Input(f"{SECTIONS}.{SUM}"), percent=False)},
        known.groups,
    )
    inside = {name: term for name, term in scope.parts.items() if not name.startswith("sections.") or ".items." in name}
    for number, section in enumerate(rubric.sections):
        own = NotingScope("", {}, rubric.parameters, rubric.shared, inside, known.groups)
        yield from _total(place, ("sections", number), section, own)
    yield from _total(place, (), rubric, scope)
    grading = NotingScope("", {}, rubric.parameters, rubric.shared, grade_scope(rubric).parts, known.groups)
    yield from _grades(place, rubric, grading)
    yield from _rescaled(place, rubric)


def _total(place: Place, path: Path, one: Section | Rubric, scope: NotingScope) -> Iterator[Problem]:
    if one.score is not None:
        yield from _formula(place, (*path, "score"), one.score, scope.number(one.score), scope)
    if None not in (one.most, one.least) and one.least > one.most:  # type: ignore[operator]
        yield place.problem("least-above-most", (*path, "least"))
    for number, forfeit in enumerate(one.vetoes):
        where = (*path, "vetoes", number)
        yield from _formula(place, (*where, "when"), forfeit.when, scope.condition(forfeit.when), scope)
        if forfeit.penalty_each:
            yield from _formula(place, (*where, "when"), forfeit.when, scope.number(forfeit.when), scope)
        if not forfeit.zero and forfeit.penalty is None:
            yield place.problem("nothing-forfeited", where)


def _formula(place: Place, path: Path, formula: str, tree: Expr, scope: NotingScope) -> Iterator[Problem]:
    """A formula above items: it can be read, and what it divides by is no score."""
    yield from (problem_at(place, path, wrong) for wrong in scope.take())
    condition = defined(tree)
    divisors = frozenset() if condition is None else inputs(condition)
    if any(key.startswith((f"{ITEMS}.", f"{SECTIONS}.")) for key in divisors):
        yield place.problem("division-by-result", path, {"formula": formula})


def _grades(place: Place, rubric: Rubric, scope: NotingScope) -> Iterator[Problem]:
    for number, grade in enumerate(rubric.grades):
        path: Path = ("grades", number)
        if grade.from_ is not None and grade.above is not None:
            yield place.problem("one-lower-side", path)
        for condition in grade.requires:
            yield from _formula(place, (*path, "requires"), condition, scope.condition(condition), scope)
    for number, (better, worse) in enumerate(pairwise(rubric.grades), 1):
        start, next_start = _start(better), _start(worse)
        more = bool(better.requires) or better.quota is not None or better.top is not None
        if start and next_start and (next_start > start or (next_start == start and not more)):
            yield place.problem("grades-fall", ("grades", number), {"title": worse.title, "before": better.title})
    last = rubric.grades[-1:]
    if last and (_start(last[0]) is not None or last[0].requires or last[0].quota or last[0].top):
        yield place.problem("last-grade-open", ("grades", len(rubric.grades) - 1), {"title": last[0].title})
    names = [grade.id for grade in rubric.grades]
    for number, limit in enumerate(rubric.limits):
        if limit.grade not in names:
            parameters = {"found": limit.grade, "known": ", ".join(names) or "-"}
            yield place.problem("unknown-grade", ("limits", number, "grade"), parameters)
        yield from _formula(place, ("limits", number, "when"), limit.when, scope.condition(limit.when), scope)


def _start(grade: Grade) -> tuple[Fraction, bool] | None:
    """Where a grade begins, then whether it leaves that score out."""
    if grade.from_ is not None:
        return grade.from_, False
    return (grade.above, True) if grade.above is not None else None


def _rescaled(place: Place, rubric: Rubric) -> Iterator[Problem]:
    """What is rescaled must say over what, and the other way round; full marks of another size ask for it as well."""
    wanting = any(rule.not_applicable == "rescaled" for _, item in rubric.items() for rule in item.rules)
    other_marks = any(one.points != parts_together(one) for _, one in scaled(rubric))
    if wanting != (rubric.rescale is not None) and not other_marks:
        yield place.problem("rescale-and-rescaled", ("rescale",) if rubric.rescale else ())
