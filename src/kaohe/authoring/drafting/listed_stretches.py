"""执行率低于80%、70%、60%的，分别扣1分、2分、3分: ends of one number, of which only the last that is passed counts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting.asked import formula, measured
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.ranges import Range, range_of
from kaohe.authoring.drafting.several_numbers import several_numbers

_BARE = re.compile(r"[\d.]+(?P<unit>\D{0,6})")


def listed_stretches(
    item: Item, move: Move, named: Sequence[str], amounts: Sequence[Decimal]
) -> list[dict[str, Any]] | None:
    """An entry for each stretch between two ends; None where things are listed, and no numbers.

    Raises NotRead where bare numbers are no ends that go on in one way, as points do.
    """
    if not any(_BARE.fullmatch(one) for one in named[1:]):
        return None
    first = range_of(named[0])
    ends = None if first is None else _ends(first, named)
    if first is None or ends is None or len(amounts) != len(named) or several_numbers(first.what):
        raise NotRead("why-list", words=item.clause_of(move))
    down = first.low is None
    if ends != sorted(set(ends), reverse=down) or list(amounts) != sorted(set(amounts)):
        raise NotRead("why-list", words=item.clause_of(move))
    name = measured(item, first)
    found = [_stretch(first, end, beyond) for end, beyond in zip(ends, [*ends[1:], None], strict=True)]
    return [{"when": formula(name, one), "once": points} for one, points in zip(found, amounts, strict=True)]


def _ends(first: Range, named: Sequence[str]) -> list[Decimal] | None:
    """The numbers; None where they are not ends of the same kind."""
    end = first.high if first.low is None else first.low
    if end is None or (first.low is not None and first.high is not None) or first.exact or first.doubtful:
        return None
    found = [range_of(one) for one in named[1:]]
    values = [one.low for one in found if one is not None and one.unit in (first.unit, "") and not one.what]
    return [end, *(one for one in values if one is not None)] if len(values) == len(named) - 1 else None


def _stretch(first: Range, end: Decimal, beyond: Decimal | None) -> Range:
    """From one end to the next."""
    if first.low is None:
        return replace(first, high=end, low=beyond, low_in=not first.high_in)
    return replace(first, low=end, high=beyond, high_in=not first.low_in)
