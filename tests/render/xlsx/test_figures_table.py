"""A batch's tables on paper: few units, many across, more down the page."""

from dataclasses import replace

from support.rendered.batches import batch, sheet, table


def test_few_units_fit_the_width_of_a_page() -> None:
    for name in ("分项排名", "得分表", "失分表", "失分分布"):
        page = sheet(batch(), name)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_cols is None


def test_many_units_across_take_several_pages_with_the_items_on_each() -> None:
    page = sheet(batch(60), "得分表")
    assert page.page_setup.fitToWidth == 4
    assert page.print_title_cols == "$A:$C"
    assert page["D1"].value == "全省就业工作单项考核表得分表"
    assert page["A1"].value is None


def test_more_units_go_down_the_page() -> None:
    scores = sheet(batch(61), "得分表")
    heads = list(scores.iter_rows(4, 6, max_col=3, values_only=True))
    assert heads == [
        ("编号", "1.1", "1.2"),
        ("子项目", "扩面征缴工作", "贯彻实施国家和省失业保险法律法规"),
        ("分值", 8, 5),
    ]
    assert scores.freeze_panes == "B7"
    losses = table(sheet(batch(61), "失分表"))
    assert [row[0] for row in losses[:4]] == ["失分合计", "失分单位数", "失分率", "甲市"]


def test_hundreds_of_units() -> None:
    page = sheet(batch(300), "得分表")
    assert (page.max_row, page.max_column) == (306, 50)


def test_a_name_too_long_for_the_page_has_no_columns_to_repeat() -> None:
    few = batch(3)
    named = replace(few, units=tuple(replace(unit, unit="某某市人力资源和社会保障局" * 3) for unit in few.units))
    assert sheet(named, "分项排名").print_title_cols is None
