"""The stretches of numbers for which points are taken, by the names of their facts."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from kaohe.authoring.drafting.asked import written
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.entry_limits import Entry, taken
from kaohe.authoring.drafting.ranges import Range, meet, range_of
from kaohe.authoring.drafting.scoring_words import PLAIN

Stretches = Mapping[str, Sequence[Range]]
_HAPPENS = re.compile(r"发生|出现|造成|引发|案件|事故|损失|金额|死亡|伤|迟|晚|逾期|超期|超时|延|拖")
"""What a number is of that is none where nothing happened."""
_APART = re.compile(
    r"(?:超过?|超出|高出|高|偏离|偏差|误差|相差|差|缺|缺少|少|低|下降|降低|减少|滞后)(?:比例|幅度|率|量|额|数)?$|超[^,:]{1,4}$"
)
"""How far a number is from another: none of it is no stretch of it."""


def number_of(item: Item, found: Stretches, stretch: Range) -> str | None:
    """The number that a stretch without words speaks of: 500万元以上, after 金额100万元以下."""
    if stretch.what:
        return None
    facts = item.facts.indicators
    return next((name for name in reversed([*found]) if facts[name].get("unit", "%") == (stretch.unit or "%")), None)


def beyond(found: Stretches, stretch: Range) -> Range:
    """3天以上 behind 3天以内: the number itself is within."""
    ends = [one.high for several in found.values() for one in several if one.high_in]
    return replace(stretch, low_in=False) if stretch.doubtful and stretch.low in ends else stretch


def settle_ends(found: MutableMapping[str, list[Range]], entries: list[Entry], words: str) -> None:
    """Says of each end between stretches, and of the last one, where it belongs; `words` are all of the method."""
    _part(found, entries)
    _close(found, entries, words)


def _close(found: MutableMapping[str, list[Range]], entries: list[Entry], words: str) -> None:
    """低于80%扣3分，80%—90%扣1分: nothing else has the 90%, so it is of the stretch that names it."""
    for name, several in found.items():
        for place, one in enumerate(several):
            if one.low is None or one.high is None or one.high_said or one.high_in:
                continue
            if len(re.findall(rf"(?<![.\d]){one.high:f}(?![.\d])", words)) == 1:
                several[place] = replace(one, high_in=True)
                old, new = (f"{name} {sign} {written(one.high, one.unit)}" for sign in ("<", "<="))
                for entry in entries:
                    if str(entry.get("when", "")).endswith(old):
                        entry["when"] = entry["when"].removesuffix(old) + new


def _part(found: MutableMapping[str, list[Range]], entries: list[Entry]) -> None:
    """Takes a number that two stretches have out of the upper one: 5%以内扣1分，5%—10%扣2分."""
    for name, several in found.items():
        for place, one in enumerate(several):
            if one.low_in and not one.low_said and any(one.low == end.high and end.high_in for end in several):
                several[place] = replace(one, low_in=False)
                old, new = (f"{name} {sign} {written(one.low or Decimal(0), one.unit)}" for sign in (">=", ">"))
                for entry in entries:
                    if old in (str(entry.get("when", "")), str(entry.get("when", "")).partition(" and ")[0]):
                        entry["when"] = entry["when"].replace(old, new)


def overlapping(found: Stretches) -> bool:
    """Whether two stretches of one number have something in common: then either or both may be meant."""
    return any(meet(one, other) for several in found.values() for one, other in combinations(several, 2))


def open_below(found: Stretches, entries: Sequence[Entry]) -> bool:
    """Whether more of a number costs more, and none of it something too: 3%以下扣1分，3%以上扣3分."""
    for name, several in found.items():
        costs = [taken(one) for one in entries if str(one.get("when", "")).startswith(f"{name} ")]
        if len(costs) == len(several) > 1:
            ordered = [cost for _, cost in sorted(zip((one.low or Decimal(-1) for one in several), costs, strict=True))]
            lowest = min(several, key=lambda one: one.low or Decimal(-1))
            if lowest.low is None and ordered == sorted(ordered) and ordered[0] < ordered[-1]:
                return True
    return False


def said_down_to_nothing(found: Stretches, name: str, gates: Sequence[str]) -> bool:
    """Whether stretches or a condition say what the lowest of a number costs."""
    open_ = any(not (one.low and one.high) for one in found.get(name, ()))
    return open_ or any(f"({name} " in one for one in gates)


def from_none(stretch: Range, label: str) -> Range:
    """逾期3天以内 is late, 损失1万元以下 is a loss: where nothing happened, nothing is taken."""
    happens = stretch.unit != "%" and _HAPPENS.search(label)
    none = stretch.low is None and (happens or _APART.search(label))
    return replace(stretch, low=Decimal(0), low_in=False) if none else stretch


def goes_on(item: Item, name: str, stretch: Range) -> bool:
    """超5%—10%, after 超预算支出的，超5%以内: the words are the last of those that name the number."""
    fact = item.facts.indicators[name]
    label = str(fact["label"]).translate(PLAIN)
    unit = fact.get("unit", "%" if fact["kind"] == "percent" else "")
    return unit == stretch.unit and label.endswith((f",{stretch.what}", f":{stretch.what}"))


def same_thing(item: Item, counts: Sequence[str], stretch: Range) -> str | None:
    """What was counted before, where a stretch speaks of that: 死亡2人以上 after 事故死亡1人."""
    facts = item.facts.indicators
    named = (name for name in counts if stretch.what and facts[name]["label"].endswith(stretch.what))
    return next((name for name in named if facts[name].get("unit") == stretch.unit), None)


def tells_amount(item: Item, counts: Sequence[str], when: str) -> bool:
    """Whether words say how much there was to one of the things counted before: more for that one, or for all."""
    stretch = range_of(when)
    return bool(counts) and stretch is not None and stretch.unit != "%" and same_thing(item, counts, stretch) is None
