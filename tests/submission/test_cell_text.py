"""The cells of a table as people leave them: taken where there is no doubt, else left as the text that they are."""

from decimal import Decimal
from typing import Any

import pytest

from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.source.models import construct
from kaohe.submission.cell_text import accepted, cell_value, otherwise, year_value


def cell(text: str, kind: KindName, unit: str = "", **options: str) -> Any:
    indicator = Indicator(label="事实", kind=kind, unit=unit, options=options)
    return cell_value(text, indicator, next(iter(KINDS[kind].fields.values())).name)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("７", 7),
        ("007", 7),
        ("-3", -3),
        ("－3", -3),
        ("7.50", Decimal("7.50")),
        ("1,000", 1000),
        ("1，234，567.5", Decimal("1234567.5")),
        ("7次", 7),
        ("7 次", 7),
        ("１,000次", 1000),
    ],
)
@pytest.mark.parametrize("kind", ["count", "number", "amount", "change", "ratio"])
def test_numbers(text: str, value: object, kind: KindName) -> None:
    found = cell(text, kind, "次")
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "text",
    ["无", "/", "1,00", "1000,000", "1 000", "7个", "1.2万次", "1.2万", "1e5", "+5", ".5", "5.", "86.5%", "次", "√"],
)
def test_what_may_be_another_number_stays_a_text(text: str) -> None:
    assert cell(text, "number", "次") == text


def test_what_no_number_can_be_is_cut() -> None:
    assert cell("1" * 5000, "count") == f"{'1' * 60}…"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("86.5%", "86.5%"),
        ("８６.５％", "86.5%"),
        ("86.50 %", "86.50%"),
        ("-3%", "-3%"),
        ("086.5%", "86.5%"),
        ("0%", "0%"),
        ("0.50%", "0.50%"),
        ("1,086.5%", "1086.5%"),
        ("0.0000001%", "0.0000001%"),
        ("86.5％左右", "86.5％左右"),
        ("八成", "八成"),
    ],
)
def test_percents(text: str, value: str) -> None:
    assert cell(text, "percent") == value


@pytest.mark.parametrize(("text", "value"), [("86.5", Decimal("86.5")), ("0.865", Decimal("0.865"))])
def test_a_percent_without_its_sign_is_none(text: str, value: Decimal) -> None:
    assert cell(text, "percent") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("√", True),
        ("×", False),
        ("是", "是"),
        ("否", "否"),
        ("有", "有"),
        ("1", "1"),
    ],
)
def test_flags(text: str, value: object) -> None:
    assert cell(text, "flag") == value


@pytest.mark.parametrize(
    "text",
    ["2012-03-31", "2012-3-31", "2012/3/31", "2012.3.31", "2012年3月31日", "2012年03月31日", "２０１２．３．３１"],
)
def test_dates(text: str) -> None:
    assert cell(text, "date") == "2012-03-31"


@pytest.mark.parametrize("text", ["2012-2-30", "3-31", "2012-3/31", "31/3/2012", "2012年3月", "40999", "月底"])
def test_what_may_be_another_date_stays_a_text(text: str) -> None:
    assert cell(text, "date") == text


@pytest.mark.parametrize("text", ["2012-03", "2012-3", "2012/3", "2012.3", "2012年3月", "2012年03月"])
def test_months(text: str) -> None:
    assert cell(text, "month") == "2012-03"


@pytest.mark.parametrize("text", ["2012-13", "2012-3-1", "Mar-12", "3月"])
def test_what_may_be_another_month_stays_a_text(text: str) -> None:
    assert cell(text, "month") == text


def test_choices() -> None:
    options = {"good": "优", "fair": "良", "poor": "差", "bad": "差", "优": "other"}
    found = [cell(text, "choice", **options) for text in ("good", "良", "优", "差", "中")]
    assert found == ["good", "fair", "优", "差", "中"]


@pytest.mark.parametrize("kind", ["flag", "count", "percent", "choice", "date", "month", "judgement"])
def test_what_is_missing_or_does_not_apply(kind: KindName) -> None:
    assert [cell(text, kind) for text in ("", "不适用", "not_applicable")] == [None, "不适用", "not_applicable"]


def test_a_reason_is_a_text() -> None:
    assert cell_value("12", Indicator(label="评价", kind="judgement"), "text") == "12"


def test_years() -> None:
    assert [year_value(text) for text in ("2011", "２０１１", "2011年", "2011 年", "去年", "")] == [
        2011,
        2011,
        2011,
        2011,
        "去年",
        None,
    ]


@pytest.mark.parametrize(
    ("value", "kind", "taken"),
    [
        (7, "count", True),
        (-1, "count", False),
        (Decimal("7.5"), "count", False),
        (-1, "amount", True),
        (8, "number", True),
        (9, "number", False),
        ("8%", "percent", True),
        ("9%", "percent", False),
        ("2011-02-30", "date", False),
        (True, "flag", True),
    ],
)
def test_what_a_fact_can_be(value: object, kind: KindName, taken: object) -> None:
    wide = {"range": {"from": 0, "to": 8}} if kind == "number" else {"range": {"to": "8%"}} if kind == "percent" else {}
    indicator = construct(Indicator, {"label": "事实", "kind": kind, **wide})
    assert accepted(value, indicator, next(iter(KINDS[kind].fields.values())).name) is taken


def test_what_is_read_as_no_fact_is_taken() -> None:
    assert accepted("甲市", Indicator(label="", kind="judgement"), "unknown")


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("7", 7, False),
        ("７", 7, True),
        ("7.50", Decimal("7.50"), False),
        ("TRUE", True, False),
        ("False", False, False),
        ("×", False, True),
        ("✘", False, True),
        ("√", True, True),
        ("是", "是", False),
        ("不适用", "不适用", False),
        ("2011.3.1", "2011-03-01", True),
        ("", None, False),
    ],
)
def test_what_is_written_in_another_way(text: str, value: object, other: object) -> None:
    assert otherwise(text, value) is other


def test_a_label_with_blanks_around_it() -> None:
    for text in ("好", "a", "\n好", "好 "):
        assert cell(text, "choice", a="\n好", b="差 ") == "a"
    assert cell("好", "choice", a="\n好", b="好 ") == "好"
