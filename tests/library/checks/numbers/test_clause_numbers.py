"""Every number of a clause stands in its rule; years, ordinals, deadlines and the like are told from points."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kaohe.library.checks.numbers.number_kinds import KINDS, TIMES, NumberKind, demanded
from kaohe.problems import Problem
from kaohe.source import read
from support.small_rubric import CLAUSE, COUNT, FLAG, RULE, deductions, found

FILE: Any = read(str(Path(__file__).with_name("clause_numbers.yaml"))).data
CASES = [pytest.param(case, id=f"{number} {case['clause']}") for number, case in enumerate(FILE["cases"], 1)]


@pytest.mark.parametrize("case", CASES)
def test_numbers_found(case: dict[str, Any]) -> None:
    usual = {"type": "all_or_nothing", "clause": case["clause"], "points": case.get("points", 5)}
    rule = {**usual, **case.get("rule", {"requires": "done"})}
    problems = found(method=case["clause"], rules=[rule], indicators=FILE["indicators"])
    assert {one.code for one in problems} <= {"number-not-in-rule", "unused-indicator"}
    assert [one.parameters["number"] for one in problems if "number" in one.parameters] == case.get("finds", [])


@pytest.mark.parametrize("name", [*KINDS, *TIMES])
def test_every_kind_has_an_example_that_needs_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = KINDS if name in KINDS else TIMES
    kind: NumberKind = table[name]
    points = re.findall(r"(?<![\d时])[\d.]+(?=分(?!制))", kind.example.replace("0分", ""))
    assert [one.number for one in demanded(kind.example, ())] == points
    monkeypatch.delitem(table, name)
    assert len(demanded(kind.example, ())) > len(points), "without the kind its numbers are taken for points"


@pytest.mark.parametrize(
    ("clause", "number", "words"),
    [
        ("每迟报一次扣1分", "1", "报一次扣1分"),
        ("得5分", "5", "得5分"),
        ("结余率10 - 20%（含）的得3分", "10%", "结余率10 - 20%"),
        ("满分：5", "5", '"5"'),
        ("附件3要求：扣3分", "3", "扣3分"),
        ("扣１．５分", "1.5", "扣１．５分"),
    ],
)
def test_the_words_to_acknowledge_it_by(clause: str, number: str, words: str) -> None:
    """As the message gives them, they make a warning of it."""
    one, *_ = missing = [one for one in problems_of(clause) if one.parameters["number"] == number]
    assert len(missing) == 1
    assert one.parameters["example"] == words
    entry = {"problem": "number-not-in-rule", "words": words.strip('"'), "reason": "已核对"}
    known = [one for one in problems_of(clause, acknowledge=[entry]) if one.severity == "warning"]
    assert number in [one.parameters["number"] for one in known]
    assert "acknowledge" not in known[0].message("zh") + known[0].message("en")


def problems_of(clause: str, **item: Any) -> tuple[Problem, ...]:
    rule = {"type": "all_or_nothing", "clause": clause, "points": 7, "requires": "done"}
    return found(method=clause, rules=[rule], indicators={"done": FLAG}, **item)


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
    veto = {"clause": "出事超过1起的不得分并倒扣3分", "when": "accident", "scope": [1]}
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
