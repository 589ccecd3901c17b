"""What units reported a year before, beside which this year's numbers are looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.problems import Problem, Said
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.stages.unit_files import name
from kaohe.submission.doubts.doubt import About
from kaohe.submission.doubts.told_doubts import first_path, tell
from kaohe.submission.reader import Values


@dataclass(frozen=True, slots=True)
class LastUnit:
    """What one unit reported: the facts of the form of then, and the row they stand in."""

    year: int | None
    facts: Mapping[About, Fact]
    row: Sequence[Any]


@dataclass(frozen=True, slots=True)
class LastYear:
    """The units by their names, as their latest stage left them; `problems` are about files that could not be read."""

    units: Mapping[str, LastUnit]
    problems: tuple[Problem, ...] = field(default=())

    def beside(self, compiled: CompiledRubric, values: Values, document: Document) -> Values:
        """The values of a unit's first file with what is to be doubted beside the year before."""
        return replace(values, doubts=(*values.doubts, *self._doubts(compiled, values, document)))

    def _doubts(self, compiled: CompiledRubric, values: Values, document: Document) -> tuple[Problem, ...]:
        last = self.units.get(name(values.unit))
        if last is None:
            gone = document.problem("before-no-unit", ("unit",), {"unit": values.unit})
            return (replace(gone, severity="notice"),)
        if None not in (last.year, values.year) and int(last.year or 0) >= int(values.year or 0):
            late = document.problem("before-year", ("year",), {"found": last.year, "year": values.year})
            return (replace(late, severity="warning"),)
        year = Said("doubt.last-year") if last.year is None else Said("doubt.year", {"year": last.year})
        known = {of: (fact, last.row) for of, fact in last.facts.items()}
        return tell(compiled.reader.doubts.since(values.row, year, known), document, values.notes, first_path)
