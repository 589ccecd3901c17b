"""每少5人扣1分: several things that count as one, and what a step that is not full counts."""

from collections.abc import Sequence
from typing import Any

from kaohe.authoring.drafting import raised_readings
from kaohe.authoring.drafting.asked import COUNTED_UNITS
from kaohe.authoring.drafting.counted import Each
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.entry_limits import Entry
from kaohe.authoring.drafting.moves import Move


def kind_of(unit: str) -> str:
    """万元 and 亩 are no whole things."""
    return "number" if COUNTED_UNITS.search(unit) else "count"


def counted_by(name: str, each: Each) -> str:
    """How often a number of things counts."""
    if each.size != 1:
        return f"floor({name} / {each.size:f})"
    return name if kind_of(each.unit) == "count" else f"floor({name})"


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
