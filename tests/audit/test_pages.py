"""What the formulas of a workbook came to is told as the program that saved it has left it."""

from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import pytest
from openpyxl import load_workbook

from kaohe.audit import verification
from kaohe.audit.cell_contents import Content, Formula
from kaohe.audit.pages import Pages
from kaohe.source import workbooks
from kaohe.source.spreadsheet import sheet_cells
from support.raw_workbooks import with_parts, workbook
from support.workbooks import FORM, edited, three_stage_workbook, verified

SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        (b"<v>7.5</v>", Formula("=B1", "7.5")),
        (b"<v></v>", Formula("=B1", None)),
        (b"", Formula("=B1", None)),
    ],
)
def test_numbers(cell: bytes, content: Content) -> None:
    assert only(b'<c r="A1"><f>B1</f>' + cell + b"</c>") == {(1, 1): content}


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [(b"b", b"1", "True"), (b"b", b"0", "False"), (b"str", b"8", "8"), (b"e", b"#N/A", "#N/A")],
)
def test_other_kinds(kind: bytes, value: bytes, told: str) -> None:
    cell = b'<c r="A1" t="%s"><f>B1</f><v>%s</v></c>' % (kind, value)
    assert only(cell) == {(1, 1): Formula("=B1", told)}


def only(cell: bytes) -> object:
    content = with_parts({SHEET: HEAD + cell + b"</row></sheetData></worksheet>"})
    pages = Pages("表.xlsx", load_workbook(BytesIO(content)), content)
    assert pages.contents("乙") is None
    return pages.contents("甲")


def test_a_page_whose_title_only_openpyxl_gives() -> None:
    content = workbook(lambda sheet: sheet.__setitem__("A1", "=B1"))
    book = load_workbook(BytesIO(content))
    book["甲"].title = "甲1"
    assert Pages("表.xlsx", book, content).contents("甲1") == {(1, 1): Formula("=B1", None)}


@pytest.fixture(scope="module")
def with_a_formula() -> bytes:
    return edited(three_stage_workbook(), lambda book: book[FORM].__setitem__("F5", "=1+7"))


def test_beyond_bounds(with_a_formula: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_cells, "MOST_CELLS", 3)
    found = verified(with_a_formula, tmp_path)
    assert (found.opened, [one.code for one in found.problems]) == (False, ["workbook-too-large"])


def test_a_workbook_is_opened_once(with_a_formula: bytes, tmp_path: Path) -> None:
    """To open it again for what its formulas came to doubles the time that a large one takes."""
    with patch.object(verification, "opened", wraps=workbooks.opened) as opened:
        assert [one.code for one in verified(with_a_formula, tmp_path).problems] == ["formula-in-cell"]
    assert opened.call_count == 1
