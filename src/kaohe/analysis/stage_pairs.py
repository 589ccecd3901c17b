"""Each unit at the stage that it began with and at a later one, and the items whose scores were changed."""

from fractions import Fraction

from kaohe.results.batch_figures import ChangedItem, StagePair
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Ranked, Summary, UnitScore, ranking, ranks


def stage_pairs(summary: Summary) -> tuple[StagePair, ...]:
    """None where the units began with the summary's own stage."""
    if not summary.first:
        return ()
    both = zip(summary.units, summary.first, ranks([unit.total for unit in summary.first]), strict=True)
    before = {now.path: (first, rank) for now, first, rank in both}
    found = [_pair(summary, one, *before[one.unit.path]) for one in ranking(summary.units)]
    return tuple(sorted(found, key=lambda pair: pair.difference is None))


def changed_items(summary: Summary) -> tuple[ChangedItem, ...]:
    """Those changed for most units first, then those that lost most by it."""
    pairs = list(zip(summary.first, summary.units, strict=bool(summary.first)))
    found = []
    for place, item in enumerate(summary.items):
        moved = [by for old, new in pairs if (by := difference(old.items[place], new.items[place]))]
        if moved:
            found.append(ChangedItem(item, len(moved), sum(moved, Fraction(0))))
    return tuple(sorted(found, key=lambda one: (-one.units, one.points)))


def difference(before: ScoreRange, after: ScoreRange) -> Fraction | None:
    """By how much a score moved; None while either is open."""
    return None if before.score is None or after.score is None else after.score - before.score


def _pair(summary: Summary, ranked: Ranked, first: UnitScore, old_rank: int | None) -> StagePair:
    now = ranked.unit
    items = [difference(*both) for both in zip(first.items, now.items, strict=True)]
    moved = [(item, by) for item, by in zip(summary.items, items, strict=True) if by]
    return StagePair(
        first=first,
        now=now,
        old_rank=old_rank,
        new_rank=ranked.rank,
        difference=difference(first.total, now.total),
        differences=tuple(difference(*both) for both in zip(first.sections, now.sections, strict=True)),
        moved=tuple(sorted(moved, key=lambda entry: -abs(entry[1]))),
        unknown=None in items,
    )
