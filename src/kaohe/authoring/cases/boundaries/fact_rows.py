"""Rows that differ from the best one in a single fact: beside its edges, of another choice, with other members."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kaohe.analysis.improving.movable_facts import Movable, limits
from kaohe.authoring.cases.boundaries.begun_row import Row, first_fields, lists, put, sized, spots
from kaohe.authoring.cases.boundaries.course import Course
from kaohe.authoring.cases.boundaries.edges import Edges
from kaohe.authoring.cases.boundaries.fact_values import DIVISORS, step, values
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree_questions import inputs

Why = Literal["best", "edge", "other", "members", "none", "inapplicable", "missing", "several", "worst"]
MOST_MEMBERS = 24


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A row, why it is looked at, and the facts in which it differs from the best one."""

    row: Row
    why: Why
    facts: tuple[Fact, ...] = ()


class FactRows:
    """Those of one item; `losing` are the rows in which each fact costs least, as far as they have been made."""

    def __init__(self, course: Course, best: Row, own: tuple[Fact, ...]) -> None:
        """`own` are the facts that a unit reports itself."""
        self._course, self.best, self._own = course, best, own
        self._layout = course.compiled.layout
        self.losing: dict[int, Row] = {}

    def of(self, fact: Fact) -> Iterator[CaseRow]:
        """All of one fact."""
        for one in self.fields(fact, self.best):
            yield one
            self._note(fact, one.row)
        for one in self.members(fact):
            yield one
            self._note(fact, one.row)

    def lost(self, row: Row) -> Fraction:
        """What a row costs; nothing where it can't be scored."""
        best, score = self._course.score(self.best), self._course.score(row)
        return Fraction(0) if best is None or score is None else best - score

    def _note(self, fact: Fact, row: Row) -> None:
        """Keep the row in which a fact costs least, of several the one that is nearest to the best."""
        if self.lost(row) > 0:
            known = self.losing.get(fact.start, row)
            self.losing[fact.start] = min(known, row, key=lambda one: (self.lost(one), self._far(fact, one)))

    def _far(self, fact: Fact, row: Row) -> Fraction:
        """How far the fact is from where it is in the best row."""
        pairs = [
            (spot.value(row), spot.value(self.best))
            for spot in spots(fact)
            if row[fact.start] and self.best[fact.start]
        ]
        numbers = (abs(one - best) for one, best in pairs if _measured(one) and _measured(best))
        return sum(map(Fraction, numbers), Fraction(0))

    def fields(self, fact: Fact, row: Row) -> Iterator[CaseRow]:
        """Rows with another value of one field."""
        if row[fact.start] in (NOT_APPLICABLE, ()):
            return
        for spot in spots(fact):
            if spot.indicator.kind in ("flag", "choice", "year"):
                others = (one for one in values(spot, self._course.constants) if one != spot.value(row))
                yield from (CaseRow(spot.put(row, one), "other", (fact,)) for one in others)
            elif not spot.field_name().endswith("reason"):
                yield from (CaseRow(spot.put(row, one), "edge", (fact,)) for one in self._edges(spot, row))

    def _edges(self, spot: Movable, row: Row) -> Iterator[object]:
        """The values beside an edge, and zero; of what others are divided by only zero, where it is not read alone."""
        low, _ = limits(spot.indicator)
        if not self._only_divides(spot):
            yield from Edges(self._course, spot, row).values()
        if low <= 0 and spot.indicator.kind not in ("date", "month") and 0 % step(spot) == 0:
            yield 0

    def _only_divides(self, spot: Movable) -> bool:
        """Whether a field is the base of another one, wherever it is read."""
        name = spot.field_name()
        if name.rpartition(".")[2] not in DIVISORS:
            return False
        key = spot.fact.field_keys()[spot.field]
        whole = key.rpartition(".")[0]
        beside = (inputs(turn.number) for turn in self._course.turns)
        return all(any(one.startswith(f"{whole}.") and one != key for one in read) for read in beside if key in read)

    def members(self, fact: Fact) -> Iterator[CaseRow]:
        """Rows with other members in a list: none, and as many as cost something, until no more makes a difference."""
        if not fact.indicator.list or self.best[fact.start] is NOT_APPLICABLE:
            return
        if fact in lists(self._own):
            yield CaseRow(put(self.best, fact, ((),), self._layout), "none", (fact,))
            yield from self._more(fact, ())
        losing = self.losing.get(fact.start)
        if losing is not None and losing[fact.start]:
            yield from self._more(fact, losing[fact.start][0][1:])

    def _more(self, fact: Fact, like: tuple[object, ...]) -> Iterator[CaseRow]:
        """Ever more members that are all the same, as long as the score changes, and one more."""
        free, number = fact in lists(self._own), 1
        start = put(self.best, fact, ((),), self._layout) if like and free else self.best
        before: object = self._course.score(start)
        most = MOST_MEMBERS if free else len(self.best[fact.start])
        while number <= most:
            if free:
                row = sized(start, fact, number, self._layout, like or first_fields(fact, self._course.constants))
            else:
                kept = self.best[fact.start]
                members = tuple((one[0], *like) if at < number else one for at, one in enumerate(kept))
                row = put(self.best, fact, (members,), self._layout)
            score = self._course.score(row)
            yield CaseRow(row, "members", (fact,))
            if score == before:
                return
            before, number = score, number + 1


def _measured(value: object) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)
