"""Grades of a section, within classes of units, with a minimum and ties that are broken: the same on every output."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from support.command_line import kaohe

RUBRIC = """\
kaohe: 1
id: awards
title: 考核表
points: 20
rescale: section
stages: {self: 自评分, final: 审定分}
shared:
  kind: {label: 单位类别, kind: choice, options: {city: 计划单列市, other: 其他市}}
  visits: {label: 上访, kind: count, unit: 起}
sections:
  - id: work
    title: 就业
    points: 10
    grades:
      - id: first
        title: 一等奖
        from: 8
        requires: shared.visits < 5
        within: shared.kind
        quota: {city: 2, other: 2}
        at_least: {city: 1, other: 0}
        tie_breaks: [{of: total, first: highest}, {of: shared.visits, first: lowest}]
      - {id: second, title: 二等奖, from: 6}
      - {id: without, title: 不获奖}
    items:
      - id: jobs
        title: 新增就业
        points: 10
        target: 目标
        method: 满分10分，按得分计。
        indicators: {got: {label: 就业得分, kind: number, range: {to: 10}}}
        rules:
          - {type: computed, clause: 满分10分，按得分计, points: 10, award: got, not_applicable: rescaled}
  - id: safety
    title: 安全
    points: 10
    items:
      - id: safe
        title: 安全生产
        points: 10
        target: 目标
        method: 满分10分，按得分计。
        indicators: {got: {label: 安全得分, kind: number, range: {to: 10}}}
        rules: [{type: computed, clause: 满分10分，按得分计, points: 10, award: got}]
"""
UNITS: Mapping[str, tuple[Any, ...]] = {  # class, visits, employment, safety
    "甲": ("city", 0, 7, 5),
    "乙": ("city", 0, 7, 6),
    "丙": ("other", 1, 9, 5),
    "丁": ("other", 2, 9, 5),
    "戊": ("other", 0, 9, 9),
    "己": ("other", 0, "不适用", 9),
    "庚": ("city", 5, 10, 10),
}
TITLES = {"甲": "二等奖", "乙": "一等奖", "丙": "一等奖", "丁": "二等奖", "戊": "一等奖", "庚": "二等奖"}
"""By hand. 乙 is below the cut-off: one city at least, 庚 has too many visits, 乙 more points in all than 甲.

Of three others with 9 points 戊 has the most in all, 丙 fewer visits than 丁; 己 has no score.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rubric.yaml").write_text(RUBRIC, encoding="utf-8")
    for name, facts in UNITS.items():
        write(tmp_path, name, *facts)
    return tmp_path


def write(folder: Path, name: str, *given: object) -> None:
    """A unit's file: class, visits, employment, safety."""
    kind, visits, jobs, safe = given
    shared = {key: one for key, one in (("kind", kind), ("visits", visits)) if one is not None}
    facts = {"shared": shared, "jobs": {"got": jobs}, "safe": {"got": safe}}
    data = {"rubric": "rubric.yaml", "unit": name, "year": 2011, "indicators": facts}
    (folder / f"{name}.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def batch(folder: Path, form: str) -> Mapping[str, Path]:
    ran = kaohe("batch", str(folder), "-q", "-o", str(folder / form), "--format", form)
    assert ran.code == 0, ran.out
    return {name: next((folder / form).glob(f"{name}.*.{form}")) for name in UNITS}


def grades(folder: Path) -> Mapping[str, Any]:
    """Each unit's grade in the section, as the JSON of a batch has it."""
    sheets = {name: json.loads(path.read_text(encoding="utf-8")) for name, path in batch(folder, "json").items()}
    return {name: sheet["sections"][0]["grade"] for name, sheet in sheets.items()}


def test_who_has_which(folder: Path) -> None:
    found = grades(folder)
    assert found["己"] is None
    assert {name: one["title"] for name, one in found.items() if one} == TITLES


def test_it_stands_on_a_page_of_its_unit(folder: Path) -> None:
    pages = {name: path.read_text(encoding="utf-8") for name, path in batch(folder, "html").items()}
    assert "等次：一等奖（不到分数线，按同类单位的排名补足至少的个数）" in pages["乙"]
    assert "等次：一等奖（按同类单位的排名）" in pages["丙"]
    assert "等次：二等奖（按同类单位的排名）" in pages["丁"]
    assert "等次" not in pages["己"]


def test_a_workbook_says_it_and_is_sealed_with_it(folder: Path) -> None:
    for name, path in batch(folder, "xlsx").items():
        rows = load_workbook(path)["考核表"].iter_rows(values_only=True)
        text = "".join("\n".join(str(cell) for row in rows for cell in row if cell is not None).split())
        expected = f"就业等次：{TITLES[name]}" if name in TITLES else "合计"
        assert expected in text
        told = kaohe("verify", str(path), "--rubric", str(folder / "rubric.yaml"))
        assert told.code == 0, told.out


def test_the_summary_ranks_the_section_with_its_grades(folder: Path) -> None:
    batch(folder, "xlsx")
    page = load_workbook(folder / "xlsx" / "汇总.xlsx")["分项排名"]
    found = {row[1]: row[3] for row in page.iter_rows(values_only=True) if row[1] in UNITS}
    assert found == {**TITLES, "己": "不予评分"}


def test_a_unit_alone_says_which_are_possible(folder: Path) -> None:
    def possible(name: str) -> list[str]:
        sheet = json.loads(kaohe("score", str(folder / f"{name}.yaml"), "--format", "json").out)
        found: list[str] = sheet["sections"][0]["grade"]["possible"]
        return found

    assert possible("甲") == ["first", "second"]  # by the minimum
    assert possible("庚") == ["second"]  # whom a condition bars
    write(folder, "丙", "other", 0, 7, 5)
    assert possible("丙") == ["second"]  # no minimum for others
    shown = "".join(kaohe("score", str(folder / "甲.yaml")).out.split())
    assert "等次：一等奖或二等奖（名额由同类单位的排名决定）" in shown
    written = kaohe("score", str(folder / "甲.yaml"), "--format", "markdown").out
    assert "等次：一等奖或二等奖（名额由同类单位的排名决定）" in written


def test_without_its_class_a_unit_has_no_grade_yet(folder: Path) -> None:
    write(folder, "甲", None, 0, 7, 5)
    found = grades(folder)
    assert found["甲"]["possible"] == []
    assert found["庚"]["title"] == "二等奖"  # whatever others have
    assert {found[name]["id"] for name in "乙丙丁戊"} == {None}


def test_what_would_break_a_tie_is_never_guessed(folder: Path) -> None:
    write(folder, "戊", "other", 0, 9, None)  # the whole is open, the section is not
    found = grades(folder)
    assert found["戊"]["possible"] == ["first", "second"]
    assert {found[name]["id"] for name in "甲乙丙丁戊"} == {None}
    write(folder, "戊", "other", 0, 9.5, None)  # first by the section alone
    write(folder, "丁", "other", 0, 8.5, 5)
    assert {name: one["title"] for name, one in grades(folder).items() if one} == TITLES


def test_a_stage_that_not_all_have_reached_settles_nothing(folder: Path) -> None:
    later = {"rubric": "rubric.yaml", "unit": "丙", "year": 2011, "stage": "final", "changes": {}}
    (folder / "丙.final.yaml").write_text(json.dumps(later, ensure_ascii=False), encoding="utf-8")
    paths = batch(folder, "json")
    sheet = json.loads(next((folder / "json").glob("丙.审定分.json")).read_text(encoding="utf-8"))
    assert paths["丙"].name == "丙.审定分.json"
    assert sheet["sections"][0]["grade"]["id"] is None
    assert sheet["earlier"][0]["sections"][0]["grade"]["id"] == "first"
