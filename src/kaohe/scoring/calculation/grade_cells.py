"""Grades as cells: which one a score and events come to, where neither places nor a comparison decide."""

from fractions import Fraction
from functools import reduce

from kaohe.backends.cells.conditions import Conditions
from kaohe.backends.cells.formulas import FALSE, Formula, Reference, both, choose, compare, either, negation, number
from kaohe.backends.cells.pairs import ZERO, whole
from kaohe.backends.cells.spans import Truth
from kaohe.backends.cells.writer import Writer
from kaohe.compiler.grade_trees import GradeTrees
from kaohe.compiler.totals import SECTIONS
from kaohe.expr.tree import Expr, If, points
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.calculation.unsure import Unsure

GRADE, LIMIT = "grade", "limit"
"""What stands before the names of results: the place of the grade from 1 on, the place of what limited it; 0 is none.

Without a grade it is still open.
"""


def computed(trees: GradeTrees) -> bool:
    """Whether a unit's own facts decide its grades."""
    return not any(grade.shared_out for grade in trees.grades)


class GradeCells:
    """Writes grades behind sections and the whole."""

    def __init__(self, writer: Writer, unsure: Unsure) -> None:
        self._writer, self._unsure = writer, unsure

    def write(self, name: str, trees: GradeTrees) -> None:
        """The cells of the grades of a section by its id, or of the whole; none where others decide them as well."""
        if computed(trees) and not self._unsure.groups([*trees.asked, *trees.events]):
            self.decide(name, trees)

    def decide(self, name: str, trees: GradeTrees) -> None:
        """The cells of grades that a unit's own facts decide."""
        end = f"{SECTIONS}.{name}" if name else TOTAL
        writer, keep = self._writer, self._writer.keep
        writer.room = f"{GRADE}.{end}"
        events = [self.holds(event) for event in trees.events]
        order = sorted(range(len(events)), key=lambda one: (trees.limits[one][2], trees.limits[one][0]))
        best: Formula = number(0)
        limit: Formula = number(0)
        for one in order:
            best = keep(choose(sure(events[one]), number(trees.limits[one][2]), best))
            limit = keep(choose(sure(events[one]), number(one + 1), limit))
        meets = [self.holds(*pair) for pair in zip(trees.admits, trees.reaches, strict=True)]
        found: Formula = number(0)
        for place, one_meets in reversed(list(enumerate(meets))):
            unsure = choose(undecided(one_meets), number(0), found)
            reached = choose(sure(one_meets), number(place + 1), unsure)
            found = keep(choose(compare(">=", number(place), best), reached, found))
        further = either(*(self._further(event, trees.limits[at][2], found) for at, event in enumerate(events)))
        writer.cell(f"{GRADE}.{end}", choose(further, number(0), found))
        lower = (both(sure(one), compare(">", best, number(place))) for place, one in enumerate(meets))
        writer.cell(f"{LIMIT}.{end}", choose(either(*lower), limit, number(0)))

    def holds(self, *conditions: Expr) -> Truth:
        """Whether all of them can hold, and whether one can fail; each over all ways in which facts may exist."""
        return reduce(Conditions(self._writer.keep).both, map(self._over_ways, conditions))

    def _over_ways(self, condition: Expr) -> Truth:
        groups = self._unsure.groups([condition])
        if not groups:
            return self._writer.condition(condition)
        pairs = self._writer.pairs
        counted = If(condition, points(Fraction(1)), points(Fraction(0)))
        (span,) = self._unsure.hulls(groups, lambda: [self._writer.number(counted)])
        return Truth(pairs.is_above(span.high, ZERO), pairs.is_above(whole(1), span.low))

    def _further(self, event: Truth, place: int, found: Formula) -> Formula:
        """Whether an event that may have been leaves only grades that are worse than what was found."""
        return self._writer.keep(both(undecided(event), compare(">=", number(place), found)))


def grade_cell(name: str) -> Reference:
    """The cell with the grade of a section by its id, or of the whole."""
    return Reference(f"{GRADE}.{SECTIONS}.{name}" if name else f"{GRADE}.{TOTAL}")


def limit_cell(name: str) -> Reference:
    """The cell with what limited it."""
    return Reference(f"{LIMIT}.{SECTIONS}.{name}" if name else f"{LIMIT}.{TOTAL}")


def sure(truth: Truth) -> Formula:
    return negation(truth.may_not)


def undecided(truth: Truth) -> Formula:
    return FALSE if truth.settled else both(truth.may, truth.may_not)
