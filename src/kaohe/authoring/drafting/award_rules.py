"""每次得1分，最多6分; 受表彰的加5分: rules of the type `awards`; and shares, 按比例得分."""

import re
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.asked import flag
from kaohe.authoring.drafting.counted import Each, each_of, each_time, occurs, one_of
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.entry_limits import (
    Entry,
    all_or_last,
    as_often,
    carried_on,
    limited,
    once_at_most,
)
from kaohe.authoring.drafting.facts import at_level
from kaohe.authoring.drafting.graded_lists import graded
from kaohe.authoring.drafting.honours import HONOUR
from kaohe.authoring.drafting.list_rules import list_entries
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.named_things import joined_label
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.scoring_words import wide
from kaohe.authoring.drafting.size_classes import named_alike, size_edges
from kaohe.authoring.drafting.sized_counts import counted_by, in_steps, kind_of_each, refuse_broken

_BRINGS = re.compile(
    r"有|发生|(?:新)?(?:引进|增|建|建成|创建|培育|开展|举办|组织|完成|获得?|承办|报送|发表|申报|引入|实施)?"
)
"""Before one of what is counted: 引进1个项目得5分."""
_TAKEN_UP = re.compile(r".{2}(?:采用|录用|采纳|刊发|刊登|发表|刊播|转发|推广|立项|结题)$")
"""被中心采用1条加0.5分: each that is taken up."""
Placed = tuple[int, Move]


def awards(item: Item, part: Part, rule: Rule) -> Rule:
    """Points for each thing or once, with their limits."""
    entries, given, limits, carried = _gathered(item, part)
    if len([move for move in given if (stretch := range_of(move.when)) and not stretch.exact]) > 1:
        raise NotRead("why-levels")  # 超过10%加1分，超过20%加2分: one of them, or both
    whole = limited(item, entries, given, limits)
    most = None if whole is None else whole.outcome.points
    made: Rule = {**rule, "awards": entries}
    once = [one for one in entries if "once" in one]
    if whole is not None and len(once) == len(entries) and (most or 0) > sum(one["once"] for one in once):
        raise NotRead("why-times", words=rule["clause"])  # a limit that is never reached: more than once is meant
    if not rule["points"]:
        made["most"] = "none" if most is None else most
    elif most is not None and most != rule["points"]:
        raise NotRead("why-most", words=rule["clause"])
    readings = [
        _times(item, given[place], entries, place) for place in range(len(entries)) if _again(item, entries[place])
    ]
    readings += size_edges(item, "awards", entries)
    readings += all_or_last(item, entries, given, limits, rule)
    readings += carried_on(item, "awards", entries, carried)
    for place, move in enumerate(given):
        if (place, move) not in carried:
            readings += _each_matter(item, move, entries, place)
    counted = [(place, each_of(move.outcome.before, move.outcome.per)) for place, move in enumerate(given)]
    readings += [
        in_steps(item, given[place], each, "awards", (entries, place))
        for place, each in counted
        if isinstance(each, Each) and given[place].partial is None and "floor(" in entries[place].get("count", "")
    ]
    return {**made, "readings": readings} if readings else made


def _gathered(item: Item, part: Part) -> tuple[list[Entry], list[Move], list[Placed], list[Placed]]:
    """Entries, the move of each, limits with how many entries stand before them, and those counted as one before."""
    entries: list[Entry] = []
    given: list[Move] = []
    limits: list[Placed] = []
    carried: list[Placed] = []
    run = False
    for move in part.moves:
        if move.outcome.kind in ("award", "bonus", "list"):
            if graded(move) is not None:
                raise NotRead("why-levels")
            new = (
                list_entries(item, move)
                if move.outcome.kind == "list"
                else [item.noted(move, _entry(item, move, _label_of(item, entries)))]
            )
            run = run and move.stop == ","
            if run and "when" in new[0] and as_often(item, new[0], entries):
                carried.append((len(entries), move))
                new = [{"count": new[0]["when"], "each": new[0]["once"]}]
            run = run or "each" in new[0]
            entries += new
            given += [move] * len(new)
        elif move.outcome.kind in ("most", "pool") and entries:
            limits.append((len(entries), move))
        elif move.outcome.kind == "highest" and entries:
            once_at_most(item, entries, move)
        elif move.outcome.kind == "fill" and entries and move is part.moves[-1]:
            continue
        else:
            raise NotRead("why-unread", words=item.clause_of(move))
    return entries, given, limits, carried


def _again(item: Item, entry: dict[str, Any]) -> bool:
    """Whether points are given once for what is counted."""
    return "once" in entry and item.facts.indicators[entry["when"]]["kind"] == "count"


def _times(item: Item, move: Move, entries: list[dict[str, Any]], place: int) -> dict[str, Any]:
    each = [dict(one) for one in entries]
    each[place] = {"count": each[place]["when"], "each": each[place]["once"]}
    return raised_readings.times(item, move, "awards", each)


def _each_matter(item: Item, move: Move, entries: list[dict[str, Any]], place: int) -> list[dict[str, Any]]:
    """获评示范单位的加2分；同一事项就高: each matter counts, or all of a kind once, where nobody says 每."""
    outcome = move.outcome
    before = ",".join(one.text for one in move.words)
    each = each_of(outcome.before, outcome.per) or each_time(outcome.before, before) or one_award(outcome.before)
    if outcome.kind == "list" or each is not None or "each" not in entries[place]:
        return []
    once = [dict(one) for one in entries]
    once[place] = {"when": once[place]["count"], "once": once[place]["each"]}
    return [raised_readings.times(item, move, "awards", once, chosen="each")]


def _label_of(item: Item, entries: list[dict[str, Any]]) -> str:
    """What the last entry asks for."""
    last = entries[-1] if entries else {}
    return str(item.facts.indicators.get(last.get("count", last.get("when", "")), {}).get("label", ""))


def _entry(item: Item, move: Move, last: str) -> dict[str, Any]:
    outcome = move.outcome
    before = ",".join(one.text for one in move.words)
    each = each_of(outcome.before, outcome.per) or each_time(outcome.before, before) or one_award(outcome.before)
    if isinstance(each, Each):
        label = joined_label([one.text for one in move.words], each)
        label = at_level(label, last) or named_alike(label, last)
        if not conditions.says_more(label):
            name = item.facts.add(wide(label), kind_of_each(each), unit=each.unit)
            refuse_broken(item, move, each)
            return {"count": counted_by(name, each, move.partial), "each": outcome.points}
    if each is not None or conditions.says_more(move.when) or not move.when:
        raise NotRead("why-unread", words=item.clause_of(move))
    if one_of(outcome.before) is not None:
        raise NotRead("why-times", words=item.clause_of(move))
    label = at_level(move.when, last)
    if outcome.kind == "bonus" and (occurs(move.when) or HONOUR.search(label or move.when)):
        return {"when": item.facts.add(label or item.original(move), "count", unit="次"), "once": outcome.points}
    if outcome.kind == "bonus" and conditions.says_often(move.when):
        raise NotRead("why-times", words=item.clause_of(move))  # 每月全勤加3分: each month, or for all of them
    return {"when": item.facts.add(label, "flag") if label else flag(item, move), "once": outcome.points}


def one_award(words: str) -> Each | None:
    """有一次会议纪要: what is counted where 每 is left out, before points that are given."""
    found = one_of(words)
    if found is not None and not found.rest and _TAKEN_UP.search(found.subject):
        return found
    return found if found is not None and _BRINGS.fullmatch(found.subject) and found.rest else None
