"""The cells of a workbook as they are kept there: taken where there is no doubt, else refused."""

from decimal import Decimal
from typing import Any

import pytest

from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.source.spreadsheet.number_formats import Shown
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.submission.typed_cell import Typed, decimal, plain_text, typed


def read(cell: Cell | None, kind: KindName, **others: Any) -> Typed:
    indicator = Indicator(label="事实", kind=kind, unit="次", options=others.pop("options", {}))
    return typed(cell, indicator, next(iter(KINDS[kind].fields.values())).name, **others)


def number(text: str, shown: Shown = "number", formula: str | None = None) -> Cell:
    return Cell("number", text, shown, formula)


def text(said: str, formula: str | None = None) -> Cell:
    return Cell("text", said, "number", formula)


@pytest.mark.parametrize(
    "kind", ["count", "number", "amount", "percent", "flag", "date", "month", "choice", "judgement"]
)
@pytest.mark.parametrize("cell", [None, text(""), text("  "), text("　\n"), text("\u200b"), text("", 'IF(A1,1,"")')])
def test_blanks_are_missing(cell: Cell | None, kind: KindName) -> None:
    assert read(cell, kind) == Typed()


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("7", 7),
        ("7.0", 7),
        ("-3", -3),
        ("39.9", Decimal("39.9")),
        ("0.30000000000000004", Decimal("0.3")),
        ("39.899999999999999", Decimal("39.9")),
        ("1234567.8900000001", Decimal("1234567.89")),
        ("1E+3", 1000),
        ("1.5E-5", Decimal("0.000015")),
        ("123456789012345", 123456789012345),
        ("1E+25", 10**25),
    ],
)
@pytest.mark.parametrize("kind", ["number", "amount"])
def test_numbers(given: str, value: object, kind: KindName) -> None:
    found = read(number(given), kind)
    assert (found, type(found.value)) == (Typed(value), type(value))


@pytest.mark.parametrize(
    ("given", "value", "taken"),
    [
        ("7", 7, "text"),
        ("７", 7, "text"),
        (" 7 ", 7, "text"),
        ("7次", 7, "text"),
        ("1,000", 1000, "text"),
        ("无", "无", ""),
        ("—", "—", ""),
        ("86.5%", "86.5%", ""),
        ("不适用", "不适用", ""),
    ],
)
def test_numbers_that_are_texts(given: str, value: object, taken: str) -> None:
    assert read(text(given), "count") == Typed(value, taken)


@pytest.mark.parametrize(
    ("cell", "value", "taken"),
    [
        (number("0.865", "percent"), "86.5%", ""),
        (number("0.5", "percent"), "50%", ""),
        (number("1", "percent"), "100%", ""),
        (number("5.0000000000000001E-4", "percent"), "0.05%", ""),
        (number("-0.035", "percent"), "-3.5%", ""),
        (number("0.28999999999999998", "percent"), "29%", ""),
        (number("12", "percent"), "1200%", ""),
        (number("0", "percent"), "0%", ""),
        (number("0"), "0%", ""),
        (number("0.86499999999999999", "percent", "B2/C2"), "86.5%", "formula"),
        (text("86.5%"), "86.5%", "text"),
        (text("８６.５％"), "86.5%", "text"),
        (text("0.05%"), "0.05%", "text"),
        (text("八成"), "八成", ""),
    ],
)
def test_percents(cell: Cell, value: str, taken: str) -> None:
    assert read(cell, "percent") == Typed(value, taken)


@pytest.mark.parametrize("cell", [number("86.5"), number("0.865"), number("1"), text("86.5")])
def test_percents_without_a_sign_are_left_to_be_refused(cell: Cell) -> None:
    assert read(cell, "percent") == Typed(Decimal(cell.text))


@pytest.mark.parametrize(
    ("kind", "cell", "code", "told"),
    [
        ("count", number("0.5", "percent"), "percent-not-wanted", {"found": "50%", "expected": "0.5"}),
        ("count", number("46082", "date"), "number-turned-date", {"found": "2026-03-01"}),
        ("percent", number("46082.5", "date"), "number-turned-date", {"found": "2026-03-01"}),
        ("count", number("1E+9", "date"), "number-turned-date", {"found": "1000000000"}),
        ("count", Cell("error", "#REF!", "number"), "cell-error", {"found": "#REF!"}),
        ("flag", Cell("error", "#N/A", "number", "A1"), "cell-error", {"found": "#N/A"}),
        ("count", Cell("unknown", "", "number", "A1+1"), "formula-not-computed", {"found": "A1+1"}),
        ("count", number("7", formula="[1]S!A1"), "cell-of-other-workbook", {"found": "[1]S!A1"}),
        ("count", number("7", formula="'C:\\[a.xlsx]S'!A1"), "cell-of-other-workbook", {"found": "'C:\\[a.xlsx]S'!A1"}),
    ],
)
def test_what_is_refused(kind: KindName, cell: Cell, code: str, told: dict[str, str]) -> None:
    assert read(cell, kind) == Typed(refused=code, told=told)


@pytest.mark.parametrize(
    ("cell", "value", "taken"),
    [
        (Cell("flag", "1", "number"), True, ""),
        (Cell("flag", "0", "number"), False, ""),
        (Cell("flag", "1", "number", "A1>2"), True, "formula"),
        (text("√"), True, "word"),
        (text("×"), False, "word"),
        (text("是"), "是", ""),
        (text("大概"), "大概", ""),
        (number("1"), "1", ""),
    ],
)
def test_flags(cell: Cell, value: object, taken: str) -> None:
    assert read(cell, "flag") == Typed(value, taken)


def test_a_tick_is_no_number() -> None:
    assert read(Cell("flag", "0", "number"), "count") == Typed("FALSE")


@pytest.mark.parametrize(
    ("kind", "cell", "value", "taken"),
    [
        ("date", number("40999", "date"), "2012-03-31", ""),
        ("date", number("40999.75", "date"), "2012-03-31", ""),
        ("date", number("40999"), "2012-03-31", "serial"),
        ("date", number("20000"), "1954-10-03", "serial"),
        ("date", number("19999"), "19999", ""),
        ("date", number("80000"), "2119-01-11", "serial"),
        ("date", number("80001"), "80001", ""),
        ("date", number("5"), "5", ""),
        ("date", number("20120331"), "20120331", ""),
        ("date", number("1E+9", "date"), "1000000000", ""),
        ("date", text("2012.3.31"), "2012-03-31", "word"),
        ("date", text("2012-03-31"), "2012-03-31", ""),
        ("date", text("月底"), "月底", ""),
        ("month", number("40969", "date"), "2012-03", ""),
        ("month", number("40969"), "2012-03", "serial"),
        ("month", number("2012.3"), "2012-03", "serial"),
        ("month", number("2012.12"), "2012-12", "serial"),
        ("month", number("3"), "3", ""),
        ("month", number("2011.1"), "2011.1", ""),
        ("month", text("2012年3月"), "2012-03", "word"),
    ],
)
def test_dates_and_months(kind: KindName, cell: Cell, value: str, taken: str) -> None:
    assert read(cell, kind) == Typed(value, taken)


def test_dates_of_old_macs() -> None:
    assert read(number("39537", "date"), "date", since_1904=True) == Typed("2012-03-31")


def test_choices() -> None:
    options = {"good": "优", "fair": "良", "poor": "差", "bad": "差", "1": "甲"}
    given = [text("good"), text("良"), text("差"), text("差（bad）"), text("中"), number("1")]
    assert [read(one, "choice", options=options).value for one in given] == ["good", "fair", "差", "bad", "中", "1"]


def test_texts() -> None:
    indicator = Indicator(label="评定", kind="judgement")
    assert [typed(one, indicator, "text").value for one in (text(" 齐全 "), number("5"))] == ["齐全", "5"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, ""),
        (number("2011.0"), "2011"),
        (Cell("flag", "1", "number"), "TRUE"),
        (Cell("flag", "0", "number"), "FALSE"),
        (Cell("error", "#REF!", "number"), ""),
        (text("　甲市 "), "甲市"),
    ],
)
def test_what_a_cell_says_as_a_text(cell: Cell | None, said: str) -> None:
    assert plain_text(cell) == said


def test_no_more_digits_than_a_spreadsheet_shows() -> None:
    assert decimal("1234567890.12345678") == Decimal("1234567890.12346")
