"""98%以上不扣分: the stretch of a number for which nothing is taken."""

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.ranges import Range, range_of


def spared(item: Item, move: Move) -> Range:
    """The stretch that a move names; raises NotRead where it is none."""
    stretch = range_of(move.when)
    if stretch is None or stretch.exact or "±" in stretch.what or conditions.says_more(stretch.what):
        raise NotRead("why-number", words=item.clause_of(move))
    return stretch
