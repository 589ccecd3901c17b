"""What a batch's units lost, item by item: points not reached. More than full marks makes up for none."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.expr.numbers import added
from kaohe.results.batch_figures import BatchLosses, Loss
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Heading, Summary

NOTHING = Fraction(0)
LARGEST = 3
"""So many losses of single items are the largest; those that are as large go with them."""


def batch_losses(summary: Summary) -> BatchLosses:
    """The losses of all units at the summary's stage; what is open is in no sum."""
    columns = [[lost_of(unit.items[place]) for unit in summary.units] for place in range(len(summary.items))]
    sums = [_decided(losses) for losses in columns]
    known = [lost for lost in sums if lost]
    largest = sorted(known, reverse=True)[:LARGEST]
    whole = added(known)
    items = tuple(
        Loss(item, tuple(losses), lost, _possible(losses), _share(lost, whole), lost in largest)
        for item, losses, lost in zip(summary.items, columns, sums, strict=True)
    )
    sections, start = [], 0
    for section, count in zip(summary.sections, summary.items_of, strict=True):
        sections.append(_together(section, items[start : start + count], len(summary.units), whole))
        start += count
    points = added(section.points for section in summary.sections)
    return BatchLosses(
        items=items,
        sections=tuple(sections),
        whole=_together(Heading("", "", "", points), items, len(summary.units), whole),
        most=tuple(
            max((one.score or NOTHING for one in losses), default=NOTHING) for losses in zip(*columns, strict=True)
        ),
    )


def lost_of(standing: ScoreRange) -> ScoreRange:
    """The points that are missing from full marks, none where there are more; open as far as the score is."""
    if not standing.scored:
        return standing
    points, low, high = standing.points, standing.low, standing.high
    if low is not None and low is high:  # most are decided
        return ScoreRange.at(points, NOTHING if low == points else max(points - low, NOTHING))
    least = NOTHING if high is None else max(points - high, NOTHING)
    return ScoreRange(points, least, None if low is None else max(points - low, NOTHING))


def _decided(losses: Sequence[ScoreRange]) -> Fraction | None:
    """What is lost for certain to the last point; None where all is open."""
    known = [score for one in losses if (score := one.score) is not None]
    return added(known) if known else None


def _possible(losses: Sequence[ScoreRange]) -> Fraction:
    return added(one.points for one in losses if one.score is not None)


def _share(lost: Fraction | None, whole: Fraction) -> Fraction | None:
    return lost / whole if lost is not None and whole else None


def _together(heading: Heading, items: Sequence[Loss], units: int, whole: Fraction) -> Loss:
    """The losses on several items, each unit's added up."""
    known = [item.lost for item in items if item.lost is not None]
    lost = added(known) if known else None
    return Loss(
        heading,
        losses=tuple(_sum([item.losses[place] for item in items]) for place in range(units)),
        lost=lost,
        possible=added(item.possible for item in items),
        share=_share(lost, whole),
    )


def _sum(losses: Sequence[ScoreRange]) -> ScoreRange:
    points, low = added(one.points for one in losses), added(one.low or NOTHING for one in losses)
    if all(one.low is one.high for one in losses):
        return ScoreRange.at(points, low)
    highs = [one.high for one in losses if one.high is not None]
    return ScoreRange(points, low, added(highs) if len(highs) == len(losses) else None)
