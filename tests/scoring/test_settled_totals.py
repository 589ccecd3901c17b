"""A section or the whole that is settled before its parts says what settled it, and its points add up."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.expr.numbers import plain
from kaohe.results.sheet import SectionScore, Sheet
from support.small_rubric import COUNT, FLAG, RULE, deductions, item, rubric
from support.small_scores import sheet_of

DONE: Any = item()
MORE: Any = {**item(), "id": "more"}
LATE: Any = {
    **item(
        indicators={"done": FLAG, "late": COUNT}, rules=[RULE, deductions("迟报扣1分", {"count": "late", "each": 1})]
    ),
    "id": "late",
}


def scored(facts: Any, items: list[Any], **head: Any) -> Sheet:
    return sheet_of(rubric(items, **head), facts)


def told(one: Sheet | SectionScore) -> list[tuple[str, str, str, str]]:
    return [(line.rule, line.clause, plain(line.applied), line.why) for line in one.ledger]


def test_the_most_of_a_whole() -> None:
    sheet = scored({"item": {"done": True}}, [DONE, MORE], most=3)
    assert sheet.score == 3
    assert not sheet.complete
    assert told(sheet) == [("total.most", "", "7", "最多得 3 分，缺报的事实改变不了这一结果，扣 7 分")]


def test_an_event_that_takes_all() -> None:
    veto = {"clause": "弄虚作假的不得分", "when": "item.done"}
    sheet = scored({"item": {"done": True}}, [DONE, MORE], vetoes=[veto])
    assert sheet.score == 0
    assert told(sheet) == [("total.veto1", "弄虚作假的不得分", "10", "缺报的事实改变不了这一结果，扣 10 分")]


@pytest.mark.parametrize("facts", [{"item": {"done": True}}, {"item": {"done": False}}])
def test_a_formula_of_decided_parts(facts: Any) -> None:
    sheet = scored(facts, [DONE, MORE], score="items.item / 2")
    assert sheet.score is not None
    lost = 5 - 5 * facts["item"]["done"]
    assert [(line.rule, line.applied) for line in sheet.ledger] == [("total.score", 10 - lost - sheet.score)]


def test_what_an_open_item_has_lost_for_certain_is_lost() -> None:
    """Five points of the second item are gone, one account of it is open: the whole has three of fifteen."""
    sheet = scored({"item": {"done": True}, "late": {"done": False}}, [DONE, LATE], most=3)
    (section,) = sheet.sections
    gone = sum(line.applied for one in section.items for line in one.ledger)
    assert (sheet.score, gone) == (Fraction(3), Fraction(5))
    assert section.score is None
    assert [line.applied for line in sheet.ledger] == [15 - 5 - 3]


def test_nothing_is_told_while_it_is_open_or_where_nothing_was_taken() -> None:
    assert told(scored({"item": {"done": True}}, [DONE, MORE], most=8)) == []
    assert told(scored({"item": {"done": True}, "more": {"done": True}}, [DONE, MORE], most=10)) == []
