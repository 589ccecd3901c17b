"""A unit's numbers beside those of the year before: what differs too much, and what can't be compared."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kaohe.stages.earlier_files import last_year
from kaohe.stages.last_year import LastYear
from kaohe.stages.unit_loader import Beside, UnitLoader
from support.doubtful import FORM
from support.doubtful_files import first, later, loaded, written

OLD: Mapping[str, Any] = {"insured": None, "funds": None, "growing": None}
"""Last year's changes left out: this year's previous numbers are not looked for then."""
ENGLISH = "; check it and, if it is right, say why: notes: {{work: {{{}: WHY}}}}"
MEND = "，请核对；属实的，写明原因：notes: {{work: {{{}: 原因}}}}"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def earlier(*paths: Path) -> LastYear:
    return last_year(UnitLoader("zh", {}), paths)


def said(before: LastYear, unit: Path, language: str = "zh") -> list[tuple[str, str]]:
    found = loaded(unit, loader=UnitLoader("zh", {}, beside=Beside(before=before))).doubts
    return [(one.severity, one.message("en" if language == "en" else "zh")) for one in found]


def test_what_can_hardly_have_become_of_last_year() -> None:
    old = {**OLD, "cost": 20, "surveyed": 40, "valid": 40, "insured": {"previous": 900, "current": 1001}}
    before = earlier(first("old/first.yaml", old, year=2010))
    assert before.problems == ()
    unit = first("first.yaml", {"cost": 200_000, "completion": "90%"}, {"uploads": {"新": {"part": 1, "whole": 1}}})
    found = said(before, unit)
    growth = "1.1 有效问卷：95份，2010 年报的是 40份，变动 137.5%，超过 50%" + MEND.format("valid")
    assert found[1:] == [
        ("warning", growth),
        (
            "warning",
            growth.replace("有效", "调查").replace("95", "100").replace("137.5", "150").replace("valid", "surveyed"),
        ),
        ("warning", "1.1 参保人数 上年：1000人，与 2010 年报的本年 1001人 不同" + MEND.format("insured")),
        ("warning", "1.1 支出：200000元，2010 年报的是 20元，差一万倍上下，像是元和万元混了" + MEND.format("cost")),
    ]
    assert [message for _, message in said(before, unit, "en")][1:] == [
        "1.1 有效问卷: 95份, in 2010 it was 40份, a change of 137.5%, beyond 50%" + ENGLISH.format("valid"),
        "1.1 调查问卷: 100份, in 2010 it was 40份, a change of 150%, beyond 50%" + ENGLISH.format("surveyed"),
        "1.1 参保人数 previous: 1000人, unlike 1001人, the current that was reported in 2010"
        + ENGLISH.format("insured"),
        "1.1 支出: 200000元, in 2010 it was 20元, about 10,000 times apart, as if 元 and 万元 were mixed up"
        + ENGLISH.format("cost"),
    ]


def test_the_latest_stage_counts_and_a_year_may_be_left_out() -> None:
    last = first("old/first.yaml", {**OLD, "cost": 900}, year=None)
    before = earlier(last, later("old/later.yaml", {"work.cost": [900, 90]}))
    ((severity, message),) = said(before, first("first.yaml", {}))
    assert (severity, message.partition("，变动")[0]) == ("warning", "1.1 支出：900元，上年报的是 90元")


@pytest.mark.parametrize(
    ("head", "severity", "chinese", "english"),
    [
        (
            {"unit": "乙市", "year": 2010},
            "notice",
            "--before 给出的文件里没有“甲市”，没有和上年比较",
            "“甲市” is in no file that --before gives; it was not compared with last year",
        ),
        (
            {"year": 2011},
            "warning",
            "--before 给出的文件是 2011 年的，不比 2011 年早，没有拿来比较",
            "the file that --before gives is of 2011, not before 2011; it was not compared",
        ),
    ],
)
def test_what_can_not_be_compared(head: dict[str, Any], severity: str, chinese: str, english: str) -> None:
    before = earlier(first("old.yaml", {**OLD, "cost": 1}, **head))
    unit = first("first.yaml", {})
    assert said(before, unit) == [(severity, chinese)]
    assert said(before, unit, "en") == [(severity, english)]


def test_what_goes_on_from_last_year() -> None:
    """Last year's current number is this year's previous one."""
    was = {"insured": {"previous": 900, "current": 1000}}
    assert said(earlier(first("old.yaml", {**OLD, **was}, year=2010)), first("first.yaml", {})) == []


def test_a_member_that_was_not_there_and_a_fact_that_is_never_doubted() -> None:
    before = earlier(first("old.yaml", {**OLD, "quiet": "1%"}, {"towns": {"西镇": {"people": 1}}}, year=2010))
    assert said(before, first("first.yaml", {})) == []


def test_what_is_wrong_in_last_years_files_comes_as_warnings() -> None:
    good = first("old/a.yaml", {}, year=2010)
    also = first("old/good.yaml", {}, unit="丁市", year=2010)
    broken = Path("old/b.yaml")
    broken.write_text("a: [", encoding="utf-8")
    bad = first("old/c.yaml", {"late": "多"}, unit="乙市", year=2010)
    stage = later("old/d.yaml", {"work.late": [5, 6]})
    homeless = later("old/e.yaml", {}, unit="丙市")
    parameters = written("old/parameters.yaml", {"rubric": str(FORM), "parameters": {"average": "90%"}})
    before = earlier(good, also, broken, bad, stage, homeless, parameters, Path("old/none.yaml"))
    assert {one.severity for one in before.problems} == {"warning"}
    assert {Path(one.path).name for one in before.problems} == {"b.yaml", "c.yaml", "d.yaml", "e.yaml", "none.yaml"}
    assert list(before.units) == ["甲市", "丁市"]
