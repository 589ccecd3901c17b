"""Everything that is to be doubted of a unit's row of facts, by one rubric."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any

from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.usual_ranges import ranges
from kaohe.problems import Said
from kaohe.rubric.model import Rubric
from kaohe.submission.doubts.compared_doubts import apart, since_last_year
from kaohe.submission.doubts.declared_conditions import Declared, declared
from kaohe.submission.doubts.doubt import About, Doubt
from kaohe.submission.doubts.reported_numbers import about, reported
from kaohe.submission.doubts.usual_doubts import own_doubts, whole


def compared(indicator: Indicator) -> bool:
    """Whether a fact may be doubted beside what it was before."""
    return indicator.plausible is None or indicator.plausible.asked


def expected(indicator: Indicator, *, usual: bool) -> bool:
    """Whether something is expected of a fact's own numbers, or of those of its parts."""
    parts = indicator.inside.values()
    own = bool(ranges(indicator, usual=usual)) or (usual and whole(indicator))
    return own or any(expected(part, usual=usual) for part in parts)


class Doubts:
    """What is expected of the facts of one rubric."""

    def __init__(self, rubric: Rubric, layout: RowLayout) -> None:
        self._rubric = rubric
        self._layout = layout
        self._facts = [fact for fact in layout.facts if fact.indicator.asked and compared(fact.indicator)]
        self._expected = [fact for fact in self._facts if expected(fact.indicator, usual=rubric.plausible)]

    @cached_property
    def _declared(self) -> tuple[Declared, ...]:
        return declared(self._rubric, self._layout)

    def find(self, row: Sequence[Any]) -> Iterator[Doubt]:
        """All doubts about a row, by fact in the form's order and then by condition."""
        for fact in self._expected:
            for one in reported(fact, row):
                yield from own_doubts(one, usual=self._rubric.plausible)
        for condition in self._declared:
            yield from condition.doubts(row)

    def changed(self, facts: AbstractSet[About], after: Sequence[Any], before: Sequence[Any] | None) -> Iterator[Doubt]:
        """Those about a later row that rest on one of some changed facts; and about the change, beside a row before."""
        if before is not None and self._rubric.plausible:
            for fact in self._facts:
                if about(fact) in facts:
                    yield from apart(fact, before, after)
        for one in self.find(after):
            if not one.facts.isdisjoint(facts) and not (before is not None and self._kept(one, before, after)):
                yield one

    def _kept(self, doubt: Doubt, before: Sequence[Any], after: Sequence[Any]) -> bool:
        """Whether it is about a member of a list that has stayed as it was."""
        fact = next(fact for fact in self._layout.facts if about(fact) == doubt.about)
        old = before[fact.start]
        if not fact.indicator.list or not doubt.inside or not isinstance(old, tuple):
            return False
        return any(one in old for one in after[fact.start] if one[0] == doubt.inside[0])

    def since(
        self, row: Sequence[Any], year: Said, known: Mapping[About, tuple[Fact, Sequence[Any]]]
    ) -> Iterator[Doubt]:
        """Those about a row beside what the unit reported in an earlier year: each fact then, and the row it was in."""
        for fact in self._facts:
            if self._rubric.plausible and about(fact) in known:
                yield from since_last_year(fact, row, known[about(fact)], year)
