"""What other readings change in a batch: whose total, by how much, and whose rank."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.analysis.stage_pairs import difference
from kaohe.results.batch_figures import ReadingEffect, UnitEffect
from kaohe.results.summary import Summary, Switched, ranks


def rank_effects(summary: Summary) -> tuple[ReadingEffect, ...]:
    """The alternatives that change some total: those that move most ranks first, then those that move most points."""
    now = ranks([unit.total for unit in summary.units])
    found = [_effect(summary, one, now) for one in summary.switched]
    telling = [one for one in found if one.changed]
    return tuple(sorted(telling, key=lambda one: (-len(one.moves), -abs(one.total or Fraction(0)))))


def _effect(summary: Summary, switched: Switched, now: Sequence[int | None]) -> ReadingEffect:
    then = zip(summary.units, switched.totals, now, ranks(switched.totals), strict=True)
    units = [UnitEffect(unit, total, difference(unit.total, total), old, new) for unit, total, old, new in then]
    concerned = [one for one in units if one.changed or one.moved]
    return ReadingEffect(switched, tuple(sorted(concerned, key=lambda one: (one.old_rank is None, one.old_rank))))
