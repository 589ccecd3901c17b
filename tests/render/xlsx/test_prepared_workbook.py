"""Values put into the XML of a drawn workbook: beside formulas, into empty cells, exactly, always as the same bytes."""

from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from kaohe.render.xlsx.prepared_workbook import Filling, PreparedWorkbook, fits


def prepared() -> PreparedWorkbook:
    workbook = Workbook()
    (page,) = workbook.worksheets
    page.title = "数"
    page["A1"] = "题目 <1>"
    page["B1"].number_format = "0.00%"
    page["C1"] = '=IF(B1<1,"是 & 否",B1)'
    page["C2"] = "=B2*2"
    page.row_dimensions[1].height = 20
    workbook.create_sheet("另")["A1"] = "=1+1"
    return PreparedWorkbook(workbook)


VALUES: dict[tuple[str, str], Filling] = {
    ("数", "B1"): Fraction(865, 1000),
    ("数", "C1"): "是 & 否",
    ("数", "C2"): Fraction(1, 3),
    ("另", "A1"): True,
}


def read(content: bytes, *, values: bool) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def test_values_beside_formulas_and_in_empty_cells() -> None:
    content = prepared().filled(VALUES, {("数", 1): 33.75})
    cached, formulas = read(content, values=True), read(content, values=False)
    page = cached["数"]
    assert [page[ref].value for ref in ("A1", "B1", "C1", "C2")] == ["题目 <1>", 0.865, "是 & 否", 1 / 3]
    assert cached["另"]["A1"].value is True
    assert formulas["数"]["C1"].value == '=IF(B1<1,"是 & 否",B1)'
    assert formulas["数"]["B1"].number_format == "0.00%"
    assert formulas["数"].row_dimensions[1].height == 33.75


def test_what_is_not_given_stays_as_it_was_drawn() -> None:
    page = read(prepared().filled({}), values=True)["数"]
    assert [page[ref].value for ref in ("B1", "C1", "C2")] == [None, None, None]
    assert page.row_dimensions[1].height == 20


@pytest.mark.parametrize("text", ["=1+1", "<b>&amp;</b>", " 前后有空 ", "一\n二", "\x01甲"])
def test_texts_come_back(text: str) -> None:
    page = read(prepared().filled({("数", "B1"): text}), values=False)["数"]
    assert page["B1"].value == text.replace("\x01", "□")
    assert page["B1"].data_type in ("s", "inlineStr")


def test_the_same_values_the_same_bytes() -> None:
    assert prepared().filled(VALUES) == prepared().filled(dict(reversed(VALUES.items())))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        *(("0", True), ("-7.5", True), ("123456789012345", True), ("1234567890123456", False)),
        *(("0.000000000000000123", True), ("120000000000000000000", True), ("1/3", False)),
    ],
)
def test_which_numbers_a_spreadsheet_keeps(text: str, *, kept: bool) -> None:
    assert fits(Fraction(text)) is kept
