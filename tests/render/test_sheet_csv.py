"""The tidy CSV: a row for each item, no formula from a file, and nothing where nothing is known."""

import codecs
import csv
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest

from kaohe.render import sheet_csv
from kaohe.results.sheet import ItemScore, Sheet
from kaohe.results.sheet_columns import SHEET_COLUMNS
from support.folders import RENDERED
from support.rendered.dossiers import alone
from support.rendered.small_batch import BELOW_ZERO, COMPLETE, FULL, LATE, SHEET, with_item


def read(sheet: Sheet) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(sheet_csv.text([alone(sheet)], "zh"), newline="")))


def row(item: ItemScore) -> dict[str, str]:
    return read(with_item(item))[0]


def test_looks_as_pinned(pinned: Callable[[Path, str], None]) -> None:
    pinned(RENDERED / "sheet.csv", sheet_csv.text([alone(SHEET)], "zh").replace("\r\n", "\n"))


def test_one_header_and_a_row_for_each_item() -> None:
    lines = sheet_csv.text([alone(SHEET), alone(COMPLETE)], "zh").split("\r\n")
    assert lines[0].split(",") == SHEET_COLUMNS
    assert len(lines) == 1 + 5 + 3 + 1
    assert lines[-1] == ""
    assert all(len(cells) == len(SHEET_COLUMNS) for cells in csv.reader(StringIO(sheet_csv.text([alone(SHEET)], "zh"))))


def test_an_open_item_has_bounds_and_no_score() -> None:
    found = read(SHEET)[3]
    assert (found["score"], found["lost"], found["state"]) == ("", "", "open")
    assert (found["low"], found["high"]) == ("2.5", "5")
    unbounded = row(replace(FULL, low=None, high=None))
    assert (unbounded["low"], unbounded["high"]) == ("", "")


def test_zero_is_written() -> None:
    found = row(replace(FULL, low=Fraction(0), high=Fraction(0)))
    assert (found["score"], found["low"], found["high"], found["lost"]) == ("0", "0", "0", "5")


def test_numbers_below_zero_stay_numbers() -> None:
    found = row(BELOW_ZERO)
    assert (found["score"], found["low"], found["lost"]) == ("-5", "-5", "10")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_can_not_become_a_formula(start: str) -> None:
    planted = f"{start}HYPERLINK(1)"
    section = replace(with_item(replace(FULL, title=planted)).sections[0], title=planted)
    found = read(replace(COMPLETE, unit=planted, sections=(section,)))[0]
    assert {found[name] for name in ("unit", "section_title", "item_title")} == {f"'{planted}"}
    assert row(replace(FULL, title=f"x{planted}"))["item_title"] == f"x{planted}"


def test_ledger_lines_share_a_cell() -> None:
    other = replace(LATE, due=Fraction(2), why='"未联网", 扣 1.5 分', arithmetic="「联网」为否 → 1.5 分")
    found = row(replace(FULL, ledger=(LATE, other)))
    assert found["why"] == '超时上报 3 次，扣 1.5 分；"未联网", 扣 1.5 分'
    assert found["arithmetic"] == "扣1.5分：超时上报 3 次 × 0.5 分；应扣2分，实扣1.5分：「联网」为否 → 1.5 分"


def test_a_sheet_without_a_year() -> None:
    assert read(replace(COMPLETE, year=None))[0]["year"] == ""


def test_the_mark_for_excel_is_the_callers() -> None:
    text = sheet_csv.text([alone(SHEET)], "zh")
    assert text.startswith("rubric,")
    assert text.encode("utf-8-sig").startswith(codecs.BOM_UTF8)
