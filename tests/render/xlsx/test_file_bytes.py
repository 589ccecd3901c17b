"""Workbooks as files: what openpyxl itself would have written, but for the moment."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.cells import merge, prepare
from kaohe.render.xlsx.file_bytes import file_bytes
from kaohe.render.xlsx.workbook import drawn
from support.rendered.dossiers import alone
from support.rendered.sheets import official

PROPERTIES = "docProps/core.xml"
VALUES = [
    *("text", "", " blanks ", "  ", "a\nb ", "<&>\"'", "=not a formula", "字"),
    *(0, -7, 12345678901234567890, 0.1, 1e300, -2.5e-9, 1 / 3),
    *(True, None, date(2011, 12, 31), "=1+1"),
    CellRichText(TextBlock(InlineFont(b=True), "bold"), " and not"),
]


def written(workbook: Workbook) -> dict[str, bytes]:
    """Part by part, as openpyxl writes them."""
    file = BytesIO()
    workbook.save(file)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def of_everything() -> Workbook:
    """Each kind of cell, joined ones, rows of a height without cells, a hidden page, and a chart."""
    workbook = Workbook()
    prepare(workbook)
    page = workbook.worksheets[0]
    for row, value in enumerate(VALUES, start=1):
        page.cell(row, 1).value = value
        page.cell(row, 30).value = value
        page.cell(row, 30).font = Font(bold=True)
    page["A7"].data_type = "s"
    merge(page, (1, 2), (3, 4))
    page.row_dimensions[2].height = 20.25
    page.row_dimensions[40].height = 9
    page.row_dimensions[3].hidden = True
    chart = BarChart()
    chart.add_data(Reference(page, min_col=1, min_row=9, max_row=12))
    page.add_chart(chart)
    hidden = workbook.create_sheet("二")
    hidden.sheet_state = Worksheet.SHEETSTATE_VERYHIDDEN
    return workbook


@pytest.mark.parametrize(
    "make", [of_everything, lambda: drawn(alone(official()), "zh")], ids=["everything", "official"]
)
def test_every_part_is_as_openpyxl_writes_it(make: object) -> None:
    assert callable(make)
    ours, theirs = parts(file_bytes(make())), written(make())
    assert list(ours) == list(theirs)
    assert {name for name in ours if ours[name] != theirs[name]} == {PROPERTIES}
    assert b"dcterms:" in theirs[PROPERTIES]
    assert b"dcterms:" not in ours[PROPERTIES]


def test_other_styles_after_the_same_are_not_mistaken() -> None:
    found = []
    for bold in (False, True):
        workbook = Workbook()
        page = workbook.worksheets[0]
        page["A1"] = "a"
        page["A1"].font = Font(bold=bold, size=20)
        found.append(load_workbook(BytesIO(file_bytes(workbook))).worksheets[0]["A1"].font.b)
    assert found == [False, True]


def test_same_content_same_bytes() -> None:
    assert file_bytes(of_everything()) == file_bytes(of_everything())
