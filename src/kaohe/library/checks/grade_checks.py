"""Grades must be sound: the order of cut-offs, what limits name, how many units may have one, and what breaks ties."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from kaohe.compiler.grade_trees import grade_scope
from kaohe.compiler.possible_facts import possible_facts
from kaohe.library.checks.lenient_scope import NotingScope
from kaohe.library.checks.noted_problems import problem_at
from kaohe.library.checks.positions import Path, Place
from kaohe.library.checks.total_checks import check_formula
from kaohe.problems import Problem
from kaohe.rubric.grades import EVERY, Grade, Places, for_class
from kaohe.rubric.model import Rubric, Section


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric whose items are sound."""
    facts = possible_facts(rubric)
    for number, (name, one) in enumerate(rubric.totals()):
        path: Path = ("sections", number) if name else ()
        known = grade_scope(rubric, name)
        scope = NotingScope("", {}, rubric.parameters, rubric.shared, known.parts, known.groups, possible=facts)
        for index, grade in enumerate(one.grades):
            where = (*path, "grades", index)
            yield from _conditions(place, where, grade, scope)
            yield from _places(place, where, grade, scope)
        yield from _order(place, path, one)
        yield from _limits(place, path, one, scope)


def _conditions(place: Place, path: Path, grade: Grade, scope: NotingScope) -> Iterator[Problem]:
    if grade.from_ is not None and grade.above is not None:
        yield place.problem("one-lower-side", path)
    for condition in grade.requires:
        yield from check_formula(place, (*path, "requires"), condition, scope.condition(condition), scope)
    for number, tie in enumerate(grade.tie_breaks):
        tree = scope.number(tie.of, times=True)
        yield from check_formula(place, (*path, "tie_breaks", number, "of"), tie.of, tree, scope)


def _places(place: Place, path: Path, grade: Grade, scope: NotingScope) -> Iterator[Problem]:
    """How many units may have it: of all, or by the class that they are of."""
    for key in ("within", "tie_breaks"):
        if getattr(grade, key) and not grade.shared_out:
            yield place.problem("nothing-shared-out", (*path, key), {"title": grade.title}, key=True)
    options = scope.choice(grade.within) if grade.within else {}
    wrong = scope.take()
    yield from (problem_at(place, (*path, "within"), one) for one in wrong)
    for key, places in grade.places.items():
        if not wrong and EVERY not in places:
            yield from _by_class(place, (*path, key), grade, places, list(options))
    yield from _minimum(place, path, grade)


def _by_class(place: Place, path: Path, grade: Grade, places: Places, options: list[str]) -> Iterator[Problem]:
    if not grade.within:
        yield place.problem("classes-of-what", path, key=True)
        return
    yield from (place.problem("class-without-places", path, {"class": one}) for one in options if one not in places)
    for found in places:
        if found not in options:
            parameters = {"found": found, "known": ", ".join(options)}
            yield place.problem("unknown-level", (*path, found), parameters, key=True)


def _minimum(place: Place, path: Path, grade: Grade) -> Iterator[Problem]:
    """What is given to some whose score is too low must have a cut-off, and places."""
    if grade.at_least is None:
        return
    if grade.from_ is None and grade.above is None:
        yield place.problem("minimum-without-cut-off", (*path, "at_least"), {"title": grade.title}, key=True)
    for option in dict.fromkeys((*grade.at_least, *(grade.quota or ()))):
        least, most = for_class(grade.at_least, option), for_class(grade.quota, option)
        if least is not None and most is not None and least.unit is most.unit and least.value > most.value:
            parameters = {"least": least.text(), "most": most.text()}
            yield place.problem("minimum-above-quota", (*path, "at_least"), parameters, key=True)
            return


def _order(place: Place, path: Path, one: Section | Rubric) -> Iterator[Problem]:
    for number, (better, worse) in enumerate(pairwise(one.grades), 1):
        start, next_start = _start(better), _start(worse)
        more = bool(better.requires) or better.shared_out
        if start and next_start and (next_start > start or (next_start == start and not more)):
            parameters = {"title": worse.title, "before": better.title}
            yield place.problem("grades-fall", (*path, "grades", number), parameters)
        elif not start and not more and worse.id not in {limit.grade for limit in one.limits}:
            parameters = {"title": worse.title, "before": better.title}
            yield place.problem("all-have-better", (*path, "grades", number), parameters)
    last = one.grades[-1:]
    if last and (_start(last[0]) is not None or last[0].requires or last[0].shared_out):
        yield place.problem("last-grade-open", (*path, "grades", len(one.grades) - 1), {"title": last[0].title})


def _start(grade: Grade) -> tuple[Fraction, bool] | None:
    """Where a grade begins, then whether it leaves that score out."""
    if grade.from_ is not None:
        return grade.from_, False
    return (grade.above, True) if grade.above is not None else None


def _limits(place: Place, path: Path, one: Section | Rubric, scope: NotingScope) -> Iterator[Problem]:
    names = [grade.id for grade in one.grades]
    for number, limit in enumerate(one.limits):
        where = (*path, "limits", number)
        if limit.grade not in names:
            parameters = {"found": limit.grade, "known": ", ".join(names) or "-"}
            yield place.problem("unknown-grade", (*where, "grade"), parameters)
        yield from check_formula(place, (*where, "when"), limit.when, scope.condition(limit.when), scope)
