"""A unit's values -> the smallest change of each fact that adds points: found exactly, scored by the scorer itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from kaohe.analysis.improving.improvement_builder import Teller
from kaohe.analysis.improving.least_steps import Found, first
from kaohe.analysis.improving.movable_facts import Movable, movables
from kaohe.analysis.improving.recount import Measure
from kaohe.analysis.improving.worst_case import worst_case
from kaohe.backends.bounds import Interval, Missing
from kaohe.expr.numbers import int_if_whole
from kaohe.expr.tree import Expr
from kaohe.messages import Language
from kaohe.results.improvements import Improvement, Improvements, Undecided
from kaohe.results.sheet import Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.scoring.total_scores import TotalScorer
from kaohe.submission.gaps import Row, is_missing
from kaohe.submission.reader import Values

BUDGET = 600
"""Ranges that are looked at in each direction of one fact, so that no formula keeps a run waiting."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """A fact with another value, and the sheet that it gives."""

    movable: Movable
    value: Any
    sheet: Sheet


def improvements(scorer: Scorer, values: Values, language: Language, budget: int = BUDGET) -> Improvements:
    """Every fact's smallest change that adds points, those that lift a veto first, then by gain."""
    sheet, teller = scorer.score(values), Teller(scorer, values.row, language)
    vetoed, missed = teller.vetoed(sheet), tuple(teller.missed(scorer.missed(values)))
    if sheet.low is None:
        return Improvements(sheet, (), vetoed, (), missed)
    search = _Improving(scorer, values, sheet.low, TotalScorer(scorer.compiled, language), budget)
    told: list[Improvement] = []
    undecided: list[Undecided] = []
    for movable in sorted(movables(scorer.compiled.layout, values.row), key=search.order):
        found = search.least(movable)
        if isinstance(found, _Moved):
            told.append(teller.improvement(found.movable, found.value, sheet, found.sheet))
        elif found is not None:
            undecided.append(Undecided(teller.fact(movable), found))
    told.sort(key=lambda one: (not one.lifts_veto, -one.gain))
    return Improvements(sheet, tuple(told), vetoed, tuple(undecided), missed)


class _Improving:
    """The search over one unit's facts: what its whole is now, and what it is at most over a range of one fact."""

    def __init__(self, scorer: Scorer, values: Values, present: Fraction, standings: TotalScorer, budget: int) -> None:
        self._scorer = scorer
        self._compiled: CompiledRubric = scorer.compiled
        self._values = values
        self._row: Row = values.row
        self._present = present
        self._standings = standings
        self._budget = budget
        self._actual = self._worst = Measure(self._compiled, standings, self._row, values.judgements)
        missing = self._compiled.gaps(self._row)
        if missing:
            self._worst = self._actual.filled(worst_case(self._row, missing, self._compiled.optional, self._actual.low))

    def order(self, movable: Movable) -> int:
        """Where on the form a fact stands: at the first item that rests on it, if any does."""
        return next(iter(self._places(movable)), len(self._compiled.items))

    def least(self, movable: Movable) -> _Moved | int | None:
        """The smallest change that helps; None if none does, a number of steps if no more than these were looked at."""
        value = movable.value(self._row)
        others = movable.others(value)
        if others is not None:
            return self._best(self._moved(movable, other) for other in others if self._helps(movable, other))
        step, (down, up) = movable.step(value), movable.reach(value)
        rise = self._way(movable, step, up)
        fall = self._way(movable, -step, down if rise.least is None else min(down, rise.least))
        least = min((way.least for way in (rise, fall) if way.least is not None), default=None)
        open_ = [way.through for way, most in ((rise, up), (fall, down)) if way.through < min(most, least or most)]
        if open_:
            return min(open_)
        if least is None:
            return None
        signs = [sign for sign, way in ((1, rise), (-1, fall)) if way.least == least]
        return self._best(self._moved(movable, int_if_whole(value + sign * step * least)) for sign in signs)

    def _way(self, movable: Movable, step: Any, most: int) -> Found:
        """The search in one direction."""
        value, places = movable.value(self._row), self._places(movable)
        sound = self._conditions(movable)

        def promising(low: int, high: int) -> bool:
            sides = sorted((value + step * low, value + step * high))
            span = Missing(Interval(*map(int_if_whole, sides)))
            if any(self._standings.holds(one, movable.put(self._row, span), {}) is False for one in sound):
                return False
            reached = self._worst.whole(movable.put(self._worst.row, span), places).high
            return reached is None or reached > self._present

        return first(
            most, promising, lambda steps: self._helps(movable, int_if_whole(value + step * steps)), self._budget
        )

    def _helps(self, movable: Movable, value: Any) -> bool:
        """Whether the reader takes the value and the whole is worth more with it."""
        row = movable.put(self._row, value)
        low = self._actual.whole(row, self._places(movable)).low
        return low is not None and low > self._present

    def _moved(self, movable: Movable, value: Any) -> _Moved:
        row = movable.put(self._row, value)
        return _Moved(movable, value, self._scorer.score(replace(self._values, row=row)))

    def _best(self, moved: Iterator[_Moved]) -> _Moved | None:
        """The one that gains most, of equal ones the first."""
        return max(moved, key=lambda one: self._present if one.sheet.low is None else one.sheet.low, default=None)

    def _places(self, movable: Movable) -> list[int]:
        """The items that rest on a fact."""
        start = movable.fact.start
        return [place for place, facts in enumerate(self._compiled.reads) if any(one.start == start for one in facts)]

    def _conditions(self, movable: Movable) -> list[Expr]:
        """What must hold of the fact for a row to be computed, as far as nothing else that it rests on is missing."""
        return [
            one.condition
            for one in self._compiled.divisions.every
            if movable.fact in one.facts and not any(is_missing(fact, self._row) for fact in one.facts)
        ]
