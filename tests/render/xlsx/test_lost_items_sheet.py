"""Items by what all units lost on them: the order, the sums, and those on which everyone lost."""

from dataclasses import replace

import pytest

from support.rendered.batches import chart, sheet, small, table

FOUND = small(甲市=("4.5", "5", "7.5"), 乙市=("4", "5", "10"), 丙市=("4", "5", None))


def test_the_largest_loss_comes_first() -> None:
    page = sheet(FOUND, "失分分布")
    assert [cell.value for cell in page[12]] == [
        "编号", "子项目", "分值", "失分合计", "占全部失分", "失分单位数", "待定单位数", "失分率",
    ]  # fmt: skip
    assert table(page) == [
        ("1.1", "征缴", 5, 2.5, 0.5, 3, 0, pytest.approx(1 / 6)),
        ("2.1", "培训", 10, 2.5, 0.5, 1, 1, 0.125),
    ]
    assert page["A3"].value == "失分是没有得到的分：得分超过满分不算失分，也不抵其他失分。"
    assert page["A4"].value == (
        "按失分合计排列；灰底为普遍失分的子项目，共 1 个：每个单位都确定失分，待定的以最高也到不了满分为准；"
        "另有 1 个子项目没有单位失分；待定的不计入失分合计和失分率"
    )
    grey = [cell.value for row in page.iter_rows() for cell in row if cell.fill.fill_type == "solid"]
    assert grey == ["征缴", 3]


def test_the_chart_has_the_items_that_cost_most() -> None:
    written = chart(sheet(FOUND, "失分分布"))
    assert "失分最多的 2 个子项目（失分合计）" in written
    assert "'失分分布'!$B$13:$B$14" in written
    assert "'失分分布'!$D$13:$D$14" in written


def test_nothing_lost_leaves_an_empty_table() -> None:
    page = sheet(small(甲市=("5", "5", "10")), "失分分布")
    assert table(page) == []
    assert page["A4"].value == (
        "按失分合计排列；没有普遍失分（每个单位都确定失分）的子项目；另有 3 个子项目没有单位失分"
    )
    assert page._charts == []  # type: ignore[attr-defined]  # noqa: SLF001


def test_gains_are_no_losses_and_make_up_for_none() -> None:
    page = sheet(small(甲市=("5", "5", "12"), 乙市=("5", "4", "9.5")), "失分分布")
    assert table(page) == [
        ("1.2", "监测", 5, 1, pytest.approx(2 / 3), 1, 0.1),
        ("2.1", "培训", 10, 0.5, pytest.approx(1 / 3), 1, 0.025),
    ]


def test_in_english() -> None:
    page = sheet(replace(FOUND, units=FOUND.units[:2]), "Losses ranked", "en")
    assert page["A4"].value == (
        "Largest loss first; grey: items where every unit lost for certain, 1 in all; who is open has if full marks "
        "are out of reach; items where nobody lost, not listed: 1"
    )
