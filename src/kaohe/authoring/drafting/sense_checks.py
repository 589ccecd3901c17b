"""What no sound rule does: forget that something is denied, rise and fall along one number, leave a part of it out."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.entry_limits import Entry, taken
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.ranges import Range
from kaohe.authoring.drafting.scoring_words import BRACKETED
from kaohe.authoring.drafting.taken_stretches import open_below, overlapping

_DENIED = re.compile(
    r"未(?!成年)|没有?|不(?!少于|低于|超过|高于|小于|多于|大于|足|限|等|断|仅|动产|良)|无(?!线|人机|障碍|偿|证)|缺(?!陷)|漏"
)
_SAID = re.compile(r"[未没不无缺漏少迟晚误错差逾超违拖延低欠零否反]")
_DEPARTS = re.compile(r"(?:缺少|少|缺|差|欠|不足|低于?|超过?|超出|高于?|高出|多)$")
"""How much a number is short of another, or beyond it."""
_LEAST = Decimal(-1)


def refuse_doubtful(
    item: Item, found: Mapping[str, Sequence[Range]], entries: Sequence[Entry], moves: Sequence[Move]
) -> None:
    """Refuses what takes for one number twice: 低于90%扣1分，低于80%扣2分 may mean either or both; and the like."""
    numbered = [entry["when"].split()[0] for entry in entries if " " in entry.get("when", "")]
    counts = {entry["count"] for entry in entries if "count" in entry}
    refuse_denial_lost(item, entries, moves)
    uneven_ones = open_below(found, entries) or broken_axis(found, entries) or said_twice(item, found, entries)
    if uneven_ones or overlapping(found) or not counts.isdisjoint(numbered):
        raise NotRead("why-levels")


def refuse_denial_lost(item: Item, entries: Sequence[Entry], moves: Sequence[Move]) -> None:
    """Raises NotRead where a clause denies something that the fact which is asked for does not."""
    for entry, move in zip(entries, moves, strict=True):
        name = str(entry.get("count", entry.get("when", "")))
        facts = item.facts.used_by([name])
        compared = " " in name and "count" not in entry
        if move.outcome.kind == "list" or compared or not facts or not _DENIED.search(BRACKETED.sub("", move.when)):
            continue
        if not any(_SAID.search(str(one["label"])) for one in facts.values()):
            raise NotRead("why-unread", words=item.clause_of(move))


def of_the_number(item: Item, name: str, stretch: Range) -> bool:
    """低于10件, after 不少于30件，每少1件: it speaks of the number itself, and not of how much that falls short."""
    label = str(item.facts.indicators[name]["label"])
    return (
        _DEPARTS.search(label) is not None
        and _DEPARTS.search(stretch.what) is None
        and (any(map(str.isdigit, label)) or stretch.low is None)
    )


def uneven(points: Sequence[Decimal]) -> bool:
    """Whether points along a number go up and down."""
    return list(points) not in (sorted(points), sorted(points, reverse=True))


def broken_axis(found: Mapping[str, Sequence[Range]], entries: Sequence[Entry]) -> bool:
    """Whether points are taken for stretches of one number that leave some of it out, or cost more, less, and more."""
    for name, several in found.items():
        costs = [taken(one) for one in entries if str(one.get("when", "")).startswith(f"{name} ")]
        ordered = sorted(range(len(several)), key=lambda place: _low(several[place]))
        if len(costs) == len(several) and uneven([costs[place] for place in ordered]):
            return True
        if any(_apart(several[one], several[other]) for one, other in pairwise(ordered)):
            return True
    return False


def said_twice(item: Item, found: Mapping[str, Sequence[Range]], entries: Sequence[Entry]) -> bool:
    """超预算的扣1分，超预算10%以上的扣3分: the second is the first too, and nobody says whether both are taken."""
    names = [str(one["when"]) for one in entries if "when" in one and " " not in str(one["when"])]
    labels = [str(one["label"]) for one in item.facts.used_by(names).values()]
    words = {one.what for several in found.values() for one in several if len(one.what) > 1}
    return any(label.endswith(one) for label in labels for one in words)


def _low(stretch: Range) -> Decimal:
    return _LEAST if stretch.low is None else stretch.low


def _apart(below: Range, above: Range) -> bool:
    """Whether something lies between two stretches; whole things are next to each other."""
    step = Decimal(0) if below.unit == "%" else Decimal(1)
    return below.high is not None and above.low is not None and above.low - below.high > step
