"""Grades: from a unit's score and events to the grades that it can have before places are shared out among all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kaohe.compiler.totals import SECTIONS, WHOLE, reads_scores, total_scope
from kaohe.expr.tree import Const, Expr, Input, Op, chain, points
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import result
from kaohe.rubric.grades import Grade
from kaohe.rubric.model import Rubric, Section


@dataclass(frozen=True, slots=True)
class GradeTrees:
    """The grades of a section or of the whole, best first, each with what it asks for.

    `admits` are the conditions besides the cut-off, which are `needed` one by one, `reaches` the cut-off. `limits` are
    events with the place of the best grade that they leave, `groups` the classes that units are compared within,
    option by option, by the name of the choice.
    """

    grades: tuple[Grade, ...]
    needed: tuple[tuple[Expr, ...], ...]
    admits: tuple[Expr, ...]
    reaches: tuple[Expr, ...]
    limits: tuple[tuple[str, Expr, int], ...]
    groups: Mapping[str, Mapping[str, Expr]]
    tie_breaks: tuple[tuple[Expr, ...], ...]

    @property
    def asked(self) -> tuple[Expr, ...]:
        """All that grades ask for: conditions, classes, numbers that break ties."""
        return (*self.admits, *self._besides())

    @property
    def computed(self) -> tuple[Expr, ...]:
        """The same as what must be computable from facts alone: each condition behind those that name no score."""
        apart = (behind for needed in self.needed for behind in _behind_facts(needed))
        return (*apart, *self._besides())

    def _besides(self) -> tuple[Expr, ...]:
        within = [held for options in self.groups.values() for held in options.values()]
        return (*self.reaches, *within, *(one for several in self.tie_breaks for one in several))

    @property
    def events(self) -> tuple[Expr, ...]:
        """All events that limit them."""
        return tuple(event for _, event, _ in self.limits)


def grade_trees(rubric: Rubric) -> Mapping[str, GradeTrees]:
    """Those of each section that has grades by its id, of the whole by an empty one."""
    return {name: _trees(one, grade_scope(rubric, name)) for name, one in rubric.totals() if one.grades}


def grade_scope(rubric: Rubric, name: str) -> Scope:
    """What grades of a section, or of the whole, may name: all that totals may, and `score`, that they go by.

    Those of a section may name the `total` as well.
    """
    scope = total_scope(rubric)
    own = {"score": f"{SECTIONS}.{name}", **({"total": WHOLE} if name else {})}
    scores = {called: result(Input(key)) for called, key in own.items()}
    return replace(scope, parts={**scope.parts, **scores})


def _trees(one: Section | Rubric, scope: Scope) -> GradeTrees:
    places = {grade.id: place for place, grade in enumerate(one.grades)}
    needed = tuple(tuple(scope.condition(condition) for condition in grade.requires) for grade in one.grades)
    return GradeTrees(
        grades=one.grades,
        needed=needed,
        admits=tuple(map(_every, needed)),
        reaches=tuple(_every(_cut_off(grade, scope.lookup("score").one())) for grade in one.grades),
        limits=tuple((limit.clause, scope.condition(limit.when), places[limit.grade]) for limit in one.limits),
        groups={grade.within: scope.choice(grade.within) for grade in one.grades if grade.within},
        tie_breaks=tuple(tuple(scope.number(tie.of, times=True) for tie in grade.tie_breaks) for grade in one.grades),
    )


def _behind_facts(needed: Sequence[Expr]) -> Iterator[Expr]:
    """Each condition after those before it that facts alone decide."""
    for place, condition in enumerate(needed):
        yield _every([*(one for one in needed[:place] if not reads_scores(one)), condition])


def _cut_off(grade: Grade, score: Expr) -> list[Expr]:
    sides: list[Expr] = [] if grade.from_ is None else [score >= points(grade.from_)]
    return sides if grade.above is None else [*sides, score > points(grade.above)]


def _every(conditions: Sequence[Expr]) -> Expr:
    return chain(Op.AND, conditions, Const(True))
