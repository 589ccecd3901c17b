"""The grade that one unit reaches, before any quota."""

from collections.abc import Sequence
from typing import Any

from kaohe.grades import WHOLE, GradeTrees
from kaohe.sheet import GradeReached
from kaohe.standing import Results, Standing, Standings

OPEN = GradeReached(None, "", quota=False, why="")


class Grades:
    """The grades of one program's units."""

    def __init__(self, trees: GradeTrees, standings: Standings) -> None:
        self._trees = trees
        self._standings = standings

    def reached(self, whole: Standing, row: Sequence[Any], results: Results) -> GradeReached:
        """The best grade whose conditions hold and that no event forbids; open where missing facts leave it so."""
        known = {**results, WHOLE: whole}
        least, why = 0, ""
        for clause, event, place in self._trees.limits:
            held = self._standings.holds(event, row, known)
            if held is None:
                return OPEN
            if held and place > least:
                least, why = place, clause
        for place, condition in enumerate(self._trees.reached):
            held = self._standings.holds(condition, row, known)
            if held is None:
                return OPEN
            if held:
                final = max(place, least)
                grade = self._trees.grades[final]
                return GradeReached(grade.id, grade.title, grade.quota is not None, why if final > place else "")
        return OPEN
