"""Items by what all units lost on them: the order, the sums, and those on which everyone lost."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kaohe.render.xlsx.summary.item_losses import lost_by_everyone
from kaohe.results.score_range import ScoreRange
from support.rendered.batches import chart, sheet, small, table

FOUND = small(甲市=("4.5", "5", "7.5"), 乙市=("4", "5", "10"), 丙市=("4", "5", None))


def test_the_largest_loss_comes_first() -> None:
    page = sheet(FOUND, "失分分布")
    assert table(page) == [
        ("1.1", "征缴", 5, 2.5, 0.5, 3, pytest.approx(1 / 6)),
        ("2.1", "培训", 10, 2.5, 0.5, 1, 0.125),
    ]
    assert page["A3"].value == (
        "按失分合计排列；灰底为普遍失分（每个单位都失分）的子项目，共 1 个；另有 1 个子项目没有单位失分"
    )
    grey = [cell.value for row in page.iter_rows() for cell in row if cell.fill.fill_type == "solid"]
    assert grey == [3]


def test_the_chart_has_the_items_that_cost_most() -> None:
    written = chart(sheet(FOUND, "失分分布"))
    assert "失分最多的 2 个子项目（失分合计）" in written
    assert "'失分分布'!$B$12:$B$13" in written
    assert "'失分分布'!$D$12:$D$13" in written


def test_nothing_lost_leaves_an_empty_table() -> None:
    page = sheet(small(甲市=("5", "5", "10")), "失分分布")
    assert table(page) == []
    assert page["A3"].value == ("按失分合计排列；没有普遍失分（每个单位都失分）的子项目；另有 3 个子项目没有单位失分")
    assert page._charts == []  # type: ignore[attr-defined]  # noqa: SLF001


def test_gains_are_no_losses() -> None:
    page = sheet(small(甲市=("5", "5", "12"), 乙市=("5", "5", "9.5")), "失分分布")
    assert table(page) == [("2.1", "培训", 10, -1.5, 1, 1, -0.075)]
    assert page._charts == []  # type: ignore[attr-defined]  # noqa: SLF001


@pytest.mark.parametrize(
    ("lows", "everyone"),
    [(("1", "0.1"), True), (("1", "0"), False), (("1", None), False), (("1",), False), ((), False)],
)
def test_everyone_is_each_of_several_for_certain(lows: tuple[str | None, ...], everyone: bool) -> None:  # noqa: FBT001
    losses = [ScoreRange(Fraction(2), None if low is None else Fraction(low), Fraction(2)) for low in lows]
    assert lost_by_everyone(losses) is everyone


def test_in_english() -> None:
    page = sheet(replace(FOUND, units=FOUND.units[:2]), "Losses ranked", "en")
    assert page["A3"].value == (
        "Largest loss first; grey: items where every unit lost, 1 in all; items where nobody lost, not listed: 1"
    )
