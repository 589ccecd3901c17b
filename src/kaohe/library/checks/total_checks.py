"""Sections and the whole must be sound: their formulas, their bounds, and the events that forfeit them."""

from collections.abc import Iterator

from kaohe.compiler.possible_facts import possible_facts
from kaohe.compiler.totals import SECTIONS, SUM, reads_scores, total_scope
from kaohe.expr.tree import Expr, Input
from kaohe.expr.tree_questions import defined
from kaohe.formulas.terms import result
from kaohe.library.checks.lenient_scope import NotingScope
from kaohe.library.checks.noted_problems import problem_at
from kaohe.library.checks.positions import Path, Place
from kaohe.library.checks.proofs.scaling import parts_together, scaled
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric, Section


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric whose items are sound."""
    known, facts = total_scope(rubric), possible_facts(rubric)
    scope = NotingScope(
        "",
        {},
        rubric.parameters,
        rubric.shared,
        {**known.parts, SUM: result(Input(f"{SECTIONS}.{SUM}"))},
        known.groups,
        possible=facts,
    )
    inside = {name: term for name, term in scope.parts.items() if not name.startswith("sections.") or ".items." in name}
    for number, section in enumerate(rubric.sections):
        own = NotingScope("", {}, rubric.parameters, rubric.shared, inside, known.groups, possible=facts)
        yield from _total(place, ("sections", number), section, own)
    yield from _total(place, (), rubric, scope)
    yield from _rescaled(place, rubric)


def _total(place: Place, path: Path, one: Section | Rubric, scope: NotingScope) -> Iterator[Problem]:
    if one.score is not None:
        yield from check_formula(place, (*path, "score"), one.score, scope.number(one.score), scope)
    if None not in (one.most, one.least) and one.least > one.most:  # type: ignore[operator]
        yield place.problem("least-above-most", (*path, "least"))
    for number, forfeit in enumerate(one.vetoes):
        where = (*path, "vetoes", number)
        yield from check_formula(place, (*where, "when"), forfeit.when, scope.condition(forfeit.when), scope)
        if forfeit.penalty_each:
            yield from check_formula(place, (*where, "when"), forfeit.when, scope.number(forfeit.when), scope)
        if not forfeit.zero and forfeit.penalty is None:
            yield place.problem("nothing-forfeited", where)


def check_formula(place: Place, path: Path, formula: str, tree: Expr, scope: NotingScope) -> Iterator[Problem]:
    """A formula above items: it can be read, and what it divides by is no score."""
    yield from (problem_at(place, path, wrong) for wrong in scope.take())
    condition = defined(tree)
    if condition is not None and reads_scores(condition):
        yield place.problem("division-by-result", path, {"formula": formula})


def _rescaled(place: Place, rubric: Rubric) -> Iterator[Problem]:
    """What is rescaled must say over what, and the other way round; full marks of another size ask for it as well."""
    wanting = any(rule.not_applicable == "rescaled" for _, item in rubric.items() for rule in item.rules)
    other_marks = any(one.points != parts_together(one) for _, one in scaled(rubric))
    if wanting != (rubric.rescale is not None) and not other_marks:
        yield place.problem("rescale-and-rescaled", ("rescale",) if rubric.rescale else ())
