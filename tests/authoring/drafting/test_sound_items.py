"""What an item's rules are not as a whole: its clauses are left to do, the one at fault with its reason."""

from decimal import Decimal

from kaohe.authoring.drafting.drafted_item import DraftedItem
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts
from kaohe.authoring.drafting.sound_items import left_to_do
from kaohe.problems import Problem

ITEM = Item("甲；乙", Decimal(2), Facts("项"), "zh")
FOUND = DraftedItem(rules=[{"clause": "甲"}], vetoes=[{"clause": "乙"}], todo=[{"clause": "丙", "why": "未读"}])


def _why(*keys: str | int) -> dict[str, str]:
    wrong = Problem("reserved-id", "draft", parameters={"found": "x"}, keys=keys)
    return {one["clause"]: one["why"] for one in left_to_do(ITEM, FOUND, wrong).todo}


def test_the_clause_at_fault_says_why() -> None:
    said = "起草的规则通不过校验：标识不能用“x”：它在式子里另有所指"
    other = ITEM.say("why-beside")
    assert _why("sections", 0, "items", 0, "vetoes", 0) == {"甲": other, "乙": said, "丙": "未读"}
    assert _why("sections", 0, "items", 0, "indicators") == {"甲": said, "乙": said, "丙": "未读"}
