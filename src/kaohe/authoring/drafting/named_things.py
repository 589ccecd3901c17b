"""应建未建的，1个党组织扣2分: what is counted, where the words before it tell what is wrong with it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from kaohe.authoring.drafting.counted import LACKING, LATE, Each, one_named
from kaohe.authoring.drafting.moves import Move

_A_DAY = re.compile(r"每[一1]?(?P<unit>天|日|小时|个工作日|工作日)")


def one_of_named(move: Move) -> Each | None:
    """What a move counts so, if it does."""
    day = _A_DAY.fullmatch(move.outcome.before)
    if day is not None and move.words and move.words[-1].text.endswith("的") and LATE.search(move.words[-1].text):
        return Each("", "", Decimal(1), day["unit"], "")  # 逾期的，每天扣1分
    return one_named(move.outcome.before) if any(_told_wrong(one.text) for one in move.words) else None


def joined_label(before: Sequence[str], each: Each) -> str:
    """What is counted, with the words before it: 逾期未完成的，每个问题 are 逾期未完成的问题."""
    words = [*before, each.words]
    if len(words) > 1 and words[-2].endswith("的") and each.words and not each.verb:
        words[-2:] = [f"{words[-2]}{each.words}"]
    return "，".join(filter(None, words))


def _told_wrong(words: str) -> bool:
    return words.endswith("的") and LACKING.search(words) is not None
