"""Stretches of one number as a clause means them, where their words say less: nested ones, and ends that adjoin."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.adjoining_bands import adjoin
from kaohe.authoring.drafting.ranges import Range

Stretch = tuple[Range, Decimal | None]
"""A stretch with its points."""
_LEFT = re.compile(r"(?:未|没有?|不|达不)(?:达标|达到?|完成|合格|满足?)?(?:要求|目标|标准|任务|以上)*(?:的|者)*")

_COMPARES = re.compile(r"增|减|升|降|持平|下滑|上年|去年|同比")


def shaped(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches, each with the ends that the others show."""
    return _nested(_closed(stretches))


def _closed(stretches: Sequence[Stretch]) -> list[Stretch]:
    """61—75天, 76—90天, 90天以上: where one ends at 75 and the next begins at 76, both ends are inside."""
    lows = {one.low for one, _ in stretches}
    ends = [one.high for one, _ in stretches if one.high not in lows]
    if not any(adjoin(end, low) for end in ends for low in lows):
        return list(stretches)
    return [
        (replace(one, high_in=True, high_said=True) if None not in (one.low, one.high) else one, given)
        for one, given in stretches
    ]


def _nested(stretches: Sequence[Stretch]) -> list[Stretch]:
    """低于60%得3分，低于40%不得分: the first reaches down to where the next begins."""
    below = [(one, given) for one, given in stretches if one.low is None and one.high is not None]
    falling = all(
        (one.high or 0) > (other.high or 0) and (given or 0) > (less or 0)
        for (one, given), (other, less) in pairwise(below)
    )
    if len(below) < 2 or not falling:  # noqa: PLR2004 - one alone is nested in nothing
        return list(stretches)
    ends = {id(one): other for (one, _), (other, _) in pairwise(below)}
    return [
        (replace(one, low=ends[id(one)].high, low_in=not ends[id(one)].high_in) if id(one) in ends else one, given)
        for one, given in stretches
    ]


def of_another(when: str, first: Range | None, words: str) -> bool:
    """Whether words that give nothing speak of an event, and not of what the stretches leave: 数据造假的不得分."""
    if first is None or _COMPARES.search(when + words) or (conditions.denies(when) and first.unit != "%"):
        return False
    if conditions.ELSE.fullmatch(when) or _LEFT.fullmatch(when) or conditions.opposite(when, words):
        return False
    return not conditions.says_more(when) and not re.search(r"\d", when)
