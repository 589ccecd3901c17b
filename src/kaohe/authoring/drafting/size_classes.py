"""10人以下的每起扣1分，10人以上的每起扣3分: things counted by their size, and the number that two classes name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from kaohe.authoring.drafting.asked import written
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.ranges import Range, meet, range_of
from kaohe.authoring.drafting.scoring_words import PLAIN, wide

_COUNTED = re.compile(r"(?:的|者)*,?每.*$|(?<=[上下内])的[^,\d]{1,6}$")
Entry = Mapping[str, Any]


def size_of(words: str) -> Range | None:
    """The class that words in plain signs name, whatever is counted of it."""
    found = range_of(_COUNTED.sub("", words))
    return None if found is None or found.exact or found.unit in ("", "%") else found


def size_of_fact(fact: Mapping[str, Any]) -> Range | None:
    return size_of(str(fact["label"]).translate(PLAIN).rpartition(":")[2])


def apart(one: Range | None, other: Range | None) -> bool:
    """Whether no thing is in both classes, but for the number that both may name."""
    if one is None or other is None or one.unit != other.unit:
        return False
    ends = {one.low, other.low} & {one.high, other.high} - {None}
    return not meet(one, other) or bool(ends)


def named_alike(label: str, before: str) -> str:
    """5立方米以上, after 无证采伐5立方米以下, is of 无证采伐 too."""
    own, of = size_of(label.translate(PLAIN)), size_of(before.translate(PLAIN))
    if own is None or of is None or own.what or own.unit != of.unit:
        return label
    return f"{wide(of.what)}{label}"


def size_edges(item: Item, key: str, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    """The reading for a number that the classes of two entries name: it is of the class above, or of that below."""
    for below, above in pairwise(range(len(entries))):
        names = [entries[place].get("count", "") for place in (below, above)]
        sizes = [size_of_fact(item.facts.indicators[one]) for one in names if one in item.facts.indicators]
        if len(sizes) == 2 and sizes[0] and sizes[1]:  # noqa: PLR2004 - both of them
            end = _shared_end(*sorted((sizes[0], sizes[1]), key=lambda one: one.low or 0))
            if end:
                yield _reading(item, key, entries, names, end)


def _shared_end(low: Range, high: Range) -> str:
    """The end of the one where the other begins, if they do not say whose it is."""
    if low.unit != high.unit or low.high is None or low.high != high.low:
        return ""
    if high.low_said or (low.high_said and not high.low_in):
        return ""
    return written(low.high, "") + low.unit


def _reading(item: Item, key: str, entries: Sequence[Entry], names: Sequence[str], end: str) -> dict[str, Any]:
    """Both facts are counted in another way, and say so."""
    other = {}
    for name in names:
        fact = item.facts.indicators[name]
        more = {one: value for one, value in fact.items() if one not in ("label", "kind", "note")}
        other[name] = item.facts.add(f"{fact['label']}（{item.say('edge-lower')}）", fact["kind"], **more)
        item.facts.note([{"count": name}], item.say("edge-upper"))
    changed = [
        {**one, "count": other.get(one["count"], one["count"])} if "count" in one else {**one} for one in entries
    ]
    options: dict[str, tuple[str, Mapping[str, Any]]] = {
        "upper": (item.say("edge-upper"), {}),
        "lower": (item.say("edge-lower"), {key: changed}),
    }
    return item.reading("edges", end, "upper", options)
