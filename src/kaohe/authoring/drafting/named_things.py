"""应建未建的，1个党组织扣2分: what is counted, where the words before it tell what is wrong with it."""

from collections.abc import Sequence

from kaohe.authoring.drafting.counted import LACKING, Each, one_named
from kaohe.authoring.drafting.moves import Move


def one_of_named(move: Move) -> Each | None:
    """What a move counts so, if it does."""
    return one_named(move.outcome.before) if any(_told_wrong(one.text) for one in move.words) else None


def joined_label(before: Sequence[str], each: Each) -> str:
    """What is counted, with the words before it: 逾期未完成的，每个问题 are 逾期未完成的问题."""
    words = [*before, each.words]
    if len(words) > 1 and words[-2].endswith("的") and each.words and not each.verb:
        words[-2:] = [f"{words[-2]}{each.words}"]
    return "，".join(filter(None, words))


def _told_wrong(words: str) -> bool:
    return words.endswith("的") and LACKING.search(words) is not None
