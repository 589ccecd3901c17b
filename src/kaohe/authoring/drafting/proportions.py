"""What must not be for any points of a share: 完成率低于60%的不得分."""

import re
from collections.abc import Sequence

from kaohe.authoring.drafting.asked import formula
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move, beyond
from kaohe.authoring.drafting.ranges import range_of

_SHARES = ("率", "比例", "度", "达到", "完成")


def share_gates(item: Item, gates: Sequence[Move], of: str) -> Rule:
    """`requires` for each move that gives nothing below a percent of the number itself."""
    found = []
    name = re.sub(r" / [\d.]+%$", "", of)  # 低于70%不得分 is of the rate, and not of its share of 95%
    for move in gates:
        stretch = range_of(move.when)
        if stretch is None or stretch.unit != "%" or stretch.exact or stretch.low is not None or beyond(move):
            raise NotRead("why-number", words=item.clause_of(move))
        if stretch.what and not stretch.what.endswith(_SHARES):
            raise NotRead("why-number", words=item.clause_of(move))
        found.append(f"not ({formula(name, stretch)})")
    return {"requires": found[0] if len(found) == 1 else found} if found else {}
