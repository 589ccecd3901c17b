"""What other readings change in a batch: whose total, by how much, and whose rank."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.analysis.stage_pairs import difference
from kaohe.results.batch_figures import ReadingEffect, UnitEffect
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, Switched, UnitScore, ranks


def rank_effects(summary: Summary) -> tuple[ReadingEffect, ...]:
    """The alternatives that change some total: those that move most ranks first, then those that move most points."""
    units = summary.units
    now = ranks([unit.total for unit in units])
    other = [one for one in summary.switched if any(map(_differs, units, one.totals))]
    found = [_effect(summary, one, now) for one in other]
    return tuple(sorted(found, key=lambda one: (-len(one.moves), -abs(one.total or Fraction(0)))))


def _effect(summary: Summary, switched: Switched, now: Sequence[int | None]) -> ReadingEffect:
    then = zip(summary.units, switched.totals, now, ranks(switched.totals), strict=True)
    concerned = [
        UnitEffect(unit, total, difference(unit.total, total), old, new)
        for unit, total, old, new in then
        if old != new or _differs(unit, total)
    ]
    return ReadingEffect(switched, tuple(sorted(concerned, key=lambda one: (one.old_rank is None, one.old_rank))))


def _differs(unit: UnitScore, then: ScoreRange) -> bool:
    """Whether a unit's total is another then; most stay the very same."""
    total = unit.total
    return then is not total and (then.low, then.high) != (total.low, total.high)
