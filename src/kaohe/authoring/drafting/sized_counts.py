"""每少5人扣1分: several things that count as one, and what a step that is not full counts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import raised_readings
from kaohe.authoring.drafting.asked import COUNTED_UNITS
from kaohe.authoring.drafting.counted import LATE, Each
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.entry_limits import Entry
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.remarks import Partial

_STRETCHES = ("周", "个月", "月", "个季度", "季度", "年", "小时")


def kind_of(unit: str, size: Decimal = Decimal(1)) -> str:
    """万元 and 亩 are no whole things, nor are 每0.5天."""
    return "number" if COUNTED_UNITS.search(unit) or size % 1 else "count"


def kind_of_each(each: Each) -> str:
    """每拖延一周: of a time that runs on there are parts."""
    late = each.broken or (each.unit in _STRETCHES and LATE.search(each.subject + each.verb))
    return "number" if late else kind_of(each.unit, each.size)


def counted_by(name: str, each: Each, partial: Partial | None = None) -> str:
    """How often a number of things counts."""
    by = name if each.size == 1 else f"{name} / {each.size:f}"
    if partial == "pro_rata" or (each.size == 1 and kind_of_each(each) == "count"):
        return by
    return f"{'ceiling' if partial == 'started' else 'floor'}({by})"


def left_open(each: Each, partial: Partial | None) -> bool:
    """Whether nobody says what a step that is not full counts."""
    return partial is None and (each.size != 1 or kind_of_each(each) == "number")


def refuse_broken(item: Item, move: Move, each: Each) -> None:
    """不足1次的按比例: there is no part of a whole thing. 不足1个月的按1个月算 tells how months are counted."""
    if move.partial is None or each.size != 1 or kind_of_each(each) == "number":
        return
    if move.partial == "pro_rata":
        raise NotRead("why-unread", words=item.clause_of(move))


def in_steps(item: Item, move: Move, each: Each, key: str, of: tuple[Sequence[Entry], int]) -> dict[str, Any]:
    """The reading for one of a rule's entries, at its place, which counts several things as one."""
    entries, place = of
    whole = entries[place]["count"]
    made = {
        "started": whole.replace("floor(", "ceiling(", 1),
        "pro_rata": whole.removeprefix("floor(").removesuffix(")"),
    }
    patches = {
        name: {key: [{**one, "count": count} if number == place else dict(one) for number, one in enumerate(entries)]}
        for name, count in made.items()
    }
    return raised_readings.sizes(item, item.shown_from_each(move), f"{each.size:f}{each.unit}", patches)


def once_or_each(item: Item, entries: Sequence[Entry], place: int, move: Move, each: Each | None) -> dict[str, Any]:
    """What a step that is not full counts; of what is no count, whether it is taken once or every time."""
    if each is not None:
        return in_steps(item, move, each, "deductions", (entries, place))
    changed = [dict(entry) for entry in entries]
    changed[place] = {"count": changed[place]["when"], "each": changed[place]["once"]}
    return raised_readings.times(item, move, "deductions", changed)
