"""What need not exist, read above items and by other rules: of a fact of two numbers either one is the whole fact."""

from typing import Any

import pytest

from kaohe.library.checks import problems
from support.small_rubric import CLAUSE, codes, item, rubric

RATIO = {"label": "通过率", "kind": "ratio"}
CHANGE = {"label": "人数", "kind": "change"}
ENOUGH: dict[str, Any] = {"type": "all_or_nothing", "clause": CLAUSE, "points": 5, "not_applicable": "full"}


def above(requires: str, score: str) -> list[str]:
    rows = [item(indicators={"r": RATIO, "c": CHANGE}, rules=[{**ENOUGH, "requires": requires}])]
    return [one.code for one in problems(rubric(rows, score=score)) if one.code != "unused-indicator"]


@pytest.mark.parametrize(
    ("requires", "read"),
    [
        ("r.part >= r.whole", "r.part"),
        ("r.part >= r.whole", "r.whole"),
        ("r.part >= 9", "r.whole"),
        ("c.current > c.previous", "c.previous"),
        ("c.growth > 0%", "c.current"),
    ],
)
def test_a_part_read_above_items(requires: str, read: str) -> None:
    assert above(requires, f"sum + item.{read}") == ["existence-unanswered"]
    assert above(requires, f"sum + if(applicable(item.{read}), item.{read}, 0)") == []


def test_an_alternative_that_need_not_exist() -> None:
    options = {"a": {"meaning": "要填"}, "b": {"meaning": "可以不适用", "patch": {"not_applicable": "full"}}}
    reading = {"id": "r", "words": CLAUSE, "chosen": "a", "options": options}
    rule = {"type": "all_or_nothing", "clause": CLAUSE, "points": 5, "requires": "done", "readings": [reading]}
    event = {"clause": "没完成的", "when": "not item.done", "penalty": 1}
    (only,) = problems(rubric([item(rules=[rule])], vetoes=[event]))
    assert only.code == "existence-unanswered"
    asking = {**event, "when": "applicable(item.done) and not item.done"}
    assert problems(rubric([item(rules=[rule])], vetoes=[asking])) == ()


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        ({"requires": "applicable(nothing) and done"}, "unknown-reference"),
        ({"requires": "applicable(done) and ("}, "formula-unfinished"),
        ({"not_applicable": "perhaps"}, "not-one-of"),
    ],
)
def test_an_alternative_that_is_wrong_in_itself(patch: Any, code: str) -> None:
    options = {"a": {"meaning": "要填"}, "b": {"meaning": "可以不适用", "patch": patch}}
    reading = {"id": "r", "words": CLAUSE, "chosen": "a", "options": options}
    rule = {"type": "all_or_nothing", "clause": CLAUSE, "points": 5, "requires": "done", "readings": [reading]}
    assert codes(rules=[rule]) == [code]


def test_a_part_read_by_another_rule() -> None:
    rules = [
        {**ENOUGH, "requires": "r.part >= 9"},
        {"type": "computed", "clause": CLAUSE, "points": 5, "award": "r.whole"},
    ]
    changes = {"indicators": {"r": RATIO}, "method": CLAUSE}
    assert "existence-unanswered" in codes(rules=rules, **changes)
    asking = {**rules[1], "award": "if(applicable(r), r.whole, 0)"}
    assert "existence-unanswered" not in codes(rules=[rules[0], asking], **changes)
