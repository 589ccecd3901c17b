"""Dates and months in cells: a formula takes those that kaohe reads, and tells those that no form computes."""

from pathlib import Path
from typing import Any

from kaohe.expr.dates import days, months
from kaohe.formulas.indicators import Indicator
from kaohe.render.xlsx.day_texts import strange_date, strange_month, untold_date, untold_month
from kaohe.submission.cell_text import cell_value, date_value
from support.rendered.printing import IN_OFFICE, Office
from support.spoken_formulas import computed

pytestmark = IN_OFFICE
DATES = ["2012-03-31", "2012-3-31", "2012.03.31", "2012/3/31", "2012年3月31日", "2012年03月31日", "1899-12-31"]
NO_DATES = ["2012-02-30", "3-31", "2012年3月31", "2012年3-31", "2012-3/31", "20120331", "2012-3-31 10:00", "三月"]
MONTHS = ["2012-03", "2012-3", "2012/3", "2012年3月", "2012年03月", "2012.3", "2012.03", "2012.12", "1899-05"]
NO_MONTHS = ["2012.1", "2012-13", "2012-3-1", "3月", "201203", "2012年", "2012-3月"]


def test_dates(office: Office, tmp_path: Path) -> None:
    found = computed(office, tmp_path, [(text, strange_date) for text in (*DATES, *NO_DATES)])
    assert found == [*(False for _ in DATES), *(True for _ in NO_DATES)]
    assert all(days(date_value(text)) for text in DATES)
    assert not any(days(date_value(text)) for text in NO_DATES)


def test_months(office: Office, tmp_path: Path) -> None:
    found = computed(office, tmp_path, [(text, strange_month) for text in (*MONTHS, *NO_MONTHS)])
    assert found == [*(False for _ in MONTHS), *(True for _ in NO_MONTHS)]
    asked = Indicator(label="月份", kind="month")
    assert all(months(cell_value(text, asked, "month")) for text in MONTHS)
    assert not any(months(cell_value(text, asked, "month")) for text in NO_MONTHS)


def test_what_no_form_computes(office: Office, tmp_path: Path) -> None:
    dates: list[tuple[Any, bool]] = [("2012-03-31", False), ("2012年3月31日", True), ("1899-12-31", True), (5, True)]
    dates.append((40_000, False))
    kinds: list[tuple[Any, bool]] = [("2012-03", False), ("2012-3", True), ("2012.03", True), (40_000, False)]
    asked = [(content, untold_date) for content, _ in dates] + [(content, untold_month) for content, _ in kinds]
    assert computed(office, tmp_path, asked) == [untold for _, untold in (*dates, *kinds)]


def test_numbers_are_days(office: Office, tmp_path: Path) -> None:
    asked = [(number, strange) for number in (0, 1, 2_958_465, 2_958_466) for strange in (strange_date, strange_month)]
    assert computed(office, tmp_path, asked) == [True, True, False, False, False, False, True, True]
