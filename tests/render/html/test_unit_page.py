"""A unit's page: its scored sheet stage by stage, its ledger, and why the stages differ."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kaohe.render.html.document import unit_bytes
from kaohe.render.html.unit.unit_page import page
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.results.explanation import ClauseExplained, Explanation, FactReported, ReadingGives
from kaohe.results.sheet import Sheet
from support.grades import reached
from support.html_reader import Node, read
from support.rendered.reports import CAUSE, dossier
from support.rendered.small_batch import CAPPED, COMPLETE, LATE, PROBLEM, SHEET, with_item
from support.rendered.small_batch import item as small_item


def shown(sheet: Sheet) -> Node:
    return read(page(Dossier((sheet,)), "zh"))


def table(found: Node, class_: str) -> Node:
    (one,) = found.all("table", class_)
    return one


def row(found: Node, number: str) -> list[str]:
    return found.by_id(f"unit-甲市.{number}").cells


def test_every_row_of_the_form() -> None:
    rows = table(shown(SHEET), "sheet").rows
    assert [cells[:4] for cells in rows] == [
        ["1", "失业保险", "15", "8.5"],
        ["1.1", "扩面征缴工作", "5", "5"],
        ["1.2", "失业保险统计、信息报送和失业动态监测工作情况", "5", "3.5"],
        ["1.3", "贯彻实施国家和省失业保险法律法规", "5", "0"],
        ["2", "技能培训", "10", "待定 [-2.5, 0]"],
        ["2.1", "城乡劳动者职业技能培训和创业培训", "5", "待定 [2.5, 5]"],
        ["2.2", "资金安全", "5", "-5"],
        ["", "合计", "25", "待定 [6, 8.5]"],
    ]


def test_a_line_says_what_was_taken_by_which_clause_from_what_fact() -> None:
    found = shown(SHEET)
    assert (
        row(found, "1.2")[-1]
        == "超时上报 3 次，扣 1.5 分条款每超时一次扣0.5分事实events算式扣1.5分：超时上报 3 次 × 0.5 分"
    )
    assert row(found, "1.3")[-1].startswith("未按要求")
    assert f"条款{CAPPED.clause}事实events算式应扣7.5分，实扣5分：未按要求" in row(found, "1.3")[-1]
    assert row(found, "1.1")[-1] == ""


def test_a_line_without_arithmetic_has_nothing_to_open() -> None:
    line = replace(LATE, arithmetic="")
    assert row(shown(with_item(small_item("1.1", "x", "征缴", "3.5", line))), "1.1")[-1].endswith("事实events")


def test_what_is_missing_stands_in_its_row_and_above_all() -> None:
    found = shown(SHEET)
    assert row(found, "2.1")[-1] == "缺报：参加培训人数（上年末）"
    assert "缺报的事实（1 项）" in found.text
    (link,) = found.all("a")
    assert (link.text, link.attributes["href"]) == ("2.1", "#unit-甲市.2.1")


@pytest.mark.parametrize(
    ("sheet", "facts"),
    [
        (SHEET, ["总分已定 3.5　待定 5　区间 [6, 8.5]", "年度2011", "阶段自评分", "缺报项数1"]),
        (COMPLETE, ["总分8.5（满分 15）", "得分率56.67%", "年度2011", "阶段自评分", "缺报项数0"]),
        (replace(COMPLETE, points=Fraction(0), year=None), ["总分8.5（满分 0）", "得分率—", "阶段自评分", "缺报项数0"]),
        (
            replace(COMPLETE, grade=reached("优秀")),
            ["总分8.5（满分 15）", "得分率56.67%", "年度2011", "阶段自评分", "等次等次：优秀", "缺报项数0"],
        ),
    ],
)
def test_facts_of_the_sheet(sheet: Sheet, facts: list[str]) -> None:
    (found,) = shown(sheet).all("dl")
    assert [one.text for one in found.all("div")] == [*facts, "评分细则small-form 000000000000"]


def test_readings_and_other_findings() -> None:
    text = shown(replace(SHEET, problems=(replace(PROBLEM, path="收件/甲市.yaml"),))).text
    assert "读法（1 处）coverage.exactly_one_percent “增加1%到2%之间”：取 inside" in text
    assert f"其他提示甲市.yaml:7:3 {PROBLEM.message('zh')}" in text
    assert "读法" not in shown(COMPLETE).text


class TestStages:
    found = read(page(dossier(), "zh"))

    def test_a_column_for_each(self) -> None:
        sheet = table(self.found, "sheet")
        assert [head.text for head in sheet.all("thead")[0].all("th")] == [
            "编号", "子项目", "分值", "自评分", "省厅初评分", "扣分台账",
        ]  # fmt: skip
        assert row(self.found, "1.1")[2:5] == ["8", "7", "6"]
        assert [one.text for one in self.found.by_id("unit-甲市.1.1").all("td", "changed")] == ["6"]
        assert not self.found.by_id("unit-甲市.1.2").all("td", "changed")

    def test_an_item_that_the_earlier_form_did_not_have(self) -> None:
        first, later = dossier().sheets
        without = replace(first, sections=first.sections[1:])
        cells = row(read(page(Dossier((without, later)), "zh")), "1.1")
        assert cells[2:5] == ["8", "—", "6"]

    def test_every_cause(self) -> None:
        assert table(self.found, "reconciliation").rows == [
            [
                "1.1",
                "扩面征缴工作",
                "-1",
                "实际缴费人数：本年末：1231000 人 → 1217800 人",
                "事实更正：与社保经办系统核对，报送数含重复参保（省厅失业保险处，2012-01-15）",
                "失业保险参保台账第12页",
            ],
            ["", "", "待定", "“扣3.5分”：part → item", "读法不同：省厅统一口径（考核办，2012-01-20）", ""],
            ["", "合计", "待定", "", "", ""],
        ]
        assert "自评分 356 → 省厅初评分 待定" in self.found.text
        (link,) = table(self.found, "reconciliation").all("a")
        assert link.attributes["href"] == "#unit-甲市.1.1"

    def test_two_stages_that_do_not_differ(self) -> None:
        sheets = (COMPLETE, replace(COMPLETE, stage="final"))
        text = read(page(Dossier(sheets, (Reconciliation(0, 1, ()),)), "zh")).text
        assert "自评分 8.5 → 省厅审定考核分 8.5没有改动" in text

    def test_names_that_the_form_does_not_have(self) -> None:
        moved = replace(CAUSE.moved[0], id="gone", points=Fraction(-2))
        cause = replace(CAUSE, number="9.9", item="gone", evidence=(), moved=(moved, CAUSE.moved[-1]))
        sheets = (COMPLETE, replace(COMPLETE, stage="final"))
        found = read(page(Dossier(sheets, (Reconciliation(0, 1, (cause,)),)), "zh"))
        cells, _ = table(found, "reconciliation").rows
        assert (cells[:3], cells[-1]) == (["9.9", "", "-1"], "其中 gone -2")
        assert not table(found, "reconciliation").all("a")


def test_single_units_as_a_file() -> None:
    found = read(unit_bytes([Dossier((SHEET,)), Dossier((COMPLETE,)), Dossier((COMPLETE,))], "zh"))
    assert [one.attributes["id"] for one in found.all("article")] == ["unit-甲市", "unit-甲市~2", "unit-甲市~3"]
    assert found.all("title")[0].text == "就业工作考核表（甲市）"
    assert not found.all("nav")
    assert found.by_id("unit-甲市~2.1.1").cells[0] == "1.1"
    assert unit_bytes([dossier()], "en") == unit_bytes([dossier()], "en")


class TestExplanations:
    """Each item that lost points with all that can be said of it, which opens with a click."""

    @staticmethod
    def explained(**fields: Any) -> Explanation:
        (lost,) = [one for section in COMPLETE.sections for one in section.items if one.number == "1.2"]
        usual: dict[str, Any] = {
            "sheet": COMPLETE,
            "stages": (("自评分", lost),),
            "clauses": (ClauseExplained(LATE.clause, (LATE,)), ClauseExplained("另一条<得1分>", ())),
            "facts": (FactReported("超时上报", ("3 次",), ("附件/台账.csv",)),),
            "causes": (),
            "readings": (ReadingGives("reports.late", "twice", "每超时一次", "按次", "按天", Fraction(2)),),
            "improvements": (),
        }
        return Explanation(**{**usual, **fields})

    def test_all_that_is_said_of_it(self) -> None:
        found = read(page(Dossier((COMPLETE,), explanations=(self.explained(),)), "zh"))
        (block,) = found.all("details", "explanation")
        assert block.all("summary")[0].text == "1.2 失业保险统计、信息报送和失业动态监测工作情况"
        clauses, facts, readings = block.all("table")
        assert clauses.rows == [
            [LATE.clause, LATE.why, "1.5", "扣1.5分：超时上报 3 次 × 0.5 分"],
            ["另一条<得1分>", "没有扣分", "-", ""],
        ]
        assert facts.rows == [["超时上报", "3 次", "附件/台账.csv"]]
        assert readings.rows == [["每超时一次", "按次", "按天", "2", "reports.late=twice"]]
        assert "扣分的子项目逐项说明" in found.text

    def test_a_reading_of_which_the_facts_say_nothing(self) -> None:
        reading = ReadingGives("reports.late", "twice", "每超时一次", "按次", "按天", None)
        found = read(page(Dossier((COMPLETE,), explanations=(self.explained(readings=(reading,)),)), "zh"))
        assert found.all("details", "explanation")[0].all("table")[2].rows[0][3] == "待定"

    def test_nothing_where_nothing_is_explained(self) -> None:
        assert not shown(COMPLETE).all("details", "explanation")
        assert "扣分的子项目逐项说明" not in shown(COMPLETE).text
