"""Everything that can be wrong in a rubric file, found in one run."""

from collections.abc import Iterator

from kaohe.compiler.possible_facts import possible_facts
from kaohe.library.checks import (
    alternatives,
    clauses,
    confirmations,
    existence,
    grade_checks,
    grades_in_reach,
    identities,
    references,
    sums,
    taken_together,
    todos,
    total_checks,
)
from kaohe.library.checks.acknowledged import acknowledge
from kaohe.library.checks.numbers import clause_numbers, reading_numbers
from kaohe.library.checks.positions import Place, items
from kaohe.library.checks.proofs import claims_proved, full_marks, scaling
from kaohe.problems import Problem, Problems
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.models import validate

OF_UNITS = {"unit", "indicators", "changes"}
"""Keys of units' files."""


def problems(document: Document) -> tuple[Problem, ...]:
    """The findings in a rubric that could be read as YAML, in the order of its lines."""
    if "sections" not in document.data and ("kaohe" not in document.data or OF_UNITS & document.data.keys()):
        return (Problem("rubric-expected", document.path, *document.position(("kaohe",), key=True)),)
    try:
        rubric = validate(Rubric, document, document.data)
    except Problems as wrong:
        return _sorted(wrong.problems)
    place = Place(document)
    named = list(identities.check(rubric, place))
    referred = list(references.check(rubric, place))
    found = [*named, *todos.check(rubric, place), *sums.check(rubric, place), *referred]
    found += [*clauses.check(rubric, place), *clause_numbers.check(rubric, place)]
    found += confirmations.check(rubric, place)
    can_be_trees = not named and all(one.code == "unused-indicator" for one in referred)
    above: list[Problem] = []
    if can_be_trees:
        above = [*total_checks.check(rubric, place), *grade_checks.check(rubric, place)]
        sound = (existence, claims_proved, scaling, full_marks, grades_in_reach)
        above = above or [one for check in sound for one in check.check(rubric, place)]
        found += above
    found += reading_numbers.check(rubric, place)
    if not named:  # readings are chosen by name
        found += alternatives.check(rubric, place, sound=can_be_trees and not above)
        found += taken_together.check(rubric, place)
    return _sorted(acknowledge(rubric, place, found))


def unsound(document: Document, data: object) -> tuple[Problem, ...]:
    """What is wrong in a sound rubric's data once several readings have been taken together."""
    try:
        rubric = validate(Rubric, document, data)
    except Problems as wrong:
        return wrong.problems
    place = Place(document)
    facts = possible_facts(rubric)
    found: list[Problem] = []
    for _, item, path in items(rubric):
        found += references.check_item(place, item, path, rubric.common_before(item), facts)
    return tuple(found or existence.check(rubric, place))


def _sorted(found: Iterator[Problem] | tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column, problem.code)))
