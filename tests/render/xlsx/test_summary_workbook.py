"""The summary workbook of a batch: rankings, scores, losses, files left out."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.problems import Problem
from kaohe.render.xlsx.shades import FILLS
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import BadFile, Switched
from support.rendered.batches import ALL_SHEETS, BAD, batch, chart, sheet, small, table, workbook

SHEETS = ["要点", "总排名", "分项排名", "得分表", "失分表", "失分分布"]
SEAL = "kaohe"


def grey(page: Worksheet) -> dict[str, object]:
    return {cell.coordinate: cell.value for row in page.iter_rows() for cell in row if cell.fill.fill_type == "solid"}


THREE = small(甲市=("5", "5", "7.5"), 乙市=("4.5", "3", "10"), 丙市=("5", "5", "7.5"))
OPEN = small(甲市=("5", None, "7.5"), 乙市=("4.5", "3", "10"))


def test_the_sheets() -> None:
    assert load_workbook(BytesIO(workbook(THREE))).sheetnames == [*SHEETS, SEAL]
    with_bad = load_workbook(BytesIO(workbook(replace(THREE, bad=BAD)))).sheetnames
    assert with_bad == [*SHEETS, "问题文件", SEAL]
    switched = Switched("a.b", "words", "one", "this", "two", "that", tuple(unit.total for unit in THREE.units))
    with_all = replace(THREE, bad=BAD, first=THREE.units, switched=(switched,))
    assert load_workbook(BytesIO(workbook(with_all))).sheetnames == [*ALL_SHEETS, SEAL]


def test_the_same_score_takes_the_same_rank() -> None:
    rows = table(sheet(THREE, "总排名"))
    assert rows == [
        (1, "甲市", 17.5, 0.875, 10, 7.5, 0),
        (1, "乙市", 17.5, 0.875, 7.5, 10, 0),
        (1, "丙市", 17.5, 0.875, 10, 7.5, 0),
    ]


def test_each_section_is_ranked_for_itself() -> None:
    rows = table(sheet(THREE, "分项排名"))
    assert rows == [
        (1, "甲市", 10, None, 1, "乙市", 10),
        (1, "丙市", 10, None, 2, "甲市", 7.5),
        (3, "乙市", 7.5, None, 2, "丙市", 7.5),
    ]


def test_section_titles_stand_over_their_rankings() -> None:
    page = sheet(THREE, "分项排名")
    assert [cell.value for cell in page[3] if cell.value] == ["1 失业保险（10分）", "2 技能培训（10分）"]
    assert {"A3:C3", "E3:G3"} < {str(found) for found in page.merged_cells.ranges}


def test_open_units_come_last_without_a_rank() -> None:
    rows = table(sheet(OPEN, "总排名"))
    assert rows == [
        (1, "乙市", 17.5, 0.875, 7.5, 10, 0),
        ("—", "甲市", "待定\n[12.5, 17.5]", "—", "待定\n[5, 10]", 7.5, 1),
    ]
    assert table(sheet(OPEN, "分项排名"))[-1] == ("—", "甲市", "待定\n[5, 10]", None, 2, "甲市", 7.5)


def test_scores_of_items_by_units() -> None:
    page = sheet(OPEN, "得分表")
    assert [cell.value for cell in page[4]] == ["编号", "子项目", "分值", "甲市", "乙市"]
    assert table(page) == [
        ("1.1", "征缴", 5, 5, 4.5),
        ("1.2", "监测", 5, "待定\n[0, 5]", 3),
        ("1", "失业保险小计", 10, "待定\n[5, 10]", 7.5),
        ("2.1", "培训", 10, 7.5, 10),
        ("2", "技能培训小计", 10, 7.5, 10),
        (None, "合计", 20, "待定\n[12.5, 17.5]", 17.5),
    ]
    assert page.freeze_panes == "C5"


def test_scores_are_shaded_by_their_share_of_the_points() -> None:
    scores = small(甲市=("5", "4.5", "-1"), 乙市=("4", "3", "2.99"), 丙市=("2.99", None, "10.5"))
    found = [[_shade(cell) for cell in row] for row in sheet(scores, "得分表").iter_rows(5, min_col=4)]
    assert found == [
        ["", "fair", "poor"],
        ["good", "weak", "open"],
        ["good", "weak", "open"],
        ["below", "poor", ""],
        ["below", "poor", ""],
        ["poor", "poor", "open"],
    ]


def _shade(cell: Any) -> str:
    """The name of a cell's fill, for the fonts' sake too: what is below zero is white and bold."""
    fill = (cell.fill.fill_type, cell.fill.fgColor.rgb)
    name = next((name for name, one in FILLS.items() if (one.fill_type, one.fgColor.rgb) == fill), "")
    assert (cell.font.color is not None and cell.font.color.rgb == "FFFFFFFF" and cell.font.b) == (name == "below")
    return name


def test_the_totals_have_a_chart_of_those_that_are_decided() -> None:
    page = sheet(batch(), "总排名")
    written = chart(page)
    assert "'总排名'!$C$4:$C$15" in written
    assert "'总排名'!$B$4:$B$15" in written
    assert "各单位总分（满分 400）" in written
    assert [cell.value for cell in page["B"][3:15]] == [row[1] for row in table(page) if row[0] != "—"]
    assert chart(sheet(batch(60), "总排名"))
    assert sheet(batch(70), "总排名")._charts == []  # type: ignore[attr-defined]  # noqa: SLF001
    assert sheet(batch(1), "总排名")._charts == []  # type: ignore[attr-defined]  # noqa: SLF001


def test_losses_of_items_by_units() -> None:
    page = sheet(OPEN, "失分表")
    assert table(page) == [
        ("1.1", "征缴", 5, 0.5, 1, 0.05, 0, 0.5),
        ("1.2", "监测", 5, 2, 1, 0.4, "待定\n[0, 5]", 2),
        ("1", "失业保险小计", 10, 2.5, 1, pytest.approx(1 / 6), "待定\n[0, 5]", 2.5),
        ("2.1", "培训", 10, 2.5, 1, 0.125, 2.5, 0),
        ("2", "技能培训小计", 10, 2.5, 1, 0.125, 2.5, 0),
        (None, "合计", 20, 5, 2, pytest.approx(1 / 7), "待定\n[2.5, 7.5]", 2.5),
    ]
    assert [str(page[f"A{row}"].value)[:6] for row in (3, 4, 5)] == ["失分是没有得", "灰底：各单位", "待定的不计入"]


def test_losses_of_a_section_are_those_of_its_items() -> None:
    """What one item has beyond full marks makes up for nothing that another lost."""
    rows = table(sheet(small(甲市=("6", "4", "12"), 乙市=("5", "5", "10")), "失分表"))
    assert [row[3:] for row in rows] == [
        (0, 0, 0, 0, 0),
        (1, 1, 0.1, 1, 0),
        (1, 1, 0.05, 1, 0),
        (0, 0, 0, 0, 0),
        (0, 0, 0, 0, 0),
        (1, 1, 0.025, 1, 0),
    ]


def test_the_largest_losses_are_marked() -> None:
    found = small(甲市=("5", "0", "9"), 乙市=("5", "5", "10"))
    assert grey(sheet(found, "失分表")) == {
        "D7": 5, "E7": 1, "F7": 0.5, "G7": 5,
        "D9": 1, "E9": 1, "F9": 0.05,
    }  # fmt: skip


def test_a_loss_that_nobody_can_name_yet_has_no_share() -> None:
    rows = table(sheet(small(甲市=(None, "5", "10")), "失分表"))
    assert rows[0] == ("1.1", "征缴", 5, "待定", 0, "—", "待定\n[0, 5]")


def test_a_range_without_an_end() -> None:
    (unit,) = small(甲市=(None, "5", "10")).units
    unbounded = replace(unit, items=(ScoreRange(Fraction(5), None, None), *unit.items[1:]))
    summary = replace(OPEN, units=(unbounded,))
    assert table(sheet(summary, "得分表"))[0][-1] == "待定\n[无下限, 无上限]"
    assert table(sheet(summary, "失分表"))[0][-1] == "待定\n[0, 无上限]"


def test_a_form_without_points_has_no_rate() -> None:
    zero = ScoreRange(Fraction(0), Fraction(0), Fraction(0))
    summary = replace(THREE, units=tuple(replace(unit, total=zero) for unit in THREE.units))
    assert table(sheet(summary, "总排名"))[0][2:4] == (0, "—")


def test_the_title_names_a_later_stage() -> None:
    assert sheet(THREE, "总排名")["A1"].value == "全省就业工作单项考核表总排名"
    assert sheet(batch(2, stage="final"), "得分表")["A1"].value == "全省就业工作单项考核表得分表（省厅审定考核分）"
    english = sheet(batch(2, stage="final"), "Scores", "en")["A1"].value
    assert english == "全省就业工作单项考核表: Scores (省厅审定考核分)"


def test_the_note_counts_what_is_not_ranked() -> None:
    note = "2011年度；单位 13 个；总分待定 1 个，待定的列得分区间，不排名次；未计入的文件 2 个，见“问题文件”"
    assert sheet(batch(bad=BAD), "总排名")["A2"].value == note
    assert sheet(THREE, "总排名")["A2"].value == "单位 3 个"


def test_every_bad_file_is_named() -> None:
    nothing_found = BadFile("units/巳市.yaml", ())
    page = sheet(replace(THREE, bad=(*BAD, nothing_found)), "问题文件")
    assert list(page.iter_rows(4, max_col=3, values_only=True)) == [
        ("units/卯市.yaml", "7:3", "file-empty"),
        ("units/卯市.yaml", "整个文件", "file-empty"),
        ("units/辰市.yaml", "units/parameters.yaml:2:1", "file-empty"),
        ("units/巳市.yaml", None, None),
    ]
    assert page["D4"].value == Problem("file-empty", "").message("zh")


def test_no_text_becomes_a_formula() -> None:
    unit = replace(THREE.units[0], unit="=HYPERLINK(1)")
    bad = BadFile("=1+1.yaml", (Problem("file-empty", "=1+1.yaml"),))
    head = replace(THREE.form, title="=A1")
    file = workbook(replace(THREE, form=head, units=(unit,), bad=(bad,)))
    found = [cell for page in load_workbook(BytesIO(file)) for row in page.iter_rows() for cell in row]
    assert not [cell for cell in found if cell.data_type == "f"]
    names = [cell for cell in found if cell.value in ("=HYPERLINK(1)", "=1+1.yaml")]
    assert len(names) == 6
    assert all(cell.quotePrefix for cell in names)


def test_the_same_summary_gives_the_same_bytes() -> None:
    file, again = (workbook(replace(batch(bad=BAD), first=batch().units)) for _ in range(2))
    assert file == again
    with ZipFile(BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
