"""A unit's data as YAML: every value is read as itself again, exactly, and looks as people write it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe import source
from kaohe.render.submission_yaml import flow, quoted, text
from support.rounds import rounds

DATA: dict[str, Any] = {
    "rubric": "jiangsu-employment-2011",
    "unit": "甲市",
    "year": 2011,
    "on": "2012-03-31",
    "indicators": {
        "coverage": {"contributors": {"previous": 1, "current": Decimal("2.50")}, "missing": None},
        "data_use": {
            "uploads": {"甲县": {"part": 1, "whole": 2}, "乙 县": {"plan": {"part": 1}, "on": True}},
            "none": {},
        },
    },
    "changes": {"coverage": {"late": {"old": None, "new": "93.2%", "reason": "核实：二次"}}},
    "evidence": {"coverage": ["附件/一 张.png", "二.pdf", {"contributors": ["三.pdf"]}], "data_use": []},
    "notes": {"coverage": "第一行\n“第二行”\t\\"},
}
CALLED = {("indicators", "coverage"): "1.1 扩面\n征缴", ("indicators", "coverage", "contributors"): "实际缴费人数"}
WRITTEN = """\
rubric: jiangsu-employment-2011
unit: 甲市
year: 2011
on: 2012-03-31

indicators:
  coverage:  # 1.1 扩面 征缴
    contributors: {previous: 1, current: 2.50}  # 实际缴费人数
    missing: null
  data_use:
    uploads:
      甲县: {part: 1, whole: 2}
      "乙 县":
        plan: {part: 1}
        on: true
    none: {}

changes:
  coverage:
    late:
      old: null
      new: 93.2%
      reason: "核实：二次"

evidence:
  coverage:
    - "附件/一 张.png"
    - 二.pdf
    - {contributors: [三.pdf]}
  data_use: []

notes:
  coverage: "第一行\\u000a“第二行”\\u0009\\\\"
"""


def test_as_people_write_it() -> None:
    assert text(DATA, CALLED) == WRITTEN


def test_it_is_read_as_it_was() -> None:
    assert source.read("甲市.yaml", WRITTEN.encode()).data == DATA


PLAIN = ["甲市", "late_reports", "a.b-c/d", "2012-03", "2012-03-31", "-3.5%", "7%"]
QUOTED = [
    "",
    " ",
    "yes",
    "ON",
    "null",
    "n",
    "1",
    "1.5",
    "1e3",
    ".inf",
    "是 否",
    "a: b",
    "#",
    "- a",
    "07",
    "２",
    "a\u3000b",
]


@pytest.mark.parametrize("value", PLAIN)
def test_what_means_itself(value: str) -> None:
    assert quoted(value) == value


@pytest.mark.parametrize("value", QUOTED)
def test_what_some_reader_takes_for_something_else(value: str) -> None:
    assert quoted(value) == f'"{value}"'.replace("\u3000", "\\u3000")


def test_signs_beyond_four_digits() -> None:
    assert quoted("\U000e0001") == '"\\U000e0001"'


def test_exact_numbers() -> None:
    assert [flow(one) for one in (Decimal("0.10"), Decimal("1E+3"), 10**20, -3, True, None)] == [
        "0.10",
        "1000",
        "1" + "0" * 20,
        "-3",
        "true",
        "null",
    ]


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@rounds(200)
@given(TEXTS, TEXTS)
def test_any_text_is_read_as_itself(key: str, value: str) -> None:
    """Wherever it stands."""
    data = {"unit": value, "notes": {key or "x": value, "list": [value, {"part": value}]}}
    assert source.read("甲市.yaml", text(data, {}).encode()).data == data


def test_the_same_for_the_same_data(tmp_path: Path) -> None:
    path = tmp_path / "甲市.yaml"
    path.write_text(text(DATA, {}), encoding="utf-8")
    assert text(source.read(str(path)).data, {}) == text(DATA, {})
