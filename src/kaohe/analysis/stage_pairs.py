"""Each unit at the stage that it began with and at a later one, and the items whose scores were changed."""

from collections import Counter
from fractions import Fraction

from kaohe.results.batch_figures import ChangedItem, StagePair
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, UnitScore, ranking, ranks


def stage_pairs(summary: Summary) -> tuple[StagePair, ...]:
    """None where the units began with the summary's own stage.

    Both ranks are among the same units: those that have a score at this stage and, before it, at that with which the
    form begins for most. Of others there is no rank.
    """
    if not summary.first:
        return ()
    both = {now.path: (first, now) for now, first in zip(summary.units, summary.first, strict=True)}
    alike = {path: pair for path, pair in both.items() if _comparable(*pair, _usual(summary))}
    old, new = (dict(zip(alike, ranks([pair[side].total for pair in alike.values()]), strict=True)) for side in (0, 1))
    ordered = [both[one.unit.path] for one in ranking(summary.units)]
    found = [_pair(summary, first, now, old.get(now.path), new.get(now.path)) for first, now in ordered]
    return tuple(sorted(found, key=lambda pair: pair.difference is None))


def _usual(summary: Summary) -> str:
    """The stage with which most units begin, of those before the summary's own."""
    begun = Counter(one.stage for one in summary.first if one.stage != summary.stage)
    return max(begun, key=lambda stage: begun[stage], default="")


def _comparable(first: UnitScore, now: UnitScore, usual: str) -> bool:
    return first.stage == usual and difference(first.total, now.total) is not None


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


def _pair(summary: Summary, first: UnitScore, now: UnitScore, old_rank: int | None, new_rank: int | None) -> StagePair:
    items = [difference(*both) for both in zip(first.items, now.items, strict=True)]
    moved = [(item, by) for item, by in zip(summary.items, items, strict=True) if by]
    return StagePair(
        first=first,
        now=now,
        old_rank=old_rank,
        new_rank=new_rank,
        difference=difference(first.total, now.total),
        differences=tuple(difference(*both) for both in zip(first.sections, now.sections, strict=True)),
        moved=tuple(sorted(moved, key=lambda entry: -abs(entry[1]))),
        unknown=None in items,
    )
