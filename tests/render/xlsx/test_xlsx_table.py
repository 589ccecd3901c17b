"""Plain tables on paper: few units, many across, more down the page; long words, notes."""

from dataclasses import replace
from fractions import Fraction

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.cells import prepare
from kaohe.render.xlsx.table_grid import single
from kaohe.render.xlsx.xlsx_table import draw
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow
from support.rendered.batches import batch, sheet, table


def test_few_units_fit_the_width_of_a_page() -> None:
    for name in ("分项排名", "得分表", "失分表", "失分分布"):
        page = sheet(batch(), name)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_cols is None


def test_many_items_across_take_several_pages_with_the_units_on_each() -> None:
    page = sheet(batch(60), "得分表")
    assert page.page_setup.fitToWidth == 3
    assert page.print_title_cols == "$A:$A"
    assert page["B1"].value == "全省就业工作单项考核表得分表"
    assert page["A1"].value is None


def test_more_units_go_down_the_page() -> None:
    assert sheet(batch(20), "得分表")["A4"].value == "编号"
    scores = sheet(batch(21), "得分表")
    assert [cell.value for cell in scores[4][:3]] == [
        "单位", "1.1 扩面征缴工作\n（8分）", "1.2 贯彻实施国家和省失业保险法律法规\n（5分）",
    ]  # fmt: skip
    assert scores.freeze_panes == "B5"
    losses = table(sheet(batch(21), "失分表"))
    assert [row[0] for row in losses[:4]] == ["失分合计", "失分单位数", "失分率", "甲市"]
    assert [str(one)[-1] for one in losses[2][1:]] == ["%"] * 49


def test_hundreds_of_units() -> None:
    page = sheet(batch(300), "得分表")
    assert (page.max_row, page.max_column) == (304, 50)


def test_a_name_too_long_for_the_page_has_no_columns_to_repeat() -> None:
    few = batch(3)
    named = replace(few, units=tuple(replace(unit, unit="某某市人力资源和社会保障局" * 3) for unit in few.units))
    assert sheet(named, "分项排名").print_title_cols is None


def drawn(*rows: TableRow, after: tuple[str, ...] = ()) -> Worksheet:
    workbook = Workbook()
    prepare(workbook)
    page: Worksheet = workbook.create_sheet("表")
    columns = (TableColumn("编号"), TableColumn("说明", "long"), TableColumn("分", "number"))
    draw(page, single(PlainTable("table", "题", columns, rows, after=after), "题", (), "zh"))
    return page


def test_text_too_long_for_a_row_goes_on_below() -> None:
    long = "按月上报监测分析得2分，少报一次扣1分。" * 300
    page = drawn(TableRow(("1", long, Fraction(2))), TableRow(("2", "短", Fraction(1))))
    cells = [[cell.value for cell in row] for row in page.iter_rows(3)]
    assert "".join(str(row[1]) for row in cells[:-1]) == long
    assert [row[0] for row in cells] == ["1", *[None] * (len(cells) - 2), "2"]
    assert [row[2] for row in cells] == [2, *[None] * (len(cells) - 2), 1]
    assert all((page.row_dimensions[row].height or 0) <= 409 for row in range(3, page.max_row + 1))


def test_words_at_length_take_what_others_leave() -> None:
    page = drawn(TableRow(("1", "按月上报监测分析得2分，少报一次扣1分。" * 5, Fraction(2))))
    widths = [page.column_dimensions[letter].width * 6 for letter in "ABC"]
    assert sum(widths) == pytest.approx(742)
    assert widths[1] > 600


def test_notes_after_the_rows_are_as_wide_as_the_table() -> None:
    page = drawn(TableRow(("1", "短", Fraction(2))), after=("完",))
    assert (page["A4"].value, page["A4"].font.b) == ("完", True)
    assert "A4:C4" in {str(found) for found in page.merged_cells.ranges}
