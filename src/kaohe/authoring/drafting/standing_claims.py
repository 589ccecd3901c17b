"""有制度得5分，执行不到位每次扣1分: what must be there before anything can be wrong with it."""

import re
from collections.abc import Sequence
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.asked import asked
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.ranges import range_of

_STANDS = re.compile(
    r"(?:均|都|全部|已|能够?|按要求|按规定)*(?:有(?![效序力关针所])|建有|建立|制定|制订|设立|设置|成立|配备|配有|出台|签订|编制)"
)
_MISSING = re.compile(r"无(?!故)|未[建制设成配出签编有]|没有|缺(?![席勤课])|[未没]落实|少")


def claimed(item: Item, award: Move | None, taken: Sequence[Move], rest: Sequence[str]) -> dict[str, Any]:
    """Keys of a rule: the claim as a condition, and the reading that what is taken says all; nothing where it does."""
    if award is None or _STANDS.match(award.when) is None or conditions.says_more(award.when):
        return {}
    if any(_MISSING.search(words) for words in (*(move.when for move in taken), *rest)):
        return {}
    found = asked(item, award).requires
    if not set(found).isdisjoint(rest):
        return {}
    required = [*rest, *found]
    patch = {"requires": None if not rest else rest[0] if len(rest) == 1 else list(rest)}
    reading = raised_readings.gate(item, item.original(award), patch)
    return {"requires": required if len(required) > 1 else required[0], "readings": [reading]}


def falls_short(words: str, award: Move | None) -> bool:
    """未达到80%的，每少一件…, after 80%以上: it takes just where the award would give nothing."""
    of = None if award is None else range_of(award.when)
    stretch = range_of(words)
    ends = () if of is None else (of.low, of.high)
    number = None if stretch is None else stretch.high or stretch.low
    return conditions.denies(words) and (number in ends or conditions.opposite(words, ""))
