"""酌情扣1-3分, 视情况得1至10分: points that who scores decides within limits, with a reason."""

import re
from decimal import Decimal

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import flag
from kaohe.authoring.drafting.counted import occurs
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part


def judged(item: Item, move: Move, low: Decimal | None = None) -> str:
    """The fact of how many points; without limits of its own from nothing to all that there are."""
    if "扣" in move.outcome.verb and occurs(move.when) and not re.search("[酌视]|适当", move.outcome.shown):
        raise NotRead("why-once", words=item.clause_of(move))  # 发生事件扣1-2分: for each, or for all
    amounts = move.outcome.amounts
    first, last = amounts or (Decimal(0), item.points)
    if not last or first >= last:
        raise NotRead("why-number", words=item.clause_of(move))
    label = f"{item.original(move) or item.facts.title}，{item.shown(move)}"
    return item.facts.add(label, "judgement", range={"from": first if low is None else low, "to": last})


def judgement(item: Item, part: Part, rule: Rule) -> Rule:
    """Points that are given so: nothing where what they are given for is not there."""
    move = part.moves[0]
    if len(part.moves) > 1 or (move.outcome.amounts and rule["points"] and move.outcome.amounts[1] != rule["points"]):
        raise NotRead("why-unread", words=item.clause(part))
    made = {**rule} if rule["points"] else {**rule, "most": move.outcome.amounts[1] if move.outcome.amounts else "none"}
    if not move.when:
        return {**made, "award": judged(item, move)}
    if conditions.says_more(move.when):
        raise NotRead("why-unread", words=item.clause_of(move))
    name = flag(item, move)
    return {**made, "award": f"if({name}, {judged(item, move)}, 0)"}
