"""The clauses tile the method to the letter."""

from typing import Any

import pytest

from support.small_rubric import CLAUSE, FLAG, RULE, codes, found

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
