"""3-4人 below 5人以上, 80%-89% below 90%以上: bands that follow one on another though a number lies between them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import raised_readings
from kaohe.authoring.drafting.asked import is_count, written
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.ranges import Range

_STEPS = (Decimal(1), Decimal("0.1"), Decimal("0.01"))


def adjoin(high: Decimal | None, low: Decimal | None) -> bool:
    """Whether one stretch ends just before another begins, be it by a tenth: 60%—64.9% below 65%."""
    if high is None or low is None or low <= high:
        return False
    return low - high in _STEPS and (low - high == 1 or high != high.to_integral_value())


def next_below(item: Item, above: Range, below: Range, *, whole: bool) -> Range:
    """A stretch that ends one before another: of whole things there is nothing between; else it reaches up to it."""
    if whole and is_count(below):
        return replace(below, high_in=True)
    if is_count(below):  # of an average of 60天以内 and 61—75天 nobody says where 60.5 belongs
        raise NotRead("why-gap")
    item.known.append(_unsaid(item, below))
    return replace(below, high=above.low, high_in=not above.low_in, doubtful=_end(below))


_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


def _end(below: Range) -> str:
    return written(below.high or Decimal(0), below.unit)


def _unsaid(item: Item, below: Range) -> Rule:
    """The end of a stretch, which its band does not have."""
    return {"problem": "number-not-in-rule", "words": _end(below), "reason": item.say("up-to-next")}


def upper_or_lower(item: Item, stretches: Sequence[Range], bands: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Where a number between two bands belongs: to the lower one, or to the upper one."""
    ends = [place for place, one in enumerate(stretches) if _NUMBER.fullmatch(one.doubtful)]
    if not ends:
        return []
    changed = [dict(one) for one in bands]
    for place in ends:
        end = stretches[place].doubtful
        value: Any = end if "%" in end else Decimal(end)
        changed[place] = {key: one for key, one in changed[place].items() if key not in ("to", "below")} | {"to": value}
        upper = {key: one for key, one in changed[place - 1].items() if key not in ("from", "above")}
        changed[place - 1] = {"above": value, **upper}
    return [raised_readings.adjoining(item, stretches[ends[0]].doubtful, {"bands": changed})]
