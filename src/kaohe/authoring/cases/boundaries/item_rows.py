"""The rows of facts at which an item is to be looked at: the best, and what differs from it at an edge."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from kaohe.authoring.cases.boundaries.begun_row import Row, put
from kaohe.authoring.cases.boundaries.best_row import best_row
from kaohe.authoring.cases.boundaries.fact_rows import CaseRow, FactRows
from kaohe.authoring.cases.boundaries.item_course import ItemCourse
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE

MOST_PAIRED = 10
"""Of more facts, not every two are tried together."""


class ItemRows:
    """Those of one item."""

    def __init__(self, course: ItemCourse, common: Row) -> None:
        """`common` is a row that holds what is known for all units, and nothing else."""
        self._course = course
        self._layout = course.compiled.layout
        self.best = best_row(course, common)
        self._own = tuple(fact for fact in course.facts if common[fact.start] is None)
        self._single = FactRows(course, self.best, self._own)

    def rows(self) -> tuple[CaseRow, ...]:
        """Each row once, the best first, then fact by fact."""
        found: dict[Row, CaseRow] = {self.best: CaseRow(self.best, "best")}
        single = [one for fact in self._own for one in self._single.of(fact)]
        for one in (*single, *self._in_other_contexts(single), *self._together(), *self._unsaid()):
            found.setdefault(one.row, one)
        return tuple(found.values())

    def _in_other_contexts(self, single: list[CaseRow]) -> Iterator[CaseRow]:
        """Edges of a fact that are there only while another one has not its best value."""
        contexts = [one for one in single if one.why == "other"]
        losing = self._single.losing.items()
        contexts += [CaseRow(row, "edge", (self._layout.at(start),)) for start, row in losing]
        seen = {_values(fact, one.row) for one in single for fact in one.facts}
        for context in contexts:
            for fact in self._own:
                if fact in context.facts:
                    continue
                for one in self._single.fields(fact, context.row):
                    if one.why == "edge" and _values(fact, one.row) not in seen:
                        seen.add(_values(fact, one.row))
                        yield CaseRow(one.row, "edge", (*context.facts, fact))

    def _together(self) -> Iterator[CaseRow]:
        """Rows in which two facts do together what they do not do each alone, and the one in which all cost most."""
        every = [(fact, one) for fact in self._own if (one := self._slightest(fact)) is not None]
        lost, gone = self._single.lost, set[Row]()
        for (first, row), (second, other) in combinations(every[:MOST_PAIRED], 2):
            both = put(row, second, _values(second, other), self._layout)
            if lost(both) != lost(row) + lost(other) and not self._covered(both, row, other, gone):
                yield CaseRow(both, "several", (first, second))
        if len(self._single.losing) > 1:
            yield self._worst()

    def _covered(self, both: Row, row: Row, other: Row, gone: set[Row]) -> bool:
        """Whether one of two costs all that both do, and that has been seen beside another fact."""
        more = max(row, other, key=self._single.lost)
        if self._single.lost(both) != self._single.lost(more):
            return False
        known = more in gone
        gone.add(more)
        return known

    def _slightest(self, fact: Fact) -> Row | None:
        """The row in which a fact costs least; where it costs nothing by itself, one in which it is otherwise."""
        others = (one.row for one in self._single.fields(fact, self.best) if one.why == "other")
        return self._single.losing.get(fact.start) or next(others, None)

    def _worst(self) -> CaseRow:
        """Each fact in turn at the value that costs most."""
        row: Row = self.best
        changed: list[Fact] = []
        for fact in self._own:
            tried = [one.row for one in (*self._single.fields(fact, row), *self._single.members(fact))]
            rows = [put(row, fact, _values(fact, one), self._layout) for one in tried]
            worst = max(rows, key=self._badly, default=row)
            if self._badly(worst) > self._badly(row):
                row, changed = worst, [*changed, fact]
        return CaseRow(row, "worst", tuple(changed))

    def _badly(self, row: Row) -> tuple[Fraction, Fraction]:
        """What a row costs, and how much is asked for, though no more may be left to take."""
        score, dues = self._course.seen(row)
        asked = (due for one in dues for due in ([part[1] for part in one] if isinstance(one, list) else [one]))
        return self._single.lost(row), Fraction(0) if score is None else sum(map(Fraction, asked), Fraction(0))

    def _unsaid(self) -> Iterator[CaseRow]:
        """Each fact missing; each not applicable that may be, with those that apply only with it, and all of these."""
        for fact in self._own:
            yield CaseRow(put(self.best, fact, [None] * fact.width(), self._layout), "missing", (fact,))
        optional = [fact for fact in self._own if not self._course.compiled.optional.isdisjoint(fact.keys())]
        groups = [[one for one in optional if fact.group and one.group == fact.group] or [fact] for fact in optional]
        for group in (*groups, *([optional] if len(groups) > 1 else [])):
            row = self.best
            for one in group:
                row = put(row, one, [NOT_APPLICABLE] * one.width(), self._layout)
            yield CaseRow(row, "inapplicable", tuple(group))


def _values(fact: Fact, row: Row) -> Row:
    """What a row has at the places of a fact."""
    return row[fact.start : fact.start + fact.width()]
