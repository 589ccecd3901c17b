"""Forms in workbooks: merged cells, numbers as they are shown, sheets that are hidden."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from kaohe.source.form_document import grid
from kaohe.source.form_document.rows import Cell, RowPlace
from kaohe.source.workbooks import Unopened


def _saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_rows() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "考核表"
    sheet.append(["项目", "子项目", "分值", "目标"])
    sheet.append(["就业", "培训", 8, 0.95])
    sheet.append([None, " 补贴 ", 2.5, True])
    sheet["A5"] = "合计"
    sheet["D2"].number_format = "0%"
    sheet.merge_cells("A2:A3")
    book.create_sheet("说明").sheet_state = "hidden"
    found = grid.rows(_saved(book))
    assert [row.cells for row in found[:3]] == [
        (Cell("项目"), Cell("子项目"), Cell("分值"), Cell("目标")),
        (Cell("就业"), Cell("培训"), Cell("8"), Cell("95%")),
        (Cell("就业", continued=True), Cell("补贴"), Cell("2.5"), Cell("True")),
    ]
    assert [cell.text for cell in found[3].cells] == ["合计", "", "", ""]
    assert found[2].place == RowPlace("sheet", "考核表", 3)


def test_what_is_no_workbook() -> None:
    with pytest.raises(Unopened) as refused:
        grid.rows(b"no workbook")
    assert refused.value.code == "not-a-workbook"
