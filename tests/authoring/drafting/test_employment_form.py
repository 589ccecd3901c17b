"""The employment form, drafted from Word and compared with the rubric that was written by hand, clause by clause."""

from collections.abc import Mapping
from typing import Any

import pytest

from authoring.drafting.summaries import summary
from kaohe import source
from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.library import checks
from kaohe.library.rubric_files import shipped
from kaohe.problems import errors
from kaohe.render import rubric_yaml
from kaohe.source.form_document import word
from support.word_documents import employment_form

FACTS_OTHERWISE: Mapping[str, tuple[str, str]] = {
    "每查实一起扣2分": ("deductions 4 each=2 gate", "deductions 4 each=2"),
    "当年被省厅评估": ("deductions 15 each=5 each=5 gate", "deductions 15 each=5"),
    "部、省通报肯定": ("all_or_nothing 2 or commended_by_province", "all_or_nothing 2"),
    "省当年平均通过率": (
        "steps 5 target=parameters.provincial_pass_rate every_percentage_point=1 deduct=0.5",
        "steps 5 target=parameters.省当年平均通过率 every_percentage_point=1 deduct=0.5",
    ),
    "达到两次的得5分": ("tiered 5 ≥2:5 cumulative=false", "all_or_nothing 5 >= 2"),
    "取得名次的得5分": ("all_or_nothing 5 or ranked", "all_or_nothing 5"),
    "有一个（次）未联网": ("deductions 10 each=5 each=5", "deductions 10 each=5"),
    "缺少一个县": ("deductions 15 each=5 each=5", "deductions 15 each=5"),
}
"""Where the author split a fact in two or asked for one more: the points, prices and limits are the same."""


@pytest.fixture(scope="module")
def draft() -> dict[str, Any]:
    return rubric_data(official_form(word.rows(employment_form()), "form.docx"), "employment", "zh")


def _items(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [item for section in data["sections"] for item in section["items"]]


def _clauses(item: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {rule["clause"]: rule for rule in (*item.get("rules", ()), *item.get("vetoes", ()))}


def test_every_clause(draft: Mapping[str, Any]) -> None:
    by_hand: Any = source.read(str(shipped()["jiangsu-employment-2011"])).data
    otherwise = 0
    for ours, theirs in zip(_items(by_hand), _items(draft), strict=True):
        expected, found = _clauses(ours), _clauses(theirs)
        assert found.keys() == expected.keys()
        for clause in expected:
            pair = summary(expected[clause]), summary(found[clause])
            known = [one for words, one in FACTS_OTHERWISE.items() if words in clause]
            otherwise += bool(known)
            assert pair == known[0] if known else pair[0] == pair[1]
    assert otherwise == len(FACTS_OTHERWISE)


def test_what_is_left_to_do(draft: Mapping[str, Any]) -> None:
    """Only where the form contradicts itself."""
    left = [(item["title"], one["clause"]) for item in _items(draft) for one in item.get("todo", ())]
    assert left == [("失业保险统计", "得5分")]
    assert "todo" not in draft


def test_it_is_sound_but_for_that(draft: Mapping[str, Any]) -> None:
    document = source.read("draft.yaml", rubric_yaml.text(draft, []).encode())
    assert [problem.code for problem in errors(checks.problems(document))] == ["todo-of-item"]


def test_readings_are_raised(draft: Mapping[str, Any]) -> None:
    """At least those of the author that hang on a clause's own words."""
    raised = {
        (item["title"], reading["id"].rstrip("_2"), reading["words"])
        for item in _items(draft)
        for rule in _clauses(item).values()
        for reading in rule.get("readings", ())
    }
    assert ("扩面征缴工作", "inside", "增加1%到2%之间") in raised
    assert ("扩面征缴工作", "further", "再得2分") in raised
    assert ("落实失业保险待遇", "floor", "扣3.5分（含所属统筹地区）") in raised
    assert ("失业动态重点监测", "floor", "扣完5分为止") in raised
    assert ("基础工作", "steps", "每低1%扣1分") in raised
    assert ("失业保险基金管理", "scope", "此项不得分") in raised
