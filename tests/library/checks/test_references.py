"""What rules name is declared, what is declared is used; all wrong names of a file are found in one run."""

from typing import Any

import pytest

from kaohe.library.checks import problems
from support.small_rubric import CLAUSE, COUNT, FLAG, RULE, codes, deductions, found, item, rubric

CHANGE = {"label": "人数", "kind": "change"}


def test_all_wrong_names_of_a_rule_at_once() -> None:
    rule = deductions(CLAUSE, {"count": "a", "each": 1}, {"when": "b", "once": 1}, {"unless": "c", "once": 1})
    wrong = found(rules=[{**rule, "requires": ["done", "d", "not e", "done or f"]}])
    assert sorted(str(one.parameters["found"]) for one in wrong) == ["a", "b", "c", "d", "e", "f"]
    assert {one.code for one in wrong} == {"unknown-reference"}


def test_each_stands_at_the_word() -> None:
    rows = [item(rules=[{**RULE, "requires": ["done", "done or dune"]}])]
    document = rubric(rows)
    (only,) = problems(document)
    place = ("sections", 0, "items", 0, "rules", 0, "requires", 1)
    assert (only.line, only.column) == document.position(place, offset=len("done or "))
    assert (only.parameters["nearest"], only.parameters["known"]) == ("done", "done")


def test_wrong_names_and_wrong_bands_at_once() -> None:
    """What depends on the missing fact is not guessed at."""
    rule = {
        "type": "tiered",
        "clause": CLAUSE,
        "points": 5,
        "of": "dun.growth",
        "bands": [{"from": "1%", "above": "2%", "add": 5}],
        "cumulative": False,
    }
    assert codes(rules=[rule]) == ["unused-indicator", "unknown-reference", "one-lower-side"]


def test_both_wrong_sides_of_a_target() -> None:
    rule = {
        "type": "steps",
        "clause": CLAUSE,
        "points": 5,
        "of": "rate.rate",
        "target": "parameters.averge",
        "every_percentage_point": 1,
        "deduct": 1,
        "partial": "whole",
    }
    rows = [item(rules=[rule], indicators={})]
    head = {"average": {"label": "全省平均", "kind": "percent"}}
    wrong = problems(rubric(rows, parameters=head))
    assert [(one.code, one.parameters["found"]) for one in wrong] == [
        ("unknown-reference", "rate.rate"),
        ("unknown-reference", "parameters.averge"),
    ]


def test_vetoes() -> None:
    veto = {"clause": "出事的不得分", "when": "accident", "penalty": 1, "penalty_each": True, "scope": [1, 2, 3]}
    text = f"{CLAUSE}；出事的不得分。"
    assert codes(method=text, vetoes=[veto]) == ["unknown-reference", "no-such-rule", "no-such-rule"]
    flagged = codes(method=text, vetoes=[{**veto, "scope": [1]}], indicators={"done": FLAG, "accident": FLAG})
    assert flagged == ["not-a-number"], "a flag has no number to multiply the penalty with"


def test_a_veto_of_a_rule_that_awards_nothing() -> None:
    rules = [RULE, deductions("迟报扣1分", {"count": "late", "each": 1}, points=0, floor="item")]
    veto = {"clause": "出事的不得分", "when": "accident", "scope": [1, 2]}
    indicators = {"done": FLAG, "late": COUNT, "accident": FLAG}
    text = f"{CLAUSE}；迟报扣1分；出事的不得分。"
    assert codes(method=text, rules=rules, vetoes=[veto], indicators=indicators) == ["requires-without-points"]


@pytest.mark.parametrize("name", ["part", "whole", "self", "item", "below", "usual", "all_or_nothing", "doubt"])
def test_a_name_that_is_also_a_word_of_the_language(name: str) -> None:
    """`floor: part` is no use of a fact called part."""
    reading = {
        "id": "doubt",
        "words": "完成",
        "chosen": "usual",
        "options": {"usual": {"meaning": "self"}, "other": {"meaning": "item", "patch": {"not_applicable": "full"}}},
    }
    rule = {**RULE, "floor": "part", "readings": [reading]}
    assert codes(indicators={"done": FLAG, name: FLAG}, rules=[rule]) == ["unused-indicator"]


def test_parameters_are_used_anywhere() -> None:
    head = {"enough": {"label": "够了", "kind": "flag"}, "idle": {"label": "没用", "kind": "flag"}}
    rows = [item(rules=[{**RULE, "requires": ["done", "parameters.enough"]}])]
    (only,) = problems(rubric(rows, parameters=head))
    assert (only.code, only.parameters["name"]) == ("unused-indicator", "idle")


def test_what_was_misspelt_is_not_unused_as_well() -> None:
    assert codes(rules=[{**RULE, "requires": "doen"}]) == ["unknown-reference"]


def test_an_indicator_of_another_item_is_not_declared_here() -> None:
    rows = [item(), {**item(rules=[{**RULE, "requires": "done"}], indicators={}), "id": "second"}]
    assert [one.code for one in problems(rubric(rows))] == ["unknown-reference"]


def test_a_veto_must_know_of_facts_that_need_not_exist() -> None:
    rules = [{**RULE, "not_applicable": "full"}]
    veto = {"clause": "没完成的不得分", "when": "done"}
    assert codes(method=f"{CLAUSE}；没完成的不得分", rules=rules, vetoes=[veto]) == ["existence-unanswered"]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"cap": "none"}, "unknown-reference"),
        ({"cap": "towns"}, "not-a-single-fact"),
        ({"requires": "done", "otherwise": "nothing / 2"}, "unknown-reference"),
        ({"requires": "done", "otherwise": "towns"}, "not-a-single-fact"),
    ],
)
def test_formulas_of_keys_that_every_rule_has(keys: dict[str, Any], code: str) -> None:
    towns = {**COUNT, "list": True}
    rule = deductions(CLAUSE, {"count": "late", "each": 1}, **keys)
    indicators = {"done": FLAG, "late": COUNT, "towns": towns}
    assert [one for one in codes(indicators=indicators, rules=[rule]) if one != "unused-indicator"] == [code]


def test_what_a_rule_leaves_unread_must_be_sound_too() -> None:
    rule = {"type": "steps", "clause": CLAUSE, "points": 5, "of": "late", "target": 0, "every": 1, "award": 1}
    asked = {**rule, "partial": "whole", "cap_each": "( towns )"}
    indicators = {"late": COUNT, "towns": {**COUNT, "list": True}}
    assert codes(indicators=indicators, rules=[asked]) == ["not-a-single-fact"]


@pytest.mark.parametrize("ids", [("reached.whole", "each"), ("it", "a.b"), ("parameters.x", "each"), ("a.b", "c.d")])
def test_ids_with_dots_are_findings(ids: tuple[str, str]) -> None:
    made = {"label": "人均", "kind": "number", "formula": "late + 1"}
    rule = {"type": "computed", "clause": CLAUSE, "points": 5, "award": ids[1]}
    assert "malformed-id" in codes(id=ids[0], indicators={"late": COUNT, ids[1]: made}, rules=[rule])


def test_a_rule_must_know_of_facts_that_a_veto_asks_for() -> None:
    rules = [{"type": "computed", "clause": CLAUSE, "points": 5, "award": "late"}]
    veto = {"clause": "迟报的不得分", "when": "applicable(late) and late > 9"}
    changes = {"method": f"{CLAUSE}；迟报的不得分", "vetoes": [veto], "indicators": {"late": COUNT}}
    assert codes(rules=rules, **changes) == ["existence-unanswered"]
    assert codes(rules=[{**rules[0], "not_applicable": "zero"}], **changes) == []


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ({**COUNT, "options": {"a": "甲"}}, "options-and-choice"),
        ({**COUNT, "labels": {"current": "本年"}}, "no-such-field"),
        ({**CHANGE, "labels": {"current": "本年", "whole": "全部"}}, "no-such-field"),
    ],
)
def test_indicators(indicator: dict[str, Any], code: str) -> None:
    assert code in codes(indicators={"done": FLAG, "other": indicator})
