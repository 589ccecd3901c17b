from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.paper_layout import height, wrap
from kaohe.render.xlsx.workbook import workbook_bytes
from support.rendered.dossiers import alone
from support.rendered.sheets import form, official, read, with_texts


def column(page: Worksheet, letter: str) -> list[object]:
    return [cell.value for cell in page[letter]]


def squeezed(text: object) -> str:
    return "".join(str(text).split())


@pytest.fixture(scope="module")
def book() -> Workbook:
    return read(official())


@pytest.fixture(scope="module")
def page(book: Workbook) -> Worksheet:
    found = book["考核表"]
    assert isinstance(found, Worksheet)
    return found


def test_three_sheets(book: Workbook) -> None:
    assert book.sheetnames == ["考核表", "扣分台账", "说明"]


def test_the_words_above_the_table(page: Worksheet) -> None:
    assert column(page, "A")[:3] == ["附件2：", "全省就业工作单项考核表", "单位（盖章）：示例市"]
    assert (page["A2"].font.name, page["A2"].font.size, page["A2"].font.bold) == ("宋体", 22, True)
    assert page["A1"].font.name == "黑体"


def test_the_eight_columns(page: Worksheet) -> None:
    headings = ["项目", "子项目", "分值", "目标要求", "评分办法", "自评分", "省厅初评分", "省厅审定考核分"]
    assert [squeezed(cell.value) for cell in page[4]] == headings


def test_every_item_in_its_row(page: Worksheet) -> None:
    rows = page.iter_rows(5, page.max_row - 1, values_only=True)
    items = [item for section in form()["sections"] for item in section["items"]]
    found = [(squeezed(row[1]), *row[2:5]) for row in rows]
    assert found == [(item["title"], item["points"], item["target"], item["method"]) for item in items]


def test_scores_stand_in_the_column_of_their_stage() -> None:
    for place, stage in enumerate(("self", "preliminary", "final")):
        page = read(replace(official(complete=True), stage=stage))["考核表"]
        scores = [[cell.value for cell in page[letter][4:]] for letter in "FGH"]
        assert [bool(any(value is not None for value in found)) for found in scores] == [n == place for n in range(3)]
        assert scores[place][:4] == [7, 2.5, 8, 2]
        assert scores[place][-1] == 356


def test_an_open_score_shows_its_range(page: Worksheet) -> None:
    assert page["F7"].value == "待定\n[0.5, 8]"
    assert [cell.value for cell in page[page.max_row]][:6] == ["合计", None, 400, None, None, "待定\n[324, 356]"]


def test_a_score_below_zero_is_a_number() -> None:
    assert -5 in column(read(official(complete=True))["考核表"], "F")


def test_numbers_show_as_they_are_written(page: Worksheet) -> None:
    assert {cell.number_format for cell in page["F"]} == {"General"}
    third = replace(official(complete=True), low=Fraction(1000, 3), high=Fraction(1000, 3))
    (*_, total) = read(third)["考核表"]["F"]
    assert (total.value, total.number_format) == (pytest.approx(333.3333), "0.00")


def test_sections_are_merged_and_cut_where_the_page_ends(page: Worksheet) -> None:
    breaks = [found.id for found in page.row_breaks.brk]
    parts = sorted((r.min_row, r.max_row) for r in page.merged_cells.ranges if r.max_col == 1)
    assert [stop + 1 for _, stop in parts] == [start for start, _ in parts[1:]] + [page.max_row]
    assert {stop for _, stop in parts} >= set(breaks)
    labels = [squeezed(page.cell(start, 1).value) for start, _ in parts]
    assert labels[:3] == ["失业保险（50分）", "失业保险（50分）", "农民就业创业（50分）"]
    assert page.cell(5, 1).value == "失\n业\n保\n险\n（50分）"


def test_pages_are_not_overfull(page: Worksheet) -> None:
    breaks = [0, *(found.id for found in page.row_breaks.brk), page.max_row]
    heights = [page.row_dimensions[row].height or 0 for row in range(1, page.max_row + 1)]
    used = [sum(heights[start:stop]) for start, stop in pairwise(breaks)]
    scale = (page.page_setup.scale or 100) / 100
    assert all((points + heights[3]) * scale <= 595 - 93 for points in used)
    assert len(used) <= 14


def test_print_settings(page: Worksheet) -> None:
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.page_setup.scale == 88  # a fixed one: to fit the width would undo the page breaks
    assert page.print_title_rows == "$4:$4"
    assert page.print_area == f"'考核表'!$A$1:$H${page.max_row}"
    assert page.oddFooter is not None
    assert page.oddFooter.center.text == "第 &P 页\u3000共 10 页"


def test_english_words() -> None:
    book = load_workbook(BytesIO(workbook_bytes(alone(official()), "en")))
    assert book.sheetnames == ["Form", "Ledger", "Notes"]


def test_long_text_goes_on_in_more_rows() -> None:
    method = "按月上报监测分析得2分，少报一次扣1分。" * 2000
    page = read(with_texts("甲", method))["考核表"]
    assert "".join(str(value) for value in column(page, "E")[4:] if value).startswith(method)
    assert page["B6"].value == "（续）"
    assert [page["C6"].value, page["F6"].value] == [None, None]


def test_every_row_shows_all_its_lines(page: Worksheet) -> None:
    for row in range(5, page.max_row):
        shown = page.row_dimensions[row].height or 0
        for letter in "BDE":
            ems = (page.column_dimensions[letter].width * 6 - 6) / 10.5
            assert shown >= len(wrap(str(page[f"{letter}{row}"].value), ems)) * 10.5 * 1.45


def test_one_stage_and_five() -> None:
    sheet = official()
    for count in (1, 5):
        stages = tuple((f"stage{n}", f"第{n}次评分") for n in range(count))
        page = read(replace(sheet, stage="stage0", form=replace(sheet.form, stages=stages)))["考核表"]
        assert page.max_column == 5 + count


def test_a_section_of_one_short_item_shows_its_title() -> None:
    sheet = official(complete=True)
    section = replace(sheet.sections[0], title="公共人力资源市场建设", items=sheet.sections[0].items[3:4])
    page = read(replace(sheet, sections=(section,)))["考核表"]
    assert page["A5"].value == "公共人力资源市场建设\n（50分）"
    assert (page.row_dimensions[5].height or 0) >= height(4, 10.5)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    first = workbook_bytes(alone(official()), "zh")
    assert workbook_bytes(alone(official()), "zh") == first
    with ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"<dcterms:" not in archive.read("docProps/core.xml")
