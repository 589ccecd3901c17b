"""The grades that one unit reaches in a section or the whole, before places are shared out among all units."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.compiler.grade_trees import GradeTrees
from kaohe.results.grade_reached import GradeReached
from kaohe.results.score_range import ScoreRange, Side
from kaohe.rubric.grades import EVERY, Grade, for_class
from kaohe.scoring.total_scores import Results, TotalScorer

OPEN = GradeReached((), quota=False, why="")


class GradeScorer:
    """The grades of one rubric's units, of a section or of the whole."""

    def __init__(self, trees: GradeTrees, standings: TotalScorer) -> None:
        self._trees = trees
        self._standings = standings

    def reached(self, standing: ScoreRange, row: Sequence[Any], results: Results) -> GradeReached | None:
        """The grades that the score and the events of a unit allow; open where missing facts leave them so.

        `results` are those of the items, the sections and the whole. None where there is no score to grade.
        """
        if not standing.scored:
            return None
        return _Unit(self._trees, self._standings, row, results).reached(standing)

    def missed(self, row: Sequence[Any], results: Results) -> list[tuple[Grade, list[str]]]:
        """The grades that the unit can't have, each with what stands in its way, best first; none while that is open.

        It ends at the first grade that it may have.
        """
        return _Unit(self._trees, self._standings, row, results).missed()


class _StillOpen(Exception):  # noqa: N818 - no error, the way out of a unit's grades
    """A missing fact decides which grades the unit may have."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """The grades of one unit."""

    trees: GradeTrees
    standings: TotalScorer
    row: Sequence[Any]
    results: Results

    def reached(self, standing: ScoreRange) -> GradeReached:
        try:
            groups = self._groups()
            least, clause = self._limited()
            chances = list(self._chances(least, groups))
            self._no_further_limit(chances[0][0])
        except _StillOpen:
            return OPEN
        grades = self.trees.grades
        limited = any(self._meets(place) for place in range(least))
        return GradeReached(
            may_have=tuple(grades[place] for place, _ in chances),
            quota=len(chances) > 1,
            why=clause if limited else "",
            score=standing.score,
            by_minimum=tuple(grades[place].id for place, meets in chances if not meets),
            groups=groups,
            tie_breaks={grades[place].id: self._tie_breaks(place) for place, _ in chances},
        )

    def missed(self) -> list[tuple[Grade, list[str]]]:
        found: list[tuple[Grade, list[str]]] = []
        least, clause = self._limited()
        for place, grade in enumerate(self.trees.grades):
            if place >= least and self._meets(place) is not False:
                return found
            why = clause if place < least else ""
            conditions = (self.trees.admits[place], self.trees.reaches[place])
            failing = [self._why(one) for one in conditions if self._holds(one) is False]
            found.append((grade, [one for one in (*failing, why) if one]))
        return found

    def _why(self, condition: Any) -> str:
        return self.standings.because(condition, self.row, self.results)

    def _groups(self) -> Mapping[str, str]:
        """The unit's option of each choice that units are compared within."""
        found = {}
        for name, options in self.trees.groups.items():
            held = [option for option, condition in options.items() if self._holds(condition)]
            if len(held) != 1:
                raise _StillOpen
            found[name] = held[0]
        return found

    def _limited(self) -> tuple[int, str]:
        """The place of the best grade that certain events leave, and the clause."""
        events = [(place, clause) for clause, event, place in self.trees.limits if self._holds(event)]
        return max(events, default=(0, ""))

    def _no_further_limit(self, best: int) -> None:
        """An event that may have been, and leaves only worse grades, leaves all open."""
        if any(place > best and self._holds(event) is None for _, event, place in self.trees.limits):
            raise _StillOpen

    def _chances(self, least: int, groups: Mapping[str, str]) -> Iterator[tuple[int, bool]]:
        """The places of the grades that the unit may have, best first, and whether its score reaches the cut-off.

        The first of which there is enough for all is the last.
        """
        for place in range(least, len(self.trees.grades)):
            grade, meets = self.trees.grades[place], self._meets(place)
            may_be_given = meets is not True and has_minimum(grade, groups)
            admitted = self._holds(self.trees.admits[place]) if may_be_given else False
            if meets is None or (not meets and admitted is None):
                raise _StillOpen
            if meets or admitted:
                yield place, meets
            if meets and not grade.shared_out:
                return

    def _meets(self, place: int) -> bool | None:
        """Whether the unit has all that a grade asks for; None while that is open."""
        both = self._holds(self.trees.admits[place]), self._holds(self.trees.reaches[place])
        return False if False in both else None if None in both else True

    def _holds(self, condition: Any) -> bool | None:
        return self.standings.holds(condition, self.row, self.results)

    def _tie_breaks(self, place: int) -> tuple[Side, ...]:
        return tuple(self.standings.number(one, self.row, self.results) for one in self.trees.tie_breaks[place])


def has_minimum(grade: Grade, groups: Mapping[str, str]) -> bool:
    """Whether some of a unit's class may have the grade without reaching its cut-off."""
    given = for_class(grade.at_least, groups.get(grade.within, EVERY))
    return given is not None and given.value > 0
