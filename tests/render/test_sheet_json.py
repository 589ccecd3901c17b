"""The JSON of format 1, key by key."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from kaohe import __version__
from kaohe.messages import bring
from kaohe.render.json import sheet_json
from kaohe.results.sheet import Sheet
from support.folders import RENDERED
from support.grades import reached
from support.rendered.dossiers import alone
from support.rendered.small_batch import CAPPED, COMPLETE, FULL, PROBLEM, SHEET, with_item

STANDING = ["points", "score", "low", "high", "state"]


def read(sheet: Sheet) -> Any:
    return json.loads(sheet_json.text(alone(sheet), "zh"))


def test_looks_as_pinned(pinned: Callable[[Path, str], None]) -> None:
    text = sheet_json.text(alone(SHEET), "zh").replace(f'"{__version__}"', '"VERSION"')
    pinned(RENDERED / "sheet.json", text)


def test_the_keys_and_their_order() -> None:
    sheet = read(SHEET)
    assert list(sheet) == [
        "format", "kaohe", "rubric", "unit", "year", "stage", "complete", *STANDING, "ledger", "grade",
        "settled", "pending", "missing", "sections", "readings", "notes", "problems", "earlier",
        "evidence", "reconciliations",
    ]  # fmt: skip
    section = sheet["sections"][0]
    item = section["items"][1]
    assert list(sheet["rubric"]) == ["id", "title", "sha256"]
    assert list(section) == ["number", "id", "title", *STANDING, "ledger", "grade", "items"]
    assert list(item) == ["number", "id", "title", *STANDING, "ledger"]
    assert list(item["ledger"][0]) == ["rule", "clause", "fact", "due", "applied", "why", "arithmetic"]
    assert list(sheet["missing"][0]) == ["number", "item", "indicator", "label", "reason"]
    assert list(sheet["readings"][0]) == ["id", "words", "chosen", "meaning", "others"]


def test_points_are_exact_strings() -> None:
    sheet = read(SHEET)
    cut = sheet["sections"][0]["items"][2]
    assert (cut["points"], cut["score"]) == ("5", "0")
    assert (cut["ledger"][0]["due"], cut["ledger"][0]["applied"]) == ("7.5", "5")
    assert sheet["sections"][1]["items"][1]["score"] == "-5"
    third = replace(CAPPED, due=Fraction(1, 3))
    shown = read(with_item(replace(FULL, ledger=(third,))))
    assert shown["sections"][0]["items"][0]["ledger"][0]["due"] == "1/3"


def test_open_is_null_and_missing_is_not_zero() -> None:
    sheet = read(SHEET)
    item = sheet["sections"][1]["items"][0]
    assert item["score"] is None
    assert (item["low"], item["high"], item["state"]) == ("2.5", "5", "open")
    assert (sheet["score"], sheet["low"], sheet["high"], sheet["complete"]) == (None, "6", "8.5", False)
    assert (sheet["settled"], sheet["pending"]) == ("3.5", "5")
    unbounded = read(with_item(replace(FULL, low=None)))
    assert unbounded["sections"][0]["items"][0]["low"] is None


def test_a_complete_sheet() -> None:
    sheet = read(replace(COMPLETE, year=None))
    assert (sheet["complete"], sheet["score"], sheet["low"], sheet["high"]) == (True, "8.5", "8.5", "8.5")
    assert (sheet["year"], sheet["missing"], sheet["readings"], sheet["problems"]) == (None, [], [], [])


def test_readings_name_what_was_not_chosen() -> None:
    assert read(SHEET)["readings"][0]["others"] == [{"name": "outside", "meaning": "增幅恰为1%的，不在其内"}]


def test_problems_speak_the_language() -> None:
    bring({"problem.unknown-word": ("没有 {key}", "no {key}")})
    problem = sheet_json.data(alone(replace(SHEET, problems=(replace(PROBLEM, code="unknown-word"),))), "en")[
        "problems"
    ][0]
    assert problem == {
        "code": "unknown-word",
        "severity": "warning",
        "path": "甲市.yaml",
        "line": 7,
        "column": 3,
        "message": "no traning",
    }


def test_chinese_is_readable_and_the_text_ends_a_line() -> None:
    text = sheet_json.text(alone(SHEET), "zh")
    assert '"unit": "甲市"' in text
    assert text.endswith("}\n")


def test_what_the_whole_took_and_its_grade() -> None:
    line = replace(CAPPED, rule="total.most", why="最多得 8 分")
    graded = read(replace(COMPLETE, ledger=(line,), grade=reached("良好", quota=True)))
    assert graded["ledger"][0]["rule"] == "total.most"
    assert graded["grade"] == {"id": "良好", "title": "良好", "quota": True, "why": "", "possible": ["良好"]}
    assert read(COMPLETE)["grade"] is None
