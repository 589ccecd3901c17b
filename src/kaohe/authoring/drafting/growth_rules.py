"""增长5%以上得10分，增长5%以下得6分，下降不得分: bands of a number's growth, of the type `tiered`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.asked import changed
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.growth import Growth, growth_of
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.open_edges import edge_readings
from kaohe.authoring.drafting.parts import Part

_SAID = re.compile(r"含|不足|超过|低于|高于|不满|不到|及以[上下内]|不低于|大于|小于|达到|[≥≤<>]")
"""Words that say whether the number itself is inside."""
Band = tuple[Growth, Decimal]


def is_growth(part: Part) -> bool:
    """Whether its moves speak of growth, some with numbers and some without or to the other side."""
    found = [growth_of(move.when) for move in part.moves if not conditions.ELSE.fullmatch(move.when)]
    if len(found) < 2 or not all(found):  # noqa: PLR2004 - a band alone is a condition
        return False
    known = [one for one in found if one is not None]
    sides = {one.down for one in known}
    return any(one.numbered for one in known) and (len(sides) > 1 or not all(one.numbered for one in known))


_WITHIN = re.compile(r"以内|之内")
_FROM = re.compile(r"(?<![及其])以上(?!\(不?含)")


def growth(item: Item, part: Part, rule: Rule) -> Rule:
    """Each stretch of growth with its points, from the highest down."""
    found: list[Band] = []
    for move in part.moves:
        kind = move.outcome.kind
        if kind not in ("award", "full", "zero"):
            raise NotRead("why-unread", words=item.clause_of(move))
        given = Decimal(0) if kind == "zero" else move.outcome.points or Decimal(rule["points"])
        said = growth_of(move.when)
        if said is not None:
            found.append((said, given))
        elif kind != "zero" or move is not part.moves[-1]:
            raise NotRead("why-number", words=item.clause_of(move))
    what = found[0][0].what
    if any(one.what not in ("", what) for one, _ in found) or conditions.says_more(what):
        raise NotRead("why-number", words=item.clause(part))
    return _tiered(item, part, {**rule, "of": f"{changed(item, what or item.facts.title)}.growth"}, found)


def _tiered(item: Item, part: Part, rule: Rule, found: Sequence[Band]) -> Rule:
    ordered = sorted(found, key=_from_the_top, reverse=True)
    bounded = _bounded(ordered)
    flat = _checked(item, part, bounded)
    bands = [_band(one, given) for one, given in bounded]
    words = [part.moves[found.index(one)] for one in ordered]
    edges = [place for place in range(len(bounded) - 1) if _open(bounded[place][0], words[place : place + 2])]
    readings = edge_readings(item, item.original(words[edges[0]]), bands, edges) if edges else []
    made = {**rule, "bands": bands, **({"readings": readings} if readings else {})}
    if flat is None:
        return made
    one, given = bounded[flat]
    inside = {"bands": [*bands[:flat], _band(replace(one, low_in=True), given), *bands[flat + 1 :]]}
    move = part.moves[found.index(ordered[flat])]
    return {**made, "readings": [*readings, raised_readings.flat(item, item.original(move), inside)]}


def _open(above: Growth, moves: Sequence[Move]) -> bool:
    """Whether the number between two bands is named by both, and neither says that it is its own."""
    if not above.low:
        return False
    number = f"{abs(above.low):f}%"
    named = all(number in move.when for move in moves)
    within = [_WITHIN.search(move.when) is not None for move in moves]
    both = any(within) and any(_FROM.search(move.when) for move in moves)  # 10%以内 beside 10%以上
    return named and (both or not any(_SAID.search(move.when) for move in moves))


def _bounded(ordered: Sequence[Band]) -> list[Band]:
    """以上 beside 以内 of one number leaves the number to the one that says that it is inside."""
    made = list(ordered)
    for place, ((above, high), (below, low)) in enumerate(pairwise(ordered)):
        if above.low == below.high and above.low_in and below.high_in and above.doubtful != below.doubtful:
            if above.doubtful:
                made[place] = (replace(above, low_in=False), high)
            else:
                made[place + 1] = (replace(below, high_in=False), low)
    return made


def _from_the_top(band: Band) -> tuple[Decimal, bool]:
    low = band[0].low
    return (Decimal("-Infinity") if low is None else low, not band[0].low_in)


def _checked(item: Item, part: Part, ordered: Sequence[Band]) -> int | None:
    """Refuses gaps and overlaps; the place of the band above no growth, where nothing is said of that."""
    flat = None
    for place in range(len(ordered) - 1):
        above, below = ordered[place][0], ordered[place + 1][0]
        if above.low is None or above.low != below.high:
            raise NotRead("why-gap", words=item.clause(part))
        if above.low_in and below.high_in:
            raise NotRead("why-gap", words=item.clause(part))
        if not above.low_in and not below.high_in:
            if above.low != 0:
                raise NotRead("why-gap", words=item.clause(part))
            flat = place
    return flat


def _band(one: Growth, given: Decimal) -> dict[str, Any]:
    sides: dict[str, Any] = {}
    if one.low is not None:
        sides["from" if one.low_in else "above"] = f"{one.low:f}%"
    if one.high is not None:
        sides["to" if one.high_in else "below"] = f"{one.high:f}%"
    return {**sides, "points": given}
