"""Between which places units stand while some scores are open."""

from collections.abc import Sequence

from kaohe.results.score_range import ScoreRange, Side

RankSpan = tuple[int, int] | None
"""The best place that a unit can have and the worst; the same where it is decided. None where it has no score."""


def rank_spans(standings: Sequence[ScoreRange]) -> list[RankSpan]:
    """Units of one score share a place, and the next place counts them all."""
    scored = [one for one in standings if one.scored]
    return [_span(one, scored) if one.scored else None for one in standings]


def _span(own: ScoreRange, everyone: Sequence[ScoreRange]) -> tuple[int, int]:
    others = [one for one in everyone if one is not own]
    surely = sum(_above(one.low, own.high) for one in others)
    perhaps = sum(not _at_most(one.high, own.low) for one in others)
    return surely + 1, perhaps + 1


def _above(low: Side, high: Side) -> bool:
    """Whether a lowest score lies above a highest; one without end never does."""
    return low is not None and high is not None and low > high


def _at_most(high: Side, low: Side) -> bool:
    return high is not None and low is not None and high <= low
