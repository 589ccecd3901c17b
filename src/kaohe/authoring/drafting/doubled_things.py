"""加倍扣分: as much once more for some of the things that were counted before."""

from collections.abc import Sequence
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.entry_limits import Entry
from kaohe.authoring.drafting.moves import Move


def doubled_entries(item: Item, move: Move, before: Sequence[Entry], *, alone: bool) -> list[Entry]:
    """One for each entry before, which must count things by themselves; raises NotRead.

    `alone` is whether nothing else is taken, so that nobody asks of what it speaks.
    """
    facts = item.facts.indicators
    plain = all(one.get("count") in facts and "cap" not in one for one in before)
    if not plain or not before or not move.when or conditions.says_more(move.when):
        raise NotRead("why-unread", words=item.clause_of(move))
    words = item.original(move)
    made = []
    for one in before:
        of = facts[one["count"]]
        label = words if alone else f"{of['label']}，{words}"
        more = {"unit": of.get("unit", ""), "note": item.say("among")}
        made.append({"count": item.facts.add(label, "count", **more), "each": one["each"]})
    return made


def all_or_last(item: Item, entries: Sequence[Entry], move: Move, made: range) -> dict[str, Any]:
    """Whether all that was taken before is doubled, or the last of it; `made` are the places of what is doubled."""
    others = made[:-1]
    last = {"deductions": [dict(one) for place, one in enumerate(entries) if place not in others]}
    return raised_readings.doubled(item, item.shown(move) or item.clause_of(move), last)
