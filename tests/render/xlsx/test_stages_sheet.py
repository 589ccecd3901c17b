"""Both stages side by side: differences, ranks and their moves, the items that differ most."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from kaohe.results.summary import Summary
from support.rendered.batches import batch, chart, sheet, small, table, workbook

SELF = small(甲市=("5", "5", "10"), 乙市=("5", "4", "10"), 丙市=("5", "3", "10"), 丁市=("5", None, "10"))
FINAL = small(甲市=("5", "5", "5"), 乙市=("5", "4", "10"), 丙市=("4", "3.5", "10"), 丁市=("5", "1", "9"))


def both(first: Summary, now: Summary) -> Summary:
    return replace(now, first=first.units, units=tuple(replace(unit, stage="final") for unit in now.units))


FOUND = both(SELF, FINAL)


def test_each_unit_at_both_stages() -> None:
    page = sheet(FOUND, "自评对照")
    assert page["A1"].value == "全省就业工作单项考核表自评对照（省厅审定考核分）"
    assert [cell.value for cell in page[18]] == [
        "单位", "自评分", "省厅审定考核分", "差额", "名次\n自评分", "名次\n省厅审定考核分", "升降",
        "失业保险\n差额", "技能培训\n差额", "差额最大的子项目",
    ]  # fmt: skip
    assert table(page) == [
        ("乙市", 19, 19, 0, 2, 1, 1, 0, 0, "无差额"),
        ("丙市", 18, 17.5, -0.5, 3, 2, 1, -0.5, 0, "1.1 征缴（-1）\n1.2 监测（+0.5）"),
        ("甲市", 20, 15, -5, 1, 3, -2, 0, -5, "2.1 培训（-5）"),
        ("丁市", "待定\n[15, 20]", 15, "待定", "—", "—", "—", "待定", -1, "2.1 培训（-1）"),
    ]
    assert page["G19"].number_format == '"↑"General;"↓"General;"-"'
    assert page["D19"].number_format == "+General;-General;0"


def test_open_now_and_open_before_come_last() -> None:
    rows = table(sheet(both(FINAL, SELF), "自评对照"))
    assert [row[0] for row in rows] == ["甲市", "乙市", "丙市", "丁市"]
    assert rows[-1][1:7] == (15, "待定\n[15, 20]", "待定", "—", "—", "—")


def test_units_are_told_apart_by_their_order() -> None:
    moved = replace(FOUND, first=tuple(replace(unit, path=f"self/{unit.path}") for unit in FOUND.first))
    assert table(sheet(moved, "自评对照")) == table(sheet(FOUND, "自评对照"))


def test_at_most_three_items_are_named() -> None:
    unit = batch(1).units[0]
    items = tuple(replace(one, low=one.points - 1, high=one.points - 1) for one in unit.items)
    found = replace(batch(1), first=(unit,), units=(replace(unit, items=items),))
    assert len(table(sheet(found, "自评对照"))[0][-1].split("\n")) == 3


def test_the_chart_has_the_units_that_can_be_compared() -> None:
    written = chart(sheet(FOUND, "自评对照"))
    assert [f"'自评对照'!${column}$19:${column}$21" in written for column in "ABC"] == [True] * 3
    assert "'自评对照'!$B$18" in written
    many = batch(40)
    assert sheet(replace(many, first=many.units), "自评对照")._charts == []  # type: ignore[attr-defined]  # noqa: SLF001


def test_without_an_earlier_stage_there_is_no_such_sheet() -> None:
    assert "自评对照" not in load_workbook(BytesIO(workbook(SELF))).sheetnames


def test_what_can_not_be_compared_is_not_called_the_same() -> None:
    first, now = small(甲市=("5", None, "10")), small(甲市=("5", "4", "10"))
    assert table(sheet(both(first, now), "自评对照"))[0][-1] == "待定"


def test_the_items_that_were_changed() -> None:
    page = sheet(FOUND, "改动的子项目")
    assert table(page) == [("2.1", "培训", 2, -6), ("1.1", "征缴", 1, -1), ("1.2", "监测", 1, 0.5)]
    unchanged = sheet(both(SELF, SELF), "改动的子项目")
    assert (table(unchanged), unchanged["A3"].value) == ([], "没有子项目改动。")
