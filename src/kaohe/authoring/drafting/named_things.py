"""应建未建的，1个党组织扣2分: one of what is named, where the words before tell what is wrong with it."""

from kaohe.authoring.drafting.counted import Each, one_named, told_wrong
from kaohe.authoring.drafting.moves import Move


def one_of_named(move: Move) -> Each | None:
    """What a move counts so, if it does."""
    return one_named(move.outcome.before) if any(told_wrong(one.text) for one in move.words) else None
