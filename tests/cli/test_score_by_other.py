"""`kaohe score --rubric OTHER`: what is taken over, what is left, and the sheet by the other rubric."""

import json
from pathlib import Path

import pytest

from support.command_line import CITIES, kaohe
from support.folders import TOP
from support.two_years import LATE_TWO, NO_VETO, next_year, write_years

NEXT = TOP / "tests" / "support" / "next_year" / "jiangsu-employment-2012.yaml"

READINGS = """\
            readings:
              - id: none
                words: 否则不得分
                chosen: zero
                options: {zero: {meaning: 不得分}, half: {meaning: 得一半, patch: {otherwise: 5}}}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_next_year_form() -> None:
    ran = kaohe("score", CITIES / "寅市.yaml", "--rubric", NEXT, "--format", "json")
    assert ran.code == 0
    assert ran.err == (
        "寅市：按 jiangsu-employment-2012 计分，沿用 136 项事实\n"
        "寅市：没有沿用的事实 4 项，那份细则不要或不收：5.5 认真准备积极参与活动、5.5 主题活动中成绩突出、"
        "5.5 主题活动中取得名次、7.2 资金使用问题引起投诉举报并查实\n"
        "寅市：那份细则要而没有报的事实 2 项，评分表上列为缺报\n"
    )
    sheet = json.loads(ran.out)
    assert (sheet["rubric"]["id"], sheet["low"], sheet["high"]) == ("jiangsu-employment-2012", "294", "304")
    assert [one["label"] for one in sheet["missing"]] == ["制定充分就业社区创建办法", "充分就业社区"]


def test_in_english(tmp_path: Path) -> None:
    _, new, facts = write_years(tmp_path, *LATE_TWO, *NO_VETO)
    ran = kaohe("score", facts / "甲市.yaml", "--rubric", new, "--lang", "en", "--format", "json")
    assert ran.err == (
        "甲市: scored by year-2; 3 facts taken over\n"
        "甲市: 1 fact not taken over, which that rubric does not ask for or would not take: 1.1 弄虚作假\n"
    )
    assert json.loads(ran.out)["score"] == "16"


def test_facts_by_label_and_by_name(tmp_path: Path) -> None:
    _, new, facts = write_years(
        tmp_path,
        ("late: {label: 迟报,", "tardy: {label: 迟报,"),
        ("count: late", "count: tardy"),
        ("trained: {label: 完成培训计划", "trained: {label: 培训计划全部完成"),
    )
    ran = kaohe("score", facts / "甲市.yaml", "--rubric", new, "--format", "json")
    assert ran.err == (
        "甲市：按 year-2 计分，沿用 4 项事实\n"
        "注意：甲市：“1.2 完成培训计划”沿用为“1.2 培训计划全部完成”，叫法不同，请核对意思是否一样\n"
    )
    assert json.loads(ran.out)["score"] == "18"


def test_readings_are_those_of_the_other(tmp_path: Path) -> None:
    _, new, facts = write_years(
        tmp_path,
        ("            requires: trained\n", f"            requires: trained\n{READINGS}"),
    )
    ran = kaohe("score", facts / "丙市.yaml", "--rubric", new, "--reading", "training.none=half", "--format", "json")
    assert json.loads(ran.out)["score"] == "15"
    assert kaohe("score", facts / "丙市.yaml", "--reading", "training.none=half").code == 2


def test_points_by_judgement(tmp_path: Path) -> None:
    old, new, facts = write_years(
        tmp_path,
        ("points: 10\n        target: 按计划培训。", "points: 12\n        target: 按计划培训。"),
        ("points: 10\n            requires: trained", "points: 12\n            requires: trained"),
        ("完成培训计划的得10分", "完成培训计划的得12分"),
        ("points: 20", "points: 22"),
    )
    for path in (old, new):
        text = path.read_text(encoding="utf-8").replace("{self: 自评分}", "{self: 自评分, final: 审定分}")
        path.write_text(text, encoding="utf-8")
    later = facts / "丙市.审定.yaml"
    later.write_text(
        "rubric: ../old.yaml\nunit: 丙市\nstage: final\njudgements:\n"
        "  training: {score: 6, reason: 基本完成}\n  reports: {score: 9, reason: 有小错}\n",
        encoding="utf-8",
    )
    ran = kaohe("score", facts / "丙市.yaml", later, "--rubric", new, "--format", "json")
    assert "丙市：酌情评分不算、按事实计的子项目 1 个（分值变了，或没有这一项）：培训\n" in ran.err
    sheet = json.loads(ran.out)
    assert (sheet["stage"], sheet["score"]) == ("final", "9")


def test_a_stage_that_the_other_has_not(tmp_path: Path) -> None:
    two = ("stages: {self: 自评分}", "stages: {self: 自评分, preliminary: 初评分}")
    old, new, facts = write_years(tmp_path, two)
    old.write_text(old.read_text(encoding="utf-8").replace("{self: 自评分}", "{self: 自评分, final: 审定分}"), "utf-8")
    unit = facts / "甲市.yaml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("stage: self", "stage: final"), encoding="utf-8")
    sheet = json.loads(kaohe("score", unit, "--rubric", new, "--format", "json").out)
    assert (sheet["stage"], sheet["score"]) == ("self", "18")


def test_a_workbook_is_true_to_the_other_rubric(tmp_path: Path) -> None:
    _, new, facts = write_years(tmp_path, *LATE_TWO, *NO_VETO)
    assert kaohe("score", facts / "甲市.yaml", "--rubric", new, "-o", "甲市.xlsx").code == 0
    ran = kaohe("verify", "甲市.xlsx", "--rubric", new)
    assert ran.code == 0
    assert "与事实相符" in ran.out


@pytest.mark.parametrize(("name", "code"), [("nowhere.yaml", 2), ("nothing", 2)])
def test_no_such_rubric(name: str, code: int) -> None:
    ran = kaohe("score", CITIES / "甲市.yaml", "--rubric", name)
    assert (ran.code, ran.out) == (code, "")
    assert name in ran.err


def test_an_unsound_rubric(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(next_year(("requires: trained", "requires: nowhere")), encoding="utf-8")
    ran = kaohe("score", CITIES / "甲市.yaml", "--rubric", wrong)
    assert (ran.code, ran.out) == (1, "")
    assert "unknown-reference" in ran.err
