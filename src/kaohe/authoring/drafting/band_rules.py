"""90%以上得5分，80%至90%得3分: rules of the type `tiered`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.adjoining_bands import adjoin, next_below, upper_or_lower
from kaohe.authoring.drafting.all_of_it import all_of_it
from kaohe.authoring.drafting.asked import bound, is_count, measured
from kaohe.authoring.drafting.band_shapes import Stretch, of_another, shaped
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.open_edges import edge_readings, open_edges
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import Range, range_of, whole
from kaohe.authoring.drafting.sense_checks import uneven
from kaohe.authoring.drafting.several_numbers import averages

_LOWEST = Decimal("-Infinity")
_FALLING = re.compile(r"(?:出现|为|有)?(?:负增长|下降|减少|降低|下滑|负数|低于上年)(?:的|者)*")
_NONE = re.compile(r"(?:未|没有|没|无)(.{2,6}?)(?:的|者)*")
"""未开展的, after 开展督查1次得1分."""
_HIGHEST = Decimal("Infinity")


def bands(item: Item, part: Part, rule: Rule) -> Rule:
    """Each stretch of a number with its points; together without a gap."""
    events = [move for move in part.moves[1:] if _is_event(move, part.moves[0])]
    stretches: list[Stretch] = []
    rest = False
    moves = [move for move in part.moves if move not in events]
    for move in moves:
        if move.outcome.kind not in ("award", "full", "zero"):
            raise NotRead("why-unread", words=item.clause(part))
        given = Decimal(0) if move.outcome.kind == "zero" else move.outcome.points or rule["points"]
        stretch = range_of(move.when) or (all_of_it(move.when) if move is moves[0] else None)
        if move.outcome.kind == "award" and conditions.ELSE.fullmatch(move.when) and move is moves[-1]:
            stretches.append((_below_all(item, part, stretches), given))
        elif move.outcome.kind == "zero" and _is_rest(move.when, stretches):
            rest = True
        elif stretch is None or rest:
            raise NotRead("why-number", words=item.clause_of(move))
        else:
            stretches.append((stretch, given))
    about = item.original(moves[0])
    gates = [f"not {item.facts.add(item.original(move), 'flag', about)}" for move in events]
    requires: Rule = {"requires": gates[0] if len(gates) == 1 else gates} if gates else {}
    return _tiered(item, part, {**rule, **requires}, shaped(stretches))


def _is_event(move: Move, first: Move) -> bool:
    """数据造假的不得分, beside stretches of a number."""
    return (
        move.outcome.kind == "zero"
        and range_of(move.when) is None
        and of_another(move.when, range_of(first.when), first.when)
    )


def _tiered(item: Item, part: Part, rule: Rule, found: Sequence[Stretch]) -> Rule:
    """The rule of all stretches with their points."""
    stretches, more = _open_above(_laddered(found))
    if any(one.exact and not whole(one) for one, _ in stretches) or len({one.unit for one, _ in stretches}) > 1:
        raise NotRead("why-number", words=item.clause(part))
    ordered = _without_gap(item, part, stretches)
    if uneven([given or Decimal(0) for _, given in ordered]):
        raise NotRead("why-levels")
    bands_of = [_band(one, given) for one, given in ordered]
    readings = upper_or_lower(item, [one for one, _ in ordered], bands_of)
    if more is not None:
        exactly = {"bands": [{**bands_of[0], "to": bound(more, ordered[0][0].unit)}, *bands_of[1:]]}
        readings.append(raised_readings.more(item, item.original(part.moves[0]), exactly))
    edges = open_edges([one for one, _ in found], [one for one, _ in ordered])
    if edges:
        named = next(place for place, (one, _) in enumerate(found) if one.low == ordered[edges[0]][0].low)
        readings += edge_readings(item, item.original(part.moves[named]), bands_of, edges)
    made = {**rule, "of": _of(item, part, found[0][0]), "bands": bands_of}
    return {**made, "readings": readings} if readings else made


def _of(item: Item, part: Part, first: Range) -> str:
    """The number of the stretches; how much was done of what was due, where the first says only that all of it was."""
    if all_of_it(part.moves[0].when) is None:
        return measured(item, first)
    what = conditions.cleaned(item.original(part.moves[0]))
    labels = {"part": item.say("done"), "whole": item.say("planned")}
    return f"{item.facts.add(what, 'ratio', labels=labels)}.rate"


def _below_all(item: Item, part: Part, stretches: Sequence[Stretch]) -> Range:
    """其余得3分: all below the lowest stretch, if nothing is above the highest."""
    lowest = min((one for one, _ in stretches), key=_low)
    if lowest.low is None or all(one.high is not None for one, _ in stretches):
        raise NotRead("why-gap", words=item.clause(part))
    return Range("", lowest.unit, high=lowest.low, high_in=not lowest.low_in, high_said=True)


def _open_above(stretches: Sequence[Stretch]) -> tuple[list[Stretch], Decimal | None]:
    """4次得6分，3次得4分: what is more than the most that is named counts as that; the number of which it is so."""
    ladder = [(one.low, given or Decimal(0)) for one, given in stretches if one.exact and is_count(one)]
    falling = all(
        high is not None and low is not None and high == low + 1 and more > less
        for (high, more), (low, less) in pairwise(ladder)
    )
    if len(ladder) < 2 or len(ladder) < len([one for one, _ in stretches if one.high is None]) or not falling:  # noqa: PLR2004
        return list(stretches), None
    return [(replace(one, exact=False), given) for one, given in stretches], ladder[0][0]


def _laddered(stretches: Sequence[Stretch]) -> list[Stretch]:
    """4次以上得6分，3次得4分，2次得2分: counts that follow one on another below an open one."""
    given = {one.low: points for one, points in stretches if one.low_in}
    top = max((one.low for one, _ in stretches if one.low is not None and not one.exact), default=None)
    made = []
    for one, points in stretches:
        above = given.get(one.low + 1) if one.low is not None and top is not None and one.low < top else None
        follows = one.exact and is_count(one) and above is not None and points is not None and points < above
        made.append((replace(one, exact=False) if follows else one, points))
    return made


def _is_rest(when: str, stretches: Sequence[Stretch]) -> bool:
    """Whether words mean all that the stretches leave: what is below zero, if they reach down to it."""
    falling = _FALLING.fullmatch(when) is not None and any(one.low == 0 for one, _ in stretches)
    none = _NONE.fullmatch(when)
    denied = none is not None and any(
        one.low == 1 and is_count(one) and none[1] in one.what for one in _named(stretches)
    )
    return falling or denied or conditions.ELSE.fullmatch(when) is not None


def _named(stretches: Sequence[Stretch]) -> list[Range]:
    """The stretches, each with the words for the number, which only the first one has."""
    what = stretches[0][0].what if stretches else ""
    return [replace(one, what=one.what or what) for one, _ in stretches]


def _without_gap(item: Item, part: Part, stretches: Sequence[Stretch]) -> list[Stretch]:
    """From the highest down; an open end reaches to the next stretch. Raises NotRead for a gap or an overlap."""
    found: list[Stretch] = []
    whole_things = not averages(next((one.what for one, _ in stretches if one.what), item.facts.title))
    for stretch, given in sorted(stretches, key=lambda one: (_low(one[0]), _high(one[0])), reverse=True):
        one = stretch
        if found:
            above = found[-1][0]
            high = above.low if one.high is None else one.high
            if adjoin(high, above.low):
                one = next_below(item, above, replace(one, high=high), whole=whole_things)
            elif high is None or high != above.low:
                raise NotRead("why-gap", words=item.clause(part))
            else:
                found[-1], one = _meeting(item, part, found[-1], (replace(one, high=high), given))
        found.append((one, given))
    return found


def _meeting(item: Item, part: Part, above: Stretch, lower: Stretch) -> tuple[Stretch, Range]:
    """Two stretches that meet at a number: it is in just one of them, as the words of either say.

    Where they do not, it is in the one that gives more, but for 以上, which has the number that it names.
    """
    upper, below = above[0], lower[0]
    if upper.low_said and below.high_said and upper.low_in == below.high_in:
        raise NotRead("why-gap", words=item.clause(part))
    if below.high_said and not upper.low_said:
        return (replace(upper, low_in=not below.high_in), above[1]), below
    unsaid = not (upper.low_said or upper.doubtful or below.high_said)
    if unsaid and (above[1] or Decimal(0)) < (lower[1] or Decimal(0)):
        return (replace(upper, low_in=False), above[1]), replace(below, high_in=True)
    return above, replace(below, high_in=not upper.low_in)


def _low(one: Range) -> Decimal:
    return _LOWEST if one.low is None else one.low


def _high(one: Range) -> Decimal:
    return _HIGHEST if one.high is None else one.high


def _band(stretch: Range, given: object) -> dict[str, Any]:
    return {**_sides(stretch), "points": given}


def _sides(stretch: Range) -> dict[str, Any]:
    sides: dict[str, Any] = {}
    if stretch.low is not None:
        sides["from" if stretch.low_in else "above"] = bound(stretch.low, stretch.unit)
    if stretch.high is not None:
        sides["to" if stretch.high_in else "below"] = bound(stretch.high, stretch.unit)
    return sides
