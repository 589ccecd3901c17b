"""按时报送总结，否则扣2分: points that are taken where what words ask for is not so."""

from typing import Any

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import flag
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.otherwise import asked_before
from kaohe.authoring.drafting.ranges import range_of


def taken_unless(item: Item, move: Move, context: str, *, counted: bool) -> dict[str, Any] | None:
    """The entry of a move that says 否则; what has a number, or is behind what is `counted`, may be taken each time."""
    asked_for = asked_before(move)
    if asked_for is None:
        return None
    when = asked_for.when
    if counted or conditions.denies(when) or range_of(when) is not None or conditions.within_year(when):
        raise NotRead("why-unread", words=item.clause_of(move))
    return {"unless": flag(item, asked_for, context), "once": move.outcome.points}
