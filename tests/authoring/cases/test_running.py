"""Cases run: what differs from what they expect, in their facts' own items and above them."""

from functools import partial

import pytest

from kaohe import source
from kaohe.authoring.cases.case_reader import read_cases
from kaohe.authoring.cases.running import run, wrong_in
from kaohe.render.cases.words import reasons, told
from support.small_cases import CASES, RUBRICS, cases, outcomes


def differing(text: str, language: str = "zh") -> list[str]:
    (found,) = outcomes(text)
    assert not found.problems
    return [told(one, "en" if language == "en" else "zh") for one in found.differences]


def test_all_cases_of_the_file_agree() -> None:
    found = read_cases(source.read(str(CASES)), RUBRICS)
    ran = list(run(found.cases, partial(RUBRICS.scorer, found.document)))
    assert [one.case.name for one in ran if not one.passed] == []
    assert [one.sheet is not None for one in ran] == [False] * 8 + [True] * 2
    assert all(one.items is not None for one in ran)


GROWTH = "facts: {insured: {previous: 1000, current: 1010}, funds: {previous: 5, current: 5}, late: 3}"
SAFETY = "facts: {safety: {hazards: 1, accidents: 1}}"


@pytest.mark.parametrize(
    ("expected", "chinese", "english"),
    [
        ("item: growth, points: 8", "1.1 参保：应得 8 分，算得 5 分", "1.1 参保: expected 8, found 5"),
        (
            "item: growth, points: {from: 5, to: 6}",
            "1.1 参保：应得 5 至 6 分，算得 5 分",
            "1.1 参保: expected 5 to 6, found 5",
        ),
        (
            "item: growth, points: {from: 6}",
            "1.1 参保：应得 6 分以上，算得 5 分",
            "1.1 参保: expected 6 or more, found 5",
        ),
        (
            "item: growth, points: {to: 4}",
            "1.1 参保：应得 4 分以下，算得 5 分",
            "1.1 参保: expected 4 or less, found 5",
        ),
        (
            "item: growth, points: none",
            "1.1 参保：应得 不予评分，算得 5 分",
            "1.1 参保: expected not scored, found 5",
        ),
        (
            "item: growth, rules: {2: 2}",
            "1.1 参保，第 2 条规则：应给 2 分，算得 1 分",
            "1.1 参保, rule 2: expected to give 2, found 1",
        ),
        (
            "item: growth, rules: {3: {due: 2, applied: 2}}",
            "1.1 参保，第 3 条规则：应扣 2 分，算得应扣 3 分",
            "1.1 参保, rule 3: expected 2 to be due, found 3",
        ),
        (
            "item: growth, rules: {3: {applied: 3}}",
            "1.1 参保，第 3 条规则：实扣应是 3 分，算得实扣 2 分",
            "1.1 参保, rule 3: expected 3 to be applied, found 2",
        ),
    ],
)
def test_of_an_item(expected: str, chinese: str, english: str) -> None:
    text = f"- {{name: 甲, {GROWTH}, {expected}}}\n"
    assert differing(text) == [chinese]
    assert differing(text, "en") == [english]


@pytest.mark.parametrize(
    ("expected", "chinese", "english"),
    [
        (
            "rules: {safety: {veto1: 0}}",
            "2.1 安全生产，第 1 条否决：应给 0 分，算得 -9 分",
            "2.1 安全生产, veto 1: expected to give 0, found -9",
        ),
        (
            "rules: {safety: {veto1.penalty: 0}}",
            "2.1 安全生产，第 1 条否决的倒扣：应给 0 分，算得 -2 分",
            "2.1 安全生产, the penalty of veto 1: expected to give 0, found -2",
        ),
        ("sections: {safe: 7}", "项目2“安全”：应得 7 分，算得 -2 分", "section 2 “安全”: expected 7, found -2"),
        ("score: 20", "总分：应得 20 分，算得 -2 至 18 分", "total: expected 20, found -2 to 18"),
        ("grade: good", "等次应是好，算得一般", "expected grade 好, found 一般"),
        ("grade: [good, fair]", "等次应是好或一般，算得一般", "expected grade 好 or 一般, found 一般"),
    ],
)
def test_above_items(expected: str, chinese: str, english: str) -> None:
    text = f"- {{name: 甲, {SAFETY}, {expected}}}\n"
    assert differing(text) == [chinese]
    assert differing(text, "en") == [english]


def test_what_missing_facts_leave_open_is_nothing_that_was_found() -> None:
    assert differing("- {name: 甲, item: growth, facts: {late: 0}, rules: {1: 4, 3: 2}}\n") == [
        "1.1 参保，第 1 条规则：应给 4 分，算得 未定"
    ]
    assert differing("- {name: 甲, facts: {growth: {late: 0}}, grade: 好}\n") == ["等次应是好，算得未定"]


def test_the_ledger_says_why() -> None:
    (found,) = outcomes(f"- {{name: 甲, {GROWTH}, item: growth, points: 8}}\n")
    assert list(reasons(found)) == [
        "资金与上年持平（5 万元），得 1 分，扣 1 分",
        "迟报 3 次，应扣 3 分；这部分只有 2 分，扣完为止",
    ]


def test_what_is_wrong_in_facts() -> None:
    found = cases(
        "- {name: 甲, item: growth, facts: {late: 三次}, points: 8}\n- {name: 乙, item: growth, points: {to: 8}}\n"
    )
    wrong = [wrong_in(case, partial(RUBRICS.scorer, found.document)) for case in found.cases]
    assert [[one.place.rpartition("cases.yaml")[2] for one in several] for several in wrong] == [[":3:41"], []]
    (ran, _) = run(found.cases, partial(RUBRICS.scorer, found.document))
    assert (ran.problems == wrong[0], ran.passed, ran.items) == (True, False, None)
