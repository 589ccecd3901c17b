"""One row of the form as an item: what only leads, what scores, and what is given where there is nothing of it."""

from collections.abc import Sequence

from kaohe.authoring.drafting.drafted_item import DraftedItem
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.item_draft import drafted_parts
from kaohe.authoring.drafting.joined_parts import parts
from kaohe.authoring.drafting.leads import lead_of, with_demand, with_result
from kaohe.authoring.drafting.nothing_of_the_kind import given_in_full, is_nothing
from kaohe.authoring.drafting.parts import Part


def drafted(item: Item) -> DraftedItem:
    lead = lead_of(item.method)
    item.target = item.target or lead.asked
    made = _all_of_it(
        item, parts(" " * lead.end + with_result(with_demand(item.method, lead.end), lead.end)[lead.end :])
    )
    clause = item.method[: lead.end].strip(" \n。；;，,")
    if lead.end and (made.rules or made.vetoes):
        made.non_scoring.insert(0, {"clause": clause, "reason": item.say("leads")})
    elif lead.end:
        made.todo.insert(0, {"clause": clause, "why": item.say("why-beside")})
    return made


def _all_of_it(item: Item, said: Sequence[Part]) -> DraftedItem:
    nothing = [one for one in said if is_nothing(one)]
    if nothing and len(nothing) < len(said):
        made = drafted_parts(item, [one for one in said if one not in nothing])
        for one in nothing:
            _apart(item, item.clause(one), made)
        return made
    return drafted_parts(item, said)


def _apart(item: Item, clause: str, made: DraftedItem) -> None:
    """What is given where there is nothing of the kind."""
    try:
        made.non_scoring.append(given_in_full(item, clause, made.rules))
    except NotRead as unread:
        made.todo.append({"clause": clause, "why": item.why(unread)})
