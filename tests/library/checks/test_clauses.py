"""The clauses tile the method to the letter, and every number of a clause stands in its rule."""

from decimal import Decimal
from typing import Any

import pytest

from support.small_rubric import CLAUSE, COUNT, FLAG, RULE, codes, deductions, found

ONE = {**RULE, "clause": "甲", "points": 2}
TWO = {**RULE, "clause": "乙", "points": 3}


@pytest.mark.parametrize(
    "method",
    ["甲乙", "甲；乙。", "甲， 乙；", "甲、乙,", "甲\n乙\n", "；甲　乙", "乙。甲"],
)
def test_separators_need_no_clause(method: str) -> None:
    assert not codes(method=method, rules=[ONE, TWO])


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("甲；但书；乙。", "但书"),
        ("总则，甲乙", "总则"),
        ("甲乙。附则。", "附则"),
        ("甲：乙", "："),
        ("甲（乙）", "（"),
    ],
)
def test_words_without_a_clause(method: str, words: str) -> None:
    first, *_ = found(method=method, rules=[ONE, TWO])
    assert (first.code, first.parameters["words"]) == ("orphan-words", words)


def test_each_stretch_of_orphans_is_told() -> None:
    orphans = found(method="前言。甲；但书；乙。附则。", rules=[ONE, TWO])
    assert [one.parameters["words"] for one in orphans] == ["前言", "但书", "附则"]


@pytest.mark.parametrize(
    ("method", "rules", "expected"),
    [
        pytest.param("甲；甲", [ONE, ONE], [], id="twice in the text, twice in the rules"),
        pytest.param("甲", [ONE, ONE], ["clause-twice"], id="once in the text, twice in the rules"),
        pytest.param("甲；甲", [ONE], ["orphan-words"], id="twice in the text, once in the rules"),
        pytest.param("甲乙", [ONE], ["orphan-words"], id="half the text"),
        pytest.param("甲", [ONE, TWO], ["clause-not-in-method"], id="a clause that is not in the text"),
    ],
)
def test_repeated_clauses(method: str, rules: list[Any], expected: list[str]) -> None:
    assert codes(method=method, rules=rules) == expected


def test_the_longest_clause_that_fits_is_taken() -> None:
    longer = {**TWO, "clause": "甲，否则不得分"}
    assert not codes(method="甲；甲，否则不得分。", rules=[ONE, longer])
    assert not codes(method="甲，否则不得分；甲。", rules=[ONE, longer])


def test_vetoes_and_words_without_points_are_part_of_the_text() -> None:
    silent = {"clause": "2011年起执行", "reason": "只说明何时起"}
    veto = {"clause": "出事的不得分", "when": "accident"}
    indicators = {"done": FLAG, "accident": FLAG}
    text = f"{CLAUSE}；出事的不得分；2011年起执行。"
    assert not codes(method=text, indicators=indicators, vetoes=[veto], non_scoring=[silent])
    assert codes(method=f"{CLAUSE}；出事的不得分。", indicators=indicators, vetoes=[veto], non_scoring=[silent]) == [
        "clause-not-in-method"
    ]


def numbers_missing(clause: str, rule: dict[str, Any], **item: Any) -> list[object]:
    problems = found(method=clause, rules=[{**rule, "clause": clause}], **item)
    assert {problem.code for problem in problems} <= {"number-not-in-rule"}
    return [problem.parameters["number"] for problem in problems]


@pytest.mark.parametrize(
    ("clause", "missing"),
    [
        ("得5分", []),
        ("得5.0分", []),
        ("得５分", []),
        ("得５．０分", []),
        ("得05分", ["05"]),
        ("得15分", ["15"]),
        ("得5%", ["5%"]),
        ("得5分、3分、3分、2分", ["3", "2"]),
        ("拨打“12580”的得5分", []),
        ("拨打“12580”、12333的得5分", ["12333"]),
        ("一次性得五分", []),
    ],
)
def test_numbers_of_a_clause(clause: str, missing: list[str]) -> None:
    assert numbers_missing(clause, RULE) == missing


@pytest.mark.parametrize("each", [Decimal("2.5"), Decimal("2.50")])
@pytest.mark.parametrize("text", ["2.5", "2.50", "２.５"])
def test_numbers_are_compared_by_value(text: str, each: Decimal) -> None:
    rule = deductions("", {"count": "late", "each": each})
    assert not numbers_missing(f"得5分，每次扣{text}分", rule, indicators={"late": COUNT})


def test_numbers_may_stand_anywhere_in_the_rule() -> None:
    rule = {
        "type": "tiered",
        "points": 5,
        "of": "growth.growth",
        "base": {"above": "0%", "points": 2},
        "bands": [{"from": "1%", "below": "2%", "add": 1}, {"from": "2%", "add": 3}],
        "cumulative": False,
    }
    growth = {"growth": {"label": "人数", "kind": "change"}}
    assert not numbers_missing("满分5分，2分，1%到2%再得1分，2%以上再得3分", rule, indicators=growth)
    assert numbers_missing("满分5分，1到2再得1分", rule, indicators=growth) == []
    assert numbers_missing("满分5分，3%再得1分", rule, indicators=growth) == ["3%"]


@pytest.mark.parametrize(
    ("clause", "missing"),
    [("每低1个百分点扣0.5分", []), ("每低1%扣0.5分", []), ("每低2%扣0.5分", ["2%"]), ("扣0.5%", ["0.5%"])],
)
def test_a_percent_of_the_clause_may_be_a_percentage_point(clause: str, missing: list[str]) -> None:
    step = {"of": "rate", "target": "95%", "every_percentage_point": 1, "deduct": Decimal("0.5"), "partial": "whole"}
    rule = {"type": "steps", "points": 5, **step}
    rate = {"rate": {"label": "率", "kind": "percent"}}
    assert numbers_missing(f"达到95%得5分，{clause}", rule, indicators=rate) == missing


def test_a_number_of_the_scope_is_none_of_the_clause() -> None:
    veto = {"clause": "出事的第1条不得分并倒扣3分", "when": "accident", "scope": [1]}
    text = f"{CLAUSE}；{veto['clause']}"
    indicators = {"done": FLAG, "accident": FLAG}
    missing = found(method=text, indicators=indicators, vetoes=[veto])
    assert [one.parameters["number"] for one in missing] == ["1", "3"]
    assert [
        one.parameters["number"] for one in found(method=text, indicators=indicators, vetoes=[{**veto, "penalty": 3}])
    ] == ["1"]


def test_what_a_reading_says_is_not_in_the_rule() -> None:
    reading = {
        "id": "mark",
        "words": "7分",
        "chosen": "five",
        "options": {"five": {"meaning": "写的是7"}, "seven": {"meaning": "七", "patch": {"points": 7}}},
    }
    assert numbers_missing("得7分", {**RULE, "readings": [reading]}) == ["7"]
