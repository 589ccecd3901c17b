"""What is taken or given for one thing; and 最多扣3分: whether a limit is of the thing before it, or of all."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import raised_readings
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move, in_brackets
from kaohe.authoring.drafting.ranges import Range, range_of

Entry = dict[str, Any]
_STANDING = re.compile(
    r"制度|机制|[方预]案|计划|台账|机构|小组|规定|办法|档案|(?:未|没有?|无)(?:[建设配明专]|开展|组织|召开)"
)
_LEVEL = re.compile(r"(?:国家|中央|全国|省(?:部)?|市(?:厅)?|县|区|镇|乡镇)级?(?:及?以上)?")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)|的$")
LONG = 5
"""A label of more characters has a subject of its own, which the measure before it does not count."""
_TOGETHER = re.compile(r"^(?:全年|年度|一年内|当年)?(?:累计|合计|总计|共|达到|达|发生|出现|有|超过|查实|被查实)*")


def limited(
    item: Item, entries: Sequence[Entry], moves: Sequence[Move], limits: Sequence[tuple[int, Move]], key: str = ""
) -> Move | None:
    """Gives entries, each made of one of the moves, their own limits; returns the limit of all.

    Each limit comes with how many entries stand before it.

    A limit after the last of several is of all if only commas are between them, or if it says so. Where every entry
    has a limit, it is its own. Of `deductions` it may be of the last alone, which `last_or_all` says.
    """
    _refuse_twice(entries)
    whole: Move | None = None
    own = {place for place, _ in limits}
    for place, move in limits:
        if move.when or whole is not None or move.outcome.points is None:
            raise NotRead("why-unread", words=item.clause_of(move))
        if len(entries) > 1 and in_brackets(move, item.method) and not move.outcome.total:
            entries[place - 1]["cap"] = move.outcome.points
            continue
        last = place == len(entries)
        if len(entries) == 1 or (last and (move.outcome.total or len(limits) == 1)):
            shared = move.outcome.total or (move.opens and move.outcome.points == item.points)
            if len(entries) > 1 and not shared and moves[-1].opens and move.opens:
                raise NotRead("why-limit", words=item.clause_of(move))
            if len(entries) > 1 and not shared and moves[-1].opens and key:
                entries[-1]["cap"] = move.outcome.points
            else:
                whole = move
        elif "cap" in entries[place - 1] or (last and own != set(range(1, len(entries) + 1))):
            raise NotRead("why-limit", words=item.clause_of(move))
        else:
            entries[place - 1]["cap"] = move.outcome.points
    return whole


def last_or_all(item: Item, entries: Sequence[Entry], limits: Sequence[tuple[int, Move]]) -> list[dict[str, Any]]:
    """The reading for a limit behind the last of several sentences: of that alone, or of all."""
    if len(limits) != 1 or len(entries) < 2 or limits[0][0] < len(entries):  # noqa: PLR2004 - one has none beside it
        return []
    move = limits[0][1]
    if in_brackets(move, item.method):
        return []
    if "cap" not in entries[-1]:
        return _all_of_them(item, entries, move)
    open_ = [{key: value for key, value in one.items() if key != "cap"} for one in entries]
    patch = {"deductions": open_, "cap": move.outcome.points}
    return [raised_readings.limit(item, item.shown(move) or item.clause_of(move), patch)]


def _all_of_them(item: Item, entries: Sequence[Entry], move: Move) -> list[dict[str, Any]]:
    """未建立的扣2分，每缺1项扣0.5分，最多扣2分: of all that stands before it in the sentence, or of the last."""
    once = "each" in entries[-1] and any("once" in one for one in entries)
    if move.outcome.total or move.opens or move.outcome.points == item.points or not once:
        return []
    patch = {"deductions": [*map(dict, entries[:-1]), {**entries[-1], "cap": move.outcome.points}], "cap": None}
    return [raised_readings.limit(item, item.shown(move) or item.clause_of(move), patch, chosen="all")]


def all_or_last(
    item: Item, entries: Sequence[Entry], moves: Sequence[Move], limits: Sequence[tuple[int, Move]], rule: Rule
) -> list[dict[str, Any]]:
    """The reading for a limit behind the last of several awards: of all that is given on top, or of that alone."""
    move = limits[-1][1] if limits else None
    if move is None or len(entries) < 2 or rule["points"] or not doubtful(move):  # noqa: PLR2004
        return []
    apart = moves[-1].opens or ("each" in entries[-1] and any("once" in one for one in entries))
    if "cap" in entries[-1] or not apart:
        return []
    capped = [*map(dict, entries[:-1]), {**entries[-1], "cap": move.outcome.points}]
    patch = {"awards": capped, "most": "none"}
    return [raised_readings.limit(item, item.shown(move) or item.clause_of(move), patch, chosen="all")]


def doubtful(move: Move) -> bool:
    """Whether a limit does not say that it is of all."""
    return not move.opens and re.search(r"合计|总计|共计|总共", move.outcome.shown) is None


def _named(entry: Entry) -> str:
    """The fact, or the condition, for which something is taken or given."""
    return str(entry.get("count") or entry.get("when") or entry["unless"])


def _refuse_twice(entries: Sequence[Entry]) -> None:
    """One fact may not cost or give points twice."""
    named = [_named(entry) for entry in entries]
    if len(set(named)) < len(named):
        raise NotRead("why-levels")


def once_at_most(item: Item, entries: Sequence[Entry], move: Move) -> None:
    """同一事项按最高级别计分: each thing counts once, and whoever counts has to know it."""
    note = item.clause_of(move).strip()
    if len(entries) > 1 and re.search(r"同[一类]|重复|累[计加]", note) is None:
        raise NotRead("why-levels")  # 就高计分: of all that was given, and not of one matter alone
    for entry in entries:
        name = _named(entry)
        if name not in item.facts.indicators:
            raise NotRead("why-unread", words=note)
        fact = item.facts.indicators[name]
        item.facts.indicators[name] = {**fact, "kind": "count", "unit": fact.get("unit", "次"), "note": note}
        if "once" in entry:
            entry |= {"count": entry.pop("when"), "each": entry.pop("once")}


def stands(words: str) -> bool:
    """Whether they tell what is there or not, and does not happen: 未建立制度."""
    return _STANDING.search(words) is not None


def as_often(item: Item, entry: Entry, before: Sequence[Entry]) -> bool:
    """参与的加1分, after 主持项目每项加2分: what may happen as often as what is counted before it is asked for so.

    Returns whether it says nothing of its own that would tell how often: 银牌加1分, after 金牌每枚加2分.
    """
    counted = next((fact for one in reversed(before) if "unit" in (fact := _fact_of(item, one))), None)
    name, fact = str(entry.get("when", "")), _fact_of(item, entry)
    if counted is None or not fact:
        return False
    label = str(fact["label"]).rpartition("：")[2]
    own = len(_BRACKETS.sub("", label)) > LONG and not _at_levels(label, str(counted["label"]))
    if fact["kind"] == "flag" or not own:
        item.facts.indicators[name] = {**fact, "kind": "count", "unit": "次" if own else counted["unit"]}
    return not own


def counted_fact(entry: Mapping[str, Any]) -> str:
    """The fact that an entry counts, whole ones or several at a time: floor(a / 5) counts a."""
    return re.sub(r"^(?:(?:floor|ceiling)\()?(\w+).*", r"\1", str(entry["count"]))


def _fact_of(item: Item, entry: Entry) -> dict[str, Any]:
    return item.facts.indicators.get(counted_fact(entry) if "count" in entry else str(entry.get("when", "")), {})


def _at_levels(one: str, other: str) -> bool:
    """Whether both say the same of several levels: 在市级刊物发表, after 在省级刊物发表论文."""
    first, second = (re.split(_LEVEL, words) for words in (one, other))
    return len(first) == len(second) == 2 and first[0] == second[0] and first[1][:2] == second[1][:2] != ""  # noqa: PLR2004


def carried_on(item: Item, key: str, entries: Sequence[Entry], carried: Sequence[tuple[int, Move]]) -> list[Rule]:
    """One reading for all that is counted as what stands before it is: each time, or once."""
    places = {place for place, _ in carried}
    once = [
        {"when": one["count"], "once": one["each"]} if place in places else dict(one)
        for place, one in enumerate(entries)
    ]
    return [raised_readings.times(item, carried[0][1], key, once, chosen="each")] if carried else []


def taken(entry: dict[str, Any]) -> Decimal:
    """What one of them takes; nothing is known of points that are judged."""
    found = entry["each"] if "each" in entry else entry["once"]
    return found if isinstance(found, Decimal) else Decimal(0)


def subject(award: Move) -> str:
    stretch = range_of(award.when)
    return stretch.what if stretch is not None else ""


def same_count(item: Item, entries: Sequence[Entry], stretch: Range) -> str:
    """累计3次以上 speaks of what was counted before: the last thing of that unit, or the one that it names."""
    named = _TOGETHER.sub("", stretch.what)
    facts = item.facts.indicators
    counts = [counted_fact(one) for one in entries if "count" in one]
    same = [name for name in counts if facts[name].get("unit") == stretch.unit and named in facts[name]["label"]]
    return same[-1] if same else ""
