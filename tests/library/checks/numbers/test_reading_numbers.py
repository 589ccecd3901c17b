"""The numbers of readings: those of a patch are said, those of a meaning stand somewhere."""

from decimal import Decimal
from typing import Any

import pytest

from kaohe.library.checks import problems
from kaohe.library.checks.numbers.numerals import numerals
from kaohe.problems import Problem
from support.small_rubric import COUNT, FLAG, deductions, found, item, rubric

CLAUSE = "按时上报得5分，每迟报一次扣1分"
INDICATORS = {"late": COUNT, "done": {**FLAG, "label": "12项全部完成"}}


def read_as(meaning: str, patch: dict[str, Any], clause: str = CLAUSE, **changes: Any) -> dict[str, Any]:
    """An item with a reading whose alternative means this and changes the rule so."""
    options = {"usual": {"meaning": "照字面"}, "other": {"meaning": meaning, "patch": patch}}
    reading = {"id": "doubt", "words": "每迟报一次", "chosen": "usual", "options": options}
    rule = deductions(clause, {"count": "late", "each": 1}, readings=[reading], requires="done")
    return {"method": clause, "indicators": INDICATORS, "rules": [rule], **changes}


def each(points: object, **others: object) -> dict[str, Any]:
    return {"deductions": [{"count": "late", "each": points, **others}]}


def said(several: tuple[Problem, ...]) -> list[tuple[str, str, object]]:
    """The findings in the numbers of readings but for what an alternative drops, which has tests of its own."""
    return [
        (one.code, one.severity, one.parameters["number"]) for one in several if one.code != "number-not-in-alternative"
    ]


@pytest.mark.parametrize(
    ("meaning", "patch"),
    [
        pytest.param("只扣一次", {**each(1), "cap": 1}, id="the number of the clause"),
        pytest.param("每次扣2分，不是1分", each(2), id="the doubt itself brings it, and says so"),
        pytest.param("每次扣两分，不是一分", each(2), id="said in characters"),
        pytest.param("加倍扣", each(2), id="said as a word"),
        pytest.param("减半扣", each(Decimal("0.5")), id="half of one"),
        pytest.param("未全部完成的得一半", {"otherwise": Decimal("2.5"), "cap": 5}, id="half of the points"),
        pytest.param("满分加倍", {"points": 10}, id="double of the points"),
        pytest.param("从第三次起扣", each(1, free=2), id="the third, after two"),
        pytest.param("从第3次起扣", each(1, free=2), id="the 3rd, after two"),
        pytest.param("扣完整个子项目的5分", {"cap": 5}, id="the points of the item"),
        pytest.param("不扣", each(0), id="nothing"),
        pytest.param(
            "每次扣一分，不分别扣，也不扣三分之一", {**each(1), "cap": 1}, id="points in words that the rule has"
        ),
        pytest.param("12项有一项未完成的不得分", {"otherwise": 0}, id="a number in the label of a fact"),
        pytest.param("每次扣2分，不是1分，例如迟报7次扣14分", each(2), id="a mere example"),
        pytest.param("按〔2011〕493号文件第8条，3月底前补报的不扣", each(0), id="numbers that are no points"),
    ],
)
def test_numbers_that_are_said(meaning: str, patch: dict[str, Any]) -> None:
    assert found(**read_as(meaning, patch)) == ()


@pytest.mark.parametrize(
    ("meaning", "patch", "number"),
    [
        ("每次多扣", each(2), "2"),
        ("每次扣3分", each(Decimal("2.5")), "2.5"),
        ("按式子扣", {"type": "computed", "deductions": None, "deduct": "late * 7"}, "7"),
        ("另有上限", {"cap": 4}, "4"),
    ],
)
def test_a_number_of_a_patch_that_nobody_speaks_of(meaning: str, patch: dict[str, Any], number: str) -> None:
    assert ("number-only-in-patch", "error", number) in said(found(**read_as(meaning, patch)))


@pytest.mark.parametrize(
    ("meaning", "number"),
    [("每次扣8分", "8"), ("逾期满30天才算", "30"), ("达到90%的不扣", "90%"), ("每次扣三分", "3"), ("得十三分", "13")],
)
def test_a_number_of_a_meaning_that_is_nowhere(meaning: str, number: str) -> None:
    assert said(found(**read_as(meaning, each(0)))) == [("number-only-in-meaning", "warning", number)]


def test_the_meaning_of_the_chosen_option_too() -> None:
    row = read_as("不扣", each(0))
    row["rules"][0]["readings"][0]["options"]["usual"]["meaning"] = "每次扣3分"
    (only,) = found(**row)
    assert (only.code, only.parameters["option"]) == ("number-only-in-meaning", "usual")


def test_the_clause_was_changed_and_the_patch_was_not() -> None:
    """每低1% became 每低2%."""
    rate = {"rate": {"label": "完成率", "kind": "percent"}}
    options = {
        "point": {"meaning": "百分点"},
        "share": {"meaning": "目标的百分比", "patch": {"every_percentage_point": None, "every_percent": "3%"}},
    }
    step = {"of": "rate", "target": "95%", "every_percentage_point": 2, "deduct": 1, "partial": "whole"}
    clause = "达95%得5分，每低2%扣1分"
    rule = {
        "type": "steps",
        "clause": clause,
        "points": 5,
        **step,
        "readings": [{"id": "percent", "words": "每低2%", "chosen": "point", "options": options}],
    }
    assert said(found(method=clause, indicators=rate, rules=[rule])) == [("number-only-in-patch", "error", "3%")]


def test_both_stand_in_the_reading() -> None:
    document = rubric([item(**read_as("每次扣8分", each(2)))])
    options = ("sections", 0, "items", 0, "rules", 0, "readings", 0, "options", "other")
    places = {(one.code, one.line, one.column) for one in problems(document) if "only" in one.code}
    assert places == {
        ("number-only-in-meaning", *document.position((*options, "meaning"))),
        ("number-only-in-patch", *document.position((*options, "patch"))),
    }


def test_a_veto_has_readings_too() -> None:
    options = {"once": {"meaning": "只倒扣一次"}, "twice": {"meaning": "多扣", "patch": {"penalty": 6}}}
    reading = {"id": "penalty", "words": "倒扣", "chosen": "once", "options": options}
    veto = {"clause": "出事的倒扣3分", "when": "done", "penalty": 3, "readings": [reading]}
    row = read_as("不扣", each(0), method=f"{CLAUSE}；出事的倒扣3分", vetoes=[veto])
    assert said(found(**row)) == [("number-only-in-patch", "error", "6")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三次", {"3"}),
        ("十次", {"10"}),
        ("十五天", {"15", "5"}),
        ("二十天", {"20", "2"}),
        ("一百二十五人", {"125", "1", "2", "5"}),
        ("一、二、三类", {"1", "2", "3"}),
        ("百分之五", {"100", "5"}),
        ("两档减半", {"2", "0.5"}),
        ("没有数", set[str]()),
    ],
)
def test_numerals(text: str, expected: set[str]) -> None:
    assert {number for number in numerals(text) if "%" not in number} == expected
