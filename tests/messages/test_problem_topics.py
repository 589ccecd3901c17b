"""Codes of problems by topic, what they begin with, and why each is a problem."""

import pytest

from kaohe.messages import Language, table
from kaohe.messages.problem_topics import beginnings, begins_with, outline, problem_codes, topic_of, topics
from kaohe.render.explain.problem_page import why


def test_every_code_has_one_topic() -> None:
    listed = [code for codes in topics().values() for code in codes]
    assert sorted(listed) == list(problem_codes())
    assert topic_of("doubt-above") == "doubt"
    assert topic_of("of-a-rule-type") == "rubric"


@pytest.mark.parametrize(
    ("code", "beginning", "expected"),
    [
        ("doubt-above", "doubt", True),
        ("doubt-above", "doubt-", True),
        ("doubt-above", "doubt-above", True),
        ("doubt-above", "dou", False),
        ("doubt-above", "doubt-above-all", False),
    ],
)
def test_beginnings_end_at_hyphens(code: str, beginning: str, *, expected: bool) -> None:
    assert begins_with(code, beginning) == expected
    assert ({"doubt", "doubt-year", "doubt-year-growth"} <= {*beginnings()}, "dou" in beginnings()) == (True, False)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_outlines_have_no_blanks_left(language: Language) -> None:
    for code in problem_codes():
        said = outline(code, language)
        assert said
        assert why(code, language), code
    assert outline("number-not-in-rule", "zh") == "条文“…”里的 … 在规则里找不到"
    assert outline("range-empty", "en") == "range ends before it begins"
    assert "{self: 自评分}" in outline("no-self-stage", "zh")
    assert outline("final-incomplete", "en").startswith("no fact may be missing in the final stage, but … are: …")


def test_every_why_is_of_a_problem_or_a_topic() -> None:
    named = {code.removeprefix("why.") for code in table("why")}
    known = {*problem_codes(), "of-another", *(f"{part}-{name}" for part in ("of", "title") for name in topics())}
    assert named - known == set()
