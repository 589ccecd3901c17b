"""90%-95%得4分，80%-90%得2分: a number that two bands name, and neither says that it is its own."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting.asked import written
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.ranges import Range

_FLIPPED: Mapping[str, tuple[str, str]] = {"from": ("above", "to"), "above": ("from", "below")}
"""The lower end of a band, and what it and the upper end of the band below it are otherwise."""


def open_edges(found: Sequence[Range], ordered: Sequence[Range]) -> list[int]:
    """Places of bands whose lower end is so; `found` are the stretches as the words have them."""
    lows = {one.low for one in found if one.low is not None and not one.low_said and not one.exact}
    highs = {one.high for one in found if one.high is not None and not one.high_said and not one.exact}
    both = {one.low for one in found if one.doubtful and one.low_in} & {one.high for one in found if one.high_in}
    return [place for place, one in enumerate(ordered[:-1]) if one.low in (lows & highs) | (both - {None})]


def edge_readings(item: Item, words: str, bands: Sequence[Mapping[str, Any]], places: Sequence[int]) -> list[Any]:
    """Where such numbers belong: those of the upper band to the lower one, and those of the lower to the upper."""
    sides = {side: [one for one in places if side in bands[one]] for side in _FLIPPED}
    return [_reading(item, words, bands, side, of) for side, of in sides.items() if of]


def _reading(item: Item, words: str, bands: Sequence[Mapping[str, Any]], old: str, places: Sequence[int]) -> Any:
    changed = [dict(one) for one in bands]
    low, high = _FLIPPED[old]
    for place in places:
        changed[place] = {low if key == old else key: one for key, one in changed[place].items()}
        below = changed[place + 1].items()
        changed[place + 1] = {high if key in ("to", "below") else key: one for key, one in below}
    chosen, other = ("upper", "lower") if old == "from" else ("lower", "upper")
    options: dict[str, tuple[str, Mapping[str, Any]]] = {
        chosen: (item.say(f"edge-{chosen}"), {}),
        other: (item.say(f"edge-{other}"), {"bands": changed}),
    }
    return item.reading("edges", words, chosen, options)


def taken_edges(
    item: Item, entries: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[Range]]
) -> list[dict[str, Any]]:
    """80%-90%扣1分，60%-80%扣3分: the same of numbers for which points are taken."""
    made = []
    for name, several in found.items():
        lows = {one.low for one in several if one.low is not None and not one.low_said}
        shared = [one for one in several if one.high in lows]
        upper = [dict(entry) for entry in entries]
        lower = [_to_lower(entry, name, [one for one in shared if not one.high_in]) for entry in entries]
        within = [_to_upper(entry, name, [one for one in shared if one.high_in]) for entry in entries]
        if lower == upper == within:
            continue
        chosen = "upper" if within == upper else "lower" if lower == upper else "within"
        options: dict[str, tuple[str, Mapping[str, Any]]] = {
            "upper": (item.say("edge-upper"), {"deductions": within}),
            "lower": (item.say("edge-lower"), {"deductions": lower}),
        }
        if chosen == "within":
            options = {"within": (item.say("edge-within"), {}), **options}
        label = str(item.facts.indicators[name]["label"])
        made.append(item.reading("edges", _words(item, label, shared), chosen, options))
    return made


def _to_lower(entry: Mapping[str, Any], name: str, shared: Sequence[Range]) -> dict[str, Any]:
    """What is taken for a stretch, with each number between two of them in the lower one."""
    return _flipped(entry, name, shared, {">=": ">", "<": "<="})


def _to_upper(entry: Mapping[str, Any], name: str, shared: Sequence[Range]) -> dict[str, Any]:
    return _flipped(entry, name, shared, {">": ">=", "<=": "<"})


def _flipped(entry: Mapping[str, Any], name: str, shared: Sequence[Range], signs: Mapping[str, str]) -> dict[str, Any]:
    when = str(entry.get("when", ""))
    for one in shared:
        end = written(one.high or Decimal(0), one.unit)
        when = re.sub(
            rf"{name} ({'|'.join(signs)}) {re.escape(end)}(?![.\d])",
            lambda found: found.group().replace(f" {found[1]} ", f" {signs[found[1]]} "),
            when,
        )
    return {**entry, "when": when} if when else dict(entry)


def _words(item: Item, label: str, shared: Sequence[Range]) -> str:
    """The number as the method has it."""
    end = f"{shared[0].high:f}"
    return end if end in item.method else label
