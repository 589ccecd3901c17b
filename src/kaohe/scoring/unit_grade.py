"""The grade that one unit reaches, before any quota."""

from collections.abc import Sequence
from typing import Any

from kaohe.compiler.grade_trees import WHOLE, GradeTrees
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import GradeReached
from kaohe.scoring.total_scores import Results, TotalScorer

OPEN = GradeReached(None, "", quota=False, why="", may_have=())


class GradeScorer:
    """The grades of one rubric's units."""

    def __init__(self, trees: GradeTrees, standings: TotalScorer) -> None:
        self._trees = trees
        self._standings = standings

    def reached(self, whole: ScoreRange, row: Sequence[Any], results: Results) -> GradeReached | None:
        """The best grade whose conditions hold and that no event forbids; open where missing facts leave it so.

        None where there is no score to grade.
        """
        if not whole.scored:
            return None
        known = {**results, WHOLE: whole}
        events = [(self._standings.holds(event, row, known), place, why) for why, event, place in self._trees.limits]
        conditions = [self._standings.holds(condition, row, known) for condition in self._trees.reached]
        least, why = max(((place, clause) for held, place, clause in events if held), default=(0, ""))
        best = conditions.index(True)  # the last grade has no condition
        final = max(best, least)
        if None in conditions[:best] or any(held is None and place > final for held, place, _ in events):
            return OPEN
        grade = self._trees.grades[final]
        further = [place for place in range(final + 1, len(conditions)) if conditions[place] is not False]
        shared_out = grade.shared_out
        if shared_out and any(conditions[place] is None for place in further):
            return OPEN
        may_have = tuple(self._trees.grades[place].id for place in (final, *further))
        limited = why if final > best else ""
        return GradeReached(grade.id, grade.title, shared_out, limited, may_have)
