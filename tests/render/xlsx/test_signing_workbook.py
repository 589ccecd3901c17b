"""The workbook in which cases are signed: what takes an entry, what is printed, what is sealed."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from kaohe.expr.numbers import plain
from kaohe.render.xlsx import sealed_page
from kaohe.results.signing_form import COLUMNS, ENTERED, SHOWN
from support.rendered.printing import PDFTOTEXT, SOFFICE, Office, run
from support.signing import Filled, form, written


def test_same_cases_same_bytes() -> None:
    assert written() == written()


def test_only_what_is_entered_is_unlocked() -> None:
    book = Filled(written())
    assert book.page.protection.sheet
    assert set(book.keys) >= set(COLUMNS)
    free = {cell.coordinate for row in book.page.iter_rows() for cell in row if not cell.protection.locked}
    rows = [row for number, row in book.rows.items() if number.isdigit()]
    entered = {book.page.cell(row, book.keys[key]).coordinate for row in rows for key in ENTERED}
    assert free == entered | {"I3", "J3"}
    assert "=" not in {str(cell.value)[:1] for row in book.page.iter_rows() for cell in row if cell.value}


def test_points_are_numbers_where_they_are_one() -> None:
    book = Filled(written())
    values = [book.page.cell(book.rows[number], book.keys["points"]).value for number in ("1", "2", "21")]
    assert values == [5, "0 至 5", -5]


def test_one_page_wide_with_headings_on_every_page() -> None:
    page = Filled(written()).page
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$5:$5"
    assert (page.row_dimensions[1].hidden, page.column_dimensions["A"].hidden, page.freeze_panes) == (True, True, "A6")


def test_what_may_be_entered() -> None:
    page = Filled(written("en")).page
    found = {one.type: (one.formula1, str(one.sqref).partition(":")[0]) for one in page.data_validations.dataValidation}
    assert found["list"] == ('"right,wrong"', "F6")
    assert {kind: first for kind, (_, first) in found.items()} == {"list": "F6", "decimal": "G6", "date": "J3"}


def test_it_is_sealed_with_all_that_it_shows() -> None:
    workbook = Filled(written()).workbook
    assert workbook["kaohe"].sheet_state == "veryHidden"
    seal = sealed_page.read(workbook)
    assert seal is not None
    assert seal.sound
    data = json.loads(seal.text)
    assert (data["kind"], data["rubric"]["id"]) == ("signing", "small")
    assert data["cases"] == form().cases
    for case in form().every():
        shown = {key: plain(one) if isinstance(one, Fraction) else one for key, one in case.shown().items()}
        assert data["cells"][str(case.number)] == shown
        assert tuple(shown) == SHOWN


@pytest.mark.skipif(not PDFTOTEXT or not SOFFICE, reason="LibreOffice or pdftotext is not installed")
def test_on_paper_every_page_has_the_headings_and_all_columns(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "例.xlsx"
    path.write_bytes(written())
    office.convert("pdf", tmp_path, path)
    pages = run(PDFTOTEXT, "-layout", tmp_path / "例.pdf", "-").split("\f")[:-1]
    assert len(pages) > 1
    for page in pages:
        assert all(heading in page for heading in ("事实", "得分", "为什么", "对不对", "应得", "意见", "签名", "日期"))
    assert "评分办法：" in pages[0]
