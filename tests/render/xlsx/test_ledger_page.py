"""The workbook's second and third sheet: the ledger and the notes."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kaohe.problems import Problem
from support.rendered.sheets import official, read


def test_the_ledger_adds_up() -> None:
    rows = list(read(official(complete=True))["扣分台账"].iter_rows(3, values_only=True))
    assert rows[0][:2] == ("1.1", "扩面征缴工作")
    assert rows[0][6:] == (1, 1)
    sums = [row for row in rows if row[2] and str(row[2]).startswith("核对")]
    assert sums[0][2] == "核对：分值 50 - 实扣 3.5 = 得分 46.5 √"
    assert sums[-1] == ("合计", None, "核对：分值 400 - 实扣 44 = 得分 356 √", None, None, None, 44, 44)
    assert len(sums) == 8


def test_the_ledger_says_where_it_does_not_add_up() -> None:
    (*_, last) = read(replace(official(complete=True), low=Fraction(1), high=Fraction(1)))["扣分台账"].iter_rows(
        values_only=True
    )
    assert str(last[2]).endswith("得分 1 ×")


def test_the_ledger_of_an_open_sheet() -> None:
    (*_, last) = read(official())["扣分台账"].iter_rows(values_only=True)
    assert last[2] == "分值 400，已扣 44；得分待定，区间 [324, 356]"


def test_the_notes() -> None:
    rows = list(read(official())["说明"].iter_rows(values_only=True))
    facts = {row[0]: row[1] for row in rows}
    assert facts["单位"] == "示例市"
    assert facts["年度"] == "2011"
    assert facts["评分规则 SHA-256"] == "0123456789abcdef" * 4
    assert facts["得分区间"] == "[324, 356]"
    assert ("1.3", "落实失业保险待遇", "benefit_payment.cases", "查实起数") in rows
    (reading,) = (row for row in rows if row[0] == "coverage.exactly_one_percent")
    assert reading[1] == "增加1%到2%之间"
    assert str(reading[2]).startswith("inside：")
    assert str(reading[3]).startswith("outside：")


def test_the_notes_of_a_complete_sheet_without_readings() -> None:
    rows = list(read(replace(official(complete=True), readings=(), year=None))["说明"].iter_rows(values_only=True))
    assert ("得分", "356（满分 400）", None, None) in rows
    assert sum(row[0] == "无" for row in rows) == 3


def test_the_notes_name_other_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Problem, "message", lambda *_: "分值 4，评分办法写5分")
    sheet = replace(official(complete=True), problems=(Problem("number-not-in-rule", "rubric.yaml"),))
    assert read(sheet)["说明"]["A"][-1].value == "分值 4，评分办法写5分"
