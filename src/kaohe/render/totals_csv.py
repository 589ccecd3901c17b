"""The totals of a batch at one stage as a tidy CSV: a row for each section of a unit, and one for its whole."""

from collections.abc import Iterator

from kaohe.render.sheet_csv import head, inert, standing
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, UnitScore, graded, ranks


def rows(summary: Summary) -> Iterator[list[str]]:
    """Ranks are among the units of the stage; a grade that is open stays empty."""
    sections = [_Total(summary, "section", one.id, one.title, place) for place, one in enumerate(summary.sections)]
    totals = [*sections, _Total(summary, "total", "", summary.form.title)]
    for place, unit in enumerate(summary.units):
        start = head(summary.form.id, unit.unit, unit.year, unit.stage)
        for total in totals:
            yield [*start, *total.cells(place, unit)]


class _Total:
    """One section, or the whole, of all units."""

    def __init__(self, summary: Summary, level: str, section: str, title: str, place: int | None = None) -> None:
        self._place, self._section = place, section
        self._named = level, section, inert(title)
        self._ranks = ranks([self._of(unit) for unit in summary.units])
        self._grades = graded(summary, section) or {}

    def cells(self, place: int, unit: UnitScore) -> list[str]:
        """What stands behind the unit's name and stage."""
        rank, grade = self._ranks[place], unit.grades.get(self._section)
        settled = (grade and grade.id) or "", inert(self._grades.get(unit.path, ""))
        missing = str(unit.missing) if self._place is None else ""
        return [*self._named, *standing(self._of(unit)), "" if rank is None else str(rank), *settled, missing]

    def _of(self, unit: UnitScore) -> ScoreRange:
        return unit.total if self._place is None else unit.sections[self._place]
