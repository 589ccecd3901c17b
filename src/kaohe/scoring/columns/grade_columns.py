"""Grades as columns: the place of the grade that a unit's own facts come to, from 1 on, NULL while it is open."""

from collections.abc import Iterator, Mapping

from kaohe.backends.cells.formulas import FALSE, Formula, choose, compare, either, number
from kaohe.backends.cells.spans import Span
from kaohe.backends.columns.column_widths import NULL
from kaohe.compiler.grade_trees import GradeTrees
from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.calculation.grade_cells import GradeCells, computed, grade_cell
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.calculation.unsure import Unsure
from kaohe.scoring.columns.chance_columns import Chance, ChanceColumns, shared_out
from kaohe.scoring.columns.column_writer import ColumnWriter


class GradeColumns:
    """Writes grades behind sections and the whole; `unscored` are the conditions under which these have no score."""

    def __init__(self, writer: ColumnWriter, unsure: Unsure, unscored: Mapping[str, Formula]) -> None:
        self._writer, self._unsure, self._unscored = writer, unsure, unscored
        self._cells = GradeCells(writer, unsure)

    def write(self, grades: Mapping[str, GradeTrees]) -> Iterator[tuple[str, bool]]:
        """Each section or the whole that has grades, as formulas name it, and whether there is a column of them.

        There is none where other units decide them as well, or too many facts may not exist.
        """
        with self._writer.given(dict(self._without_score()), {}):
            for name, trees in grades.items():
                decided = computed(trees) and self._told_apart(trees)
                of = f"{SECTIONS}.{name}" if name else TOTAL
                if decided:
                    self._cells.decide(name, trees)
                    self._column(grade_cell(name).name, self._unscored.get(of, FALSE))
                yield of, decided

    def share(self, grades: Mapping[str, GradeTrees]) -> Iterator[tuple[str, Chance, Formula, int]]:
        """Where places are shared out, what that needs of each unit: of what, which side, over how much.

        Raises TooLarge.
        """
        with self._writer.given(dict(self._without_score()), {}):
            for name, trees in shared_out(grades).items():
                of = f"{SECTIONS}.{name}" if name else TOTAL
                self._writer.room = f"chances.{of}"
                columns = ChanceColumns(self._writer, self._unsure, trees)
                yield of, "chances", columns.chances(self._unscored.get(of, FALSE)), 1
                yield from ((f"{of}.{choice}", "class", place, 1) for choice, place in columns.classes())
                yield from ((f"{of}.{at}", "tie", top, over) for at, top, over in columns.ties())

    def _told_apart(self, trees: GradeTrees) -> bool:
        conditions = (*trees.admits, *trees.reaches, *trees.events)
        return all(self._unsure.told_apart(self._unsure.groups([one])) for one in conditions)

    def _without_score(self) -> Iterator[tuple[str, Span]]:
        """What has no score may be any number to those grades that read it."""
        pairs = self._writer.pairs
        for name, unscored in self._unscored.items():
            key = f"{SECTIONS}." if name == TOTAL else name
            span = self._writer.known.facts[key]
            if unscored != FALSE and isinstance(span, Span):
                ends = zip((pairs.lowest, pairs.highest), span, strict=True)
                yield key, Span(*(pairs.choose(unscored, end, side) for end, side in ends))

    def _column(self, name: str, unscored: Formula) -> None:
        """The grade's place, which is 0 while it is open, as the column that comes out."""
        place = self._writer.keep(self._writer.cells.pop(name))
        none = either(unscored, compare("=", place, number(0)))
        self._writer.cell(name, choose(none, NULL, place))
