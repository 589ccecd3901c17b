"""What a batch's units lost, item by item: points not reached. More than full marks makes up for none."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.results.batch_figures import BatchLosses, Loss
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Heading, Summary

LARGEST = 3
"""So many losses of single items are the largest; those that are as large go with them."""


def batch_losses(summary: Summary) -> BatchLosses:
    """The losses of all units at the summary's stage; what is open is in no sum."""
    columns = [[lost_of(unit.items[place]) for unit in summary.units] for place in range(len(summary.items))]
    sums = [_decided(losses) for losses in columns]
    known = [lost for lost in sums if lost]
    largest = sorted(known, reverse=True)[:LARGEST]
    whole = sum(known, Fraction(0))
    items = tuple(
        Loss(item, tuple(losses), lost, _possible(losses), _share(lost, whole), lost in largest)
        for item, losses, lost in zip(summary.items, columns, sums, strict=True)
    )
    sections, start = [], 0
    for section, count in zip(summary.sections, summary.items_of, strict=True):
        sections.append(_together(section, items[start : start + count], len(summary.units), whole))
        start += count
    points = sum((section.points for section in summary.sections), Fraction(0))
    return BatchLosses(
        items=items,
        sections=tuple(sections),
        whole=_together(Heading("", "", "", points), items, len(summary.units), whole),
        most=tuple(
            max((one.score or Fraction(0) for one in losses), default=Fraction(0))
            for losses in zip(*columns, strict=True)
        ),
    )


def lost_of(standing: ScoreRange) -> ScoreRange:
    """The points that are missing from full marks, none where there are more; open as far as the score is."""
    if not standing.scored:
        return standing
    points, low, high = standing.points, standing.low, standing.high
    least = Fraction(0) if high is None else max(points - high, Fraction(0))
    return ScoreRange(points, least, None if low is None else max(points - low, Fraction(0)))


def _decided(losses: Sequence[ScoreRange]) -> Fraction | None:
    """What is lost for certain to the last point; None where all is open."""
    known = [one.score for one in losses if one.score is not None]
    return sum(known, Fraction(0)) if known else None


def _possible(losses: Sequence[ScoreRange]) -> Fraction:
    return sum((one.points for one in losses if one.score is not None), Fraction(0))


def _share(lost: Fraction | None, whole: Fraction) -> Fraction | None:
    return lost / whole if lost is not None and whole else None


def _together(heading: Heading, items: Sequence[Loss], units: int, whole: Fraction) -> Loss:
    """The losses on several items, each unit's added up."""
    known = [item.lost for item in items if item.lost is not None]
    lost = sum(known, Fraction(0)) if known else None
    return Loss(
        heading,
        losses=tuple(_sum([item.losses[place] for item in items]) for place in range(units)),
        lost=lost,
        possible=sum((item.possible for item in items), Fraction(0)),
        share=_share(lost, whole),
    )


def _sum(losses: Sequence[ScoreRange]) -> ScoreRange:
    highs = [one.high for one in losses if one.high is not None]
    return ScoreRange(
        points=sum((one.points for one in losses), Fraction(0)),
        low=sum((one.low or Fraction(0) for one in losses), Fraction(0)),
        high=sum(highs, Fraction(0)) if len(highs) == len(losses) else None,
    )
