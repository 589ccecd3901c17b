"""Grades: from a unit's whole score and events to the best grade that it can have before any quota."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kaohe.compiler.totals import total_scope
from kaohe.expr.numbers import Quantity
from kaohe.expr.tree import Const, Expr, Input, Notation, Op, chain, points
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import Term, Use
from kaohe.rubric.model import Rubric
from kaohe.rubric.outcomes import Grade

WHOLE = "sections."
"""The key of the whole score, behind those of the sections: `score` in formulas."""


@dataclass(frozen=True, slots=True)
class GradeTrees:
    """The grades best first, each with the condition that it is reached; events with the place of their best grade."""

    grades: tuple[Grade, ...]
    reached: tuple[Expr, ...]
    limits: tuple[tuple[str, Expr, int], ...]

    @property
    def conditions(self) -> tuple[Expr, ...]:
        """All that grades ask for, and all events that limit them."""
        return (*self.reached, *(event for _, event, _ in self.limits))


def grade_trees(rubric: Rubric) -> GradeTrees:
    scope = grade_scope(rubric)
    places = {grade.id: place for place, grade in enumerate(rubric.grades)}
    limits = tuple((one.clause, scope.condition(one.when), places[one.grade]) for one in rubric.limits)
    return GradeTrees(rubric.grades, tuple(_reached(grade, scope) for grade in rubric.grades), limits)


def grade_scope(rubric: Rubric) -> Scope:
    """What conditions of grades may name: all that totals may, and the whole `score`."""
    scope = total_scope(rubric)
    score = Term(Use.NUMBER, Input(WHOLE), percent=False)
    return replace(scope, parts={**scope.parts, "score": score})


def _reached(grade: Grade, scope: Scope) -> Expr:
    score = Input(WHOLE)
    needed: list[Expr] = [scope.condition(one) for one in grade.requires]
    if grade.from_ is not None:
        needed.append(score >= points(grade.from_))
    if grade.above is not None:
        needed.append(score > points(grade.above))
    return chain(Op.AND, needed, Const(True))


def places_for(units: int, given: Quantity | None) -> int | None:
    """How many units a quota or a top speaks of, part of a unit left out; None for any number."""
    if given is None:
        return None
    return int(given.value * units if given.unit is Notation.PERCENT else given.value)


def share_out(grades: Sequence[Grade], standing: Sequence[tuple[Sequence[int], Fraction]]) -> list[int]:
    """Each unit's grade after quotas, of all units: the places of the grades it may have, best first, and its score.

    Places go to the highest scores. Units with one score have a grade together or not at all: where they are more than
    the places that are left, none of them, so that no quota is passed, or by the grade's `ties` all of them. Who finds
    no place has the next grade of those that it may have.
    """
    left = [list(may_have) for may_have, _ in standing]
    scores = [score for _, score in standing]
    for place, grade in enumerate(grades):
        top, quota = places_for(len(scores), grade.top), places_for(len(scores), grade.quota)
        holders = [number for number, may_have in enumerate(left) if may_have[0] == place]
        kept = [number for number in holders if top is None or sum(one > scores[number] for one in scores) < top]
        held = [scores[number] for number in kept]
        if quota is not None:
            kept = [number for number in kept if _finds_place(scores[number], held, quota, grade.ties)]
        for number in set(holders) - set(kept):
            left[number].pop(0)
    return [may_have[0] for may_have in left]


def _finds_place(score: Fraction, held: Sequence[Fraction], quota: int, ties: str) -> bool:
    """Whether a score has one of so many places among those that may have them."""
    if ties == "all":
        return sum(one > score for one in held) < quota
    return sum(one >= score for one in held) <= quota
