"""What is told of grades beside the total, as a formula: that of the whole, then each section's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.authoring.live.score_words import TOTAL, is_
from kaohe.backends.cells.formulas import Formula, Literal, call, choose, compare, number
from kaohe.backends.excel.texts import text
from kaohe.compiler.grade_trees import GradeTrees
from kaohe.compiler.totals import SECTIONS
from kaohe.messages import Language, say
from kaohe.results.calculation import Calculation, Cell
from kaohe.results.live_form import GRADES
from kaohe.scoring.calculation.grade_cells import computed, grade_cell, limit_cell
from kaohe.scoring.compiled_rubric import CompiledRubric

LONGEST = 1000
"""Letters that nothing told of grades has."""


@dataclass(frozen=True, slots=True)
class GradeWords:
    """Writes the words of one form; `calculation` has the cells of grades."""

    compiled: CompiledRubric
    calculation: Calculation
    language: Language

    def cells(self) -> Iterator[Cell]:
        """One cell, where there are grades."""
        known = {cell.name for cell in self.calculation.cells}
        lines = [self._line(name, trees, known) for name, trees in self._named()]
        if lines:
            yield Cell(GRADES, say("live.grades", self.language), call("MID", text(*lines), number(2), number(LONGEST)))

    def room(self) -> str:
        """Words that take as much room as any that may stand there; empty without grades."""
        lines = []
        for name, trees in self._named():
            titles = [self._grade(trees, place, limit) for place, limit in _every(trees)] if computed(trees) else []
            lines.append(self._called(name) + max([*titles, self._elsewhere(trees)], key=len))
        return "\n".join(lines)

    def _named(self) -> Iterator[tuple[str, GradeTrees]]:
        """The whole first."""
        grades = self.compiled.grades
        yield from ((name, grades[name]) for name in sorted(grades, key=bool))

    def _line(self, name: str, trees: GradeTrees, known: set[str]) -> Formula:
        """A line break and the grade; nothing where there is no score to grade."""
        words: Formula = Literal(self._elsewhere(trees))
        if grade_cell(name).name in known:
            words = Literal(say("sheet.grade_open", self.language))
            for place, limit in reversed(list(_every(trees))):
                there = compare("=", grade_cell(name), number(place + 1))
                limited = compare("=", limit_cell(name), number(limit))
                told = Literal(self._grade(trees, place, limit))
                words = choose(there, choose(limited, told, words) if limit else told, words)
        standing = f"standing.{f'{SECTIONS}.{name}' if name else TOTAL}"
        return choose(is_(standing, "not_scored"), Literal(""), text("\n", self._called(name), words))

    def _called(self, name: str) -> str:
        titles = {one.id: one.title for one in self.compiled.rubric.sections}
        return f"{titles[name]} " if name else ""

    def _grade(self, trees: GradeTrees, place: int, limit: int) -> str:
        title = trees.grades[place].title
        if not limit:
            return say("sheet.grade", self.language, title=title)
        return say("sheet.grade_limited", self.language, title=title, why=trees.limits[limit - 1][0])

    def _elsewhere(self, trees: GradeTrees) -> str:
        return say("live.graded" if computed(trees) else "live.graded-among", self.language)


def _every(trees: GradeTrees) -> Iterator[tuple[int, int]]:
    """Each grade by its place, limited by each event that can leave it, by what counts them from 1, then by none."""
    for place, _ in enumerate(trees.grades):
        yield from ((place, at) for at, (_, _, best) in enumerate(trees.limits, 1) if best <= place)
        yield place, 0
