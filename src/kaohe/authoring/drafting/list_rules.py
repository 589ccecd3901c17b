"""未报计划、总结的分别扣10分、5分: several things in one clause, each with points of its own."""

import re
from decimal import Decimal

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.carried_words import carried
from kaohe.authoring.drafting.counted import occurs
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.entry_limits import once_at_most
from kaohe.authoring.drafting.graded_lists import graded_list
from kaohe.authoring.drafting.honours import HONOUR
from kaohe.authoring.drafting.level_rules import one_level
from kaohe.authoring.drafting.listed_stretches import listed_stretches
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.outcomes import things
from kaohe.authoring.drafting.parts import Part, takes
from kaohe.authoring.drafting.scoring_words import MEASURE, wide

_BEGUN = re.compile(
    r"(?P<before>.*(?:被|获得?|受到?|由|在|新增|新建|引进|创建|建成|荣获|培育|入选|入围|列入))(?P<first>.{2,6})"
)
_DIVIDED = re.compile(r"(?P<what>.*?)(?:(?<=.)评定?)?(?:分为?|为|按)(?=.)")
_TELLING = 4
"""So many characters of a thing speak for themselves."""
_LEVEL = re.compile(r"(?:国家|中央|全国|省|市|县|区|部|厅|乡镇|街道)(?:\([^()]\))?(?:级|局|委|政府|部门)?")
_COUNTED = re.compile(
    rf"(?P<what>.+?)(?:的|者)?(?:,)?(?:每(?:发生|出现|有|查实)?[一1]?|[一1])(?P<unit>{MEASURE})(?:的)?"
)
"""优秀案例 ends in what might be a measure."""


def lists(item: Item, part: Part, rule: Rule) -> Rule:
    """Deductions or awards, one entry for each thing."""
    listing = part.of("list")[0]
    graded = graded_list(item, part, rule)
    if graded is not None:
        return graded
    key = "deductions" if "扣" in listing.outcome.verb or "减" in listing.outcome.verb else "awards"
    entries: list[Rule] = []
    drained, most = False, None
    if key == "awards" and listing is part.moves[0] and (level := _of_one(item, listing, rule)) is not None:
        if len(part.moves) > 1:
            raise NotRead("why-unread", words=item.clause(part))
        return level
    for move in part.moves:
        if move.outcome.kind == "list":
            entries += list_entries(item, move)
        elif move.outcome.kind == "highest" and key == "awards":
            once_at_most(item, entries, move)
        elif (move.outcome.kind == "drain" and key == "deductions" and not move.when) or (
            move.outcome.kind == "most" and not move.when
        ):
            drained, most = True, move.outcome.points
        elif move is not part.moves[0] or move.outcome.kind not in ("award", "full", "pool") or key == "awards":
            raise NotRead("why-unread", words=item.clause_of(move))
    return _finished(item, listing, {**rule, "type": key, key: entries}, (drained, most))


def _of_one(item: Item, listing: Move, rule: Rule) -> Rule | None:
    """分优、良、中三等，分别得8分、6分、4分: of points that exclude each other the first are the row's."""
    amounts = listing.outcome.amounts
    if not rule["points"] or "每" in listing.when or _COUNTED.fullmatch(listing.when) or sum(amounts) == rule["points"]:
        return None
    if amounts[0] != rule["points"] or list(amounts) != sorted(set(amounts), reverse=True):
        raise NotRead("why-list", words=item.clause_of(listing))
    words = re.sub(r"(?:[一二三四五六七八九]|\d)?(?:个)?(?:等次|等级|档次|等|档|级|类)$", "", listing.when)
    named = things(words.rstrip(","))
    begun = _DIVIDED.match(named[0])
    named[0] = named[0][begun.end() :] if begun else named[0]
    if len(named) != len(amounts):
        raise NotRead("why-list", words=item.clause_of(listing))
    given = dict(zip(named, amounts, strict=True))
    return one_level(item, given, {**rule, "type": "levels"}, begun["what"] if begun else "")


def _finished(item: Item, listing: Move, made: Rule, limits: tuple[bool, Decimal | None]) -> Rule:
    """The rule with its limits."""
    drained, most = limits
    readings = times_of(item, listing, made)
    if made["type"] == "awards":
        if not made["points"]:
            made["most"] = "none" if most is None else most
        return {**made, "readings": readings} if readings else made
    if most is not None and most != made["points"]:
        made["cap"] = most
    if not made["points"]:
        made["floor"] = "item" if item.points else "none"
    if not (drained or item.drained) and item.points:
        readings.append(raised_readings.floor(item, listing, made))
    return {**made, "readings": readings} if readings else made


def times_of(item: Item, listing: Move, rule: Rule) -> list[Rule]:
    """What may happen several times is given or taken for once, or each time: 被市级、省级通报的，分别扣2分和3分."""
    key = str(rule["type"])
    entries = [dict(one) for one in rule[key]]
    again = [
        one for one in entries if "once" in one and item.facts.indicators.get(one["when"], {}).get("kind") == "count"
    ]
    for one in again:
        one |= {"count": one.pop("when"), "each": one.pop("once")}
    return [raised_readings.times(item, listing, key, entries)] if again else []


def once_or_again(item: Item, entries: list[Rule], listed: list[tuple[int, Move]]) -> list[Rule]:
    """被市级、省级通报的，分别扣2分、3分: whether each is taken once, or every time; `listed` are their places."""
    changed = [dict(entry) for entry in entries]
    for place, _ in listed:
        name = changed[place]["when"]
        fact = item.facts.indicators[name]
        item.facts.indicators[name] = {**fact, "kind": "count", "unit": "次"}
        changed[place] = {"count": name, "each": changed[place]["once"]}
    return [raised_readings.times(item, listed[-1][1], "deductions", changed)] if listed else []


def list_entries(item: Item, move: Move) -> list[Rule]:
    counted = _COUNTED.fullmatch(move.when)
    what = counted["what"] if counted else move.when
    said = things(what.removesuffix("的").rstrip(","))
    if takes(move) and (ends := listed_stretches(item, move, said, move.outcome.amounts)) is not None:
        return ends
    named = carried(said)
    amounts: list[Decimal] = list(move.outcome.amounts)
    if named is None or len(named) != len(amounts) or conditions.says_more(what):
        raise NotRead("why-list", words=item.clause_of(move))
    alike = named != said or (move.outcome.total and min(map(len, named)) >= _TELLING)
    labels = _filled_in(named) or [wide(one) if alike else _label(one, named, what) for one in named]
    around = "" if alike else what
    again = counted is None and (occurs(what) or HONOUR.search(what) is not None)
    kind, more = ("count", {"unit": counted["unit"] if counted else "次"}) if counted or again else ("flag", {})
    names = [item.facts.add(label, kind, around, **more) for label in labels]
    if len(set(names)) < len(names):
        raise NotRead("why-list", words=item.clause_of(move))
    keys = ("count", "each") if counted else ("when", "once")
    return [item.noted(move, dict(zip(keys, one, strict=True))) for one in zip(names, amounts, strict=True)]


def _filled_in(named: list[str]) -> list[str]:
    """被总局、省局、市局推广: what stands before the first and behind the last is of all of them."""
    begun = _BEGUN.fullmatch(named[0])
    if begun is None:
        return []
    level = _LEVEL.match(named[-1])
    if level is None:  # 被摘牌、降级、通报批评: the last one has no more words than its own
        return [wide(f"{begun['before']}{one}") for one in (begun["first"], *named[1:])]
    head = level.group() if _LEVEL.fullmatch(begun["first"]) else named[-1][: len(begun["first"])]
    alike = all(_LEVEL.fullmatch(one) or len(one) == len(head) for one in named[1:-1])
    names, after = [begun["first"], *named[1:-1], head], named[-1][len(head) :]
    if not alike:
        return []
    return [wide(f"{begun['before']}{one}{after}") for one in names] if after else []


def _label(one: str, named: list[str], what: str) -> str:
    """One of several things by itself: 国家、省级表彰 are 国家级表彰 and 省级表彰."""
    tail = re.search(r"级.+$", named[-1])
    if tail is not None and "级" not in one and not one.endswith(tail.group()[1:]):
        return wide(one + tail.group())
    return wide(one if one == what or tail is not None else f"{what}：{one}")
