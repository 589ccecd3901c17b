"""The whole form as a function of a row of facts: its score, its sections, its grades."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from kaohe.analysis.improving.movable_facts import Movable
from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.fact_values import Constants
from kaohe.authoring.cases.boundaries.turns import Turn, constants
from kaohe.compiler.row_layout import Fact
from kaohe.results.sheet import Sheet
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values


class WholeCourse:
    """Where it turns is found by what is seen alone."""

    def __init__(self, scorer: Scorer) -> None:
        self.scorer, self.compiled = scorer, scorer.compiled
        self.turns: tuple[Turn, ...] = ()
        self._sheets: dict[Row, Sheet] = {}

    @cached_property
    def above(self) -> tuple[Fact, ...]:
        """The facts that count above their items."""
        return tuple(one for one in self.compiled.layout.facts if one.item and self.compiled.counts_beyond(one.start))

    @cached_property
    def constants(self) -> Constants:
        trees = [step.tree for total in self.compiled.totals for step in total.steps]
        trees += [tree for grades in self.compiled.grades.values() for tree in (*grades.asked, *grades.events)]
        return frozenset().union(*map(constants, trees))

    def sheet(self, row: Row) -> Sheet:
        if row not in self._sheets:
            self._sheets[row] = self.scorer.score(Values("", "-", None, "self", row))
        return self._sheets[row]

    def score(self, row: Row) -> Fraction | None:
        return self.sheet(row).score

    def seen(self, row: Row) -> tuple[Any, ...]:
        """The scores of the whole and of its sections, with whether they are scored at all, and the grades."""
        sheet = self.sheet(row)
        scores = [(one.score, one.scored) for one in (sheet, *sheet.sections)]
        return (*scores, *self.grades(row))

    def grades(self, row: Row) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The grades that sections and the whole may have."""
        return tuple((name, tuple(one.id for one in grade.may_have)) for name, grade in self.sheet(row).graded())

    def total(self, row: Row, section: str) -> Fraction | None:
        """The score of a section, or of the whole without one."""
        sheet = self.sheet(row)
        return next((one.score for one in sheet.sections if one.id == section), sheet.score)

    def limited(self, row: Row) -> bool:
        """Whether an event limits a grade."""
        return any(grade.why for _, grade in self.sheet(row).graded())

    def worth(self, row: Row) -> tuple[Any, ...]:
        """The higher the better: the score up to full marks, then the grades."""
        score = self.score(row)
        places = {name: [one.id for one in trees.grades] for name, trees in self.compiled.grades.items()}
        ranks = [-places[name].index(ids[0]) for name, ids in self.grades(row) if ids]
        return (score is not None, min(score or Fraction(0), self.compiled.rubric.points), ranks)

    def course(self, row: Row, spot: Movable) -> Sequence[Fraction]:  # noqa: ARG002 - it has no turns
        return ()

    def turns_of(self, spot: Movable) -> tuple[Turn, ...]:  # noqa: ARG002 - it has none
        return ()
