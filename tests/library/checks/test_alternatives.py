"""Every alternative of a reading is a sound rubric of its own; what is wrong in one stands at the alternative."""

from typing import Any

import pytest

from kaohe.library.checks import problems
from kaohe.problems import errors
from support.small_rubric import CLAUSE, COUNT, FLAG, RULE, found, item, rubric


def reading(patch: dict[str, Any], **others: Any) -> dict[str, Any]:
    """A reading with one alternative, whose meaning says all that its patch has."""
    options = {"usual": {"meaning": "照字面"}, "other": {"meaning": f"另一种，不按5分：{patch}", "patch": patch}}
    return {"id": "doubt", "words": "完成", "chosen": "usual", "options": options, **others}


def with_reading(*readings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"rules": [{**RULE, "readings": list(readings)}], **changes}


OPTION = ("sections", 0, "items", 0, "rules", 0, "readings", 0, "options", "other")


@pytest.mark.parametrize(
    "patch",
    [
        {"points": 3},
        {"points": 3.5},
        {"not_applicable": "full"},
        {"floor": "item"},
        {"type": "deductions", "requires": None, "deductions": [{"unless": "done", "once": 5}]},
    ],
)
def test_sound_alternatives(patch: dict[str, Any]) -> None:
    """Points follow the rule: a mark of 3 leaves an item, a section and a form of 3."""
    assert not found(**with_reading(reading(patch)))


@pytest.mark.parametrize("patch", [{"points": 5}, {"requires": ["done"]}, {"floor": None}, {"type": "all_or_nothing"}])
def test_an_alternative_that_is_the_rule_as_it_is(patch: dict[str, Any]) -> None:
    """It is said, and no more than said: scores are what they should be, and only what hangs on it is not."""
    document = rubric([item(**with_reading(reading(patch)))])
    (only,) = problems(document)
    assert (only.code, only.severity, only.parameters) == ("patch-without-effect", "warning", {"option": "other"})
    assert (only.line, only.column) == document.position(OPTION, key=True)


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        ({"points": "三分"}, "number-expected"),
        ({"points": "3"}, "quoted-number"),
        ({"points": None}, "missing-key"),
        ({"points": 0}, "requires-without-points"),
        ({"requires": "dun"}, "unknown-reference"),
        ({"require": "done"}, "unknown-key"),
        ({"floor": "zero"}, "not-one-of"),
        ({"type": "levels"}, "missing-key"),
        ({"type": "level"}, "unknown-rule-type"),
    ],
)
def test_a_broken_alternative_is_found_at_the_alternative(patch: dict[str, Any], code: str) -> None:
    document = rubric([item(**with_reading(reading(patch)))])
    several = problems(document)
    assert code in [one.code for one in several]
    assert {(one.line, one.column) for one in several} == {document.position(OPTION, key=True)}


def test_each_alternative_is_looked_at_alone() -> None:
    third = {"meaning": "第三种", "patch": {"requires": "dan"}}
    several = reading({"requires": "dun"})
    several["options"]["third"] = third
    wrong = found(**with_reading(several, reading({"requires": "den"}, id="second")))
    assert [one.parameters["found"] for one in wrong] == ["dun", "dan", "den"]


def test_what_is_wrong_anyway_is_said_once() -> None:
    other = {**RULE, "clause": "上报的得3分", "points": 3, "requires": "reported"}
    rules = [{**RULE, "readings": [reading({"points": 4}), reading({"points": 3}, id="second")]}, other]
    (only,) = errors(found(method=f"{CLAUSE}；上报的得3分", rules=rules))
    assert only.code == "unknown-reference"


def test_a_veto_has_readings_too() -> None:
    veto = {
        "clause": "出事的不得分",
        "when": "accident",
        "readings": [reading({"scope": [2]}, words="不得分")],
    }
    indicators = {"done": FLAG, "accident": FLAG}
    (only,) = errors(found(method=f"{CLAUSE}；出事的不得分。", indicators=indicators, vetoes=[veto]))
    assert (only.code, only.parameters) == ("no-such-rule", {"found": 2, "count": 1})


def test_a_fact_that_only_an_alternative_reads_is_used() -> None:
    indicators = {"done": FLAG, "late": COUNT}
    head = {"average": {"label": "全省平均", "kind": "percent"}}
    patch = {
        "type": "steps",
        "requires": None,
        "of": "parameters.average",
        "target": "5%",
        "every_percent": "1%",
        "deduct": 1,
        "partial": "whole",
    }
    rows = [
        item(indicators=indicators, **with_reading(reading({"requires": ["done", "late"]}), reading(patch, id="b")))
    ]
    assert not errors(problems(rubric(rows, parameters=head)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"words": "未完成"}, "words-not-in-clause"),
        ({"chosen": "others"}, "unknown-chosen"),
        ({"options": {"usual": {"meaning": "照字面"}}}, "no-alternative"),
    ],
)
def test_form(changes: dict[str, Any], code: str) -> None:
    assert code in [one.code for one in found(**with_reading({**reading({"points": 3}), **changes}))]


def test_readings_that_share_a_name_are_not_tried() -> None:
    """Which one would be meant?"""
    assert [one.code for one in found(**with_reading(reading({"requires": "dun"}), reading({"points": 3})))] == [
        "duplicate-id"
    ]


def test_two_items_may_use_one_name() -> None:
    rows = [item(**with_reading(reading({"points": 3}))), {**item(**with_reading(reading({"points": 2}))), "id": "b"}]
    assert not problems(rubric(rows))


def test_an_item_as_it_is_read_adds_up() -> None:
    """A rule that only others name has no points of the item; a patch that makes it one takes them away."""
    other = {**RULE, "clause": "上报的得3分", "points": 3, "id": "reported"}
    rules = [{**RULE, "readings": [reading({"points": 3, "counts": False, "id": "done"})]}, other]
    assert not found(method=f"{CLAUSE}；上报的得3分", rules=rules)
    helping = {**RULE, "id": "done", "counts": False, "readings": [reading({"points": 3})]}
    assert not found(method=f"{CLAUSE}；上报的得3分", points=3, rules=[helping, other])


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        ({"clause": "做完的得5分"}, "clause-not-in-method"),
        ({"bands": [{"from": "3%", "add": 1}, {"from": "2%", "below": "3%", "add": 2}]}, "earns-too-little"),
        ({"points": 4}, "earns-too-much"),
        ({"bands": [{"from": "2%", "add": 3}, {"from": "2%", "add": 1}]}, "band-unreachable"),
        ({"bands": [{"from": "4%", "below": "2%", "add": 3}]}, "band-empty"),
    ],
)
def test_each_alternative_is_checked_as_the_rule_is(patch: dict[str, Any], code: str) -> None:
    clause = "增长得2分，2%以上再得3分"
    rule = {
        "type": "tiered",
        "clause": clause,
        "points": 5,
        "of": "people.growth",
        "cumulative": False,
        "base": {"above": "0%", "points": 2},
        "bands": [{"from": "2%", "add": 3}],
        "readings": [reading(patch, words="增长")],
    }
    people = {"people": {"label": "人数", "kind": "change"}}
    document = rubric([item(method=clause, indicators=people, rules=[rule])])
    several = [one for one in problems(document) if one.severity == "error" and "only" not in one.code]
    assert code in [one.code for one in several]
    assert {(one.line, one.column) for one in several} == {document.position(OPTION, key=True)}


def test_two_rules_of_one_name_in_an_alternative() -> None:
    other = {**RULE, "clause": "上报的得3分", "points": 3, "id": "reported"}
    rules = [{**RULE, "readings": [reading({"id": "reported"})]}, other]
    assert [one.code for one in found(method=f"{CLAUSE}；上报的得3分", rules=rules)] == ["duplicate-id"]


def test_a_grade_that_an_alternative_puts_out_of_reach() -> None:
    grades = [{"id": "good", "title": "优秀", "from": 5}, {"id": "rest", "title": "其他"}]
    document = rubric([item(**with_reading(reading({"points": 4})))], grades=grades)
    (only,) = problems(document)
    assert (only.code, only.parameters) == ("grade-never-reached", {"title": "优秀"})
    assert (only.line, only.column) == document.position(OPTION, key=True)
