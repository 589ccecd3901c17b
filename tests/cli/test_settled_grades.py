"""Grades with quotas: after a batch every output of a unit has the grade that all units have settled."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from openpyxl import load_workbook

from support.command_line import kaohe

RUBRIC = """\
kaohe: 1
id: grades
title: 考核表
points: 10
stages: {{self: 自评分}}
grades:
  - {{id: first, title: 一等, from: 6, quota: {quota}, ties: {ties}}}
  - {{id: second, title: 二等, from: 3}}
  - {{id: third, title: 三等}}
sections:
  - id: section
    title: 项目
    points: 10
    items:
      - id: work
        title: 工作
        points: 10
        target: 目标
        method: 满分10分，按得分计。
        indicators:
          got: {{label: 得分, kind: number, range: {{to: 10}}}}
        rules:
          - {{type: computed, clause: 满分10分，按得分计, points: 10, award: got}}
"""


def units(folder: Path, scores: Sequence[int], quota: int = 1, ties: str = "none") -> None:
    """A folder of units with these scores: 甲, 乙, 丙, in their order."""
    (folder / "rubric.yaml").write_text(RUBRIC.format(quota=quota, ties=ties), encoding="utf-8")
    for name, score in zip("甲乙丙", scores, strict=True):
        text = f"rubric: rubric.yaml\nunit: {name}\nyear: 2011\nindicators: {{work: {{got: {score}}}}}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def graded(folder: Path) -> list[Any]:
    """What each unit's own file says of its grade after a batch."""
    assert kaohe("batch", str(folder), "-q", "-o", str(folder / "out"), "--format", "json").code == 0
    files = [next((folder / "out").glob(f"{name}*.json")) for name in "甲乙丙"]
    return [json.loads(path.read_text(encoding="utf-8"))["grade"] for path in files]


@pytest.mark.parametrize(
    ("scores", "quota", "ties", "expected"),
    [
        ((9, 8, 2), 1, "none", ["first", "second", "third"]),
        ((9, 9, 8), 1, "none", ["second", "second", "second"]),
        ((9, 9, 8), 1, "all", ["first", "first", "second"]),
        ((9, 8, 8), 2, "none", ["first", "second", "second"]),
        ((9, 8, 8), 2, "all", ["first", "first", "first"]),
    ],
)
def test_who_has_which(tmp_path: Path, scores: Sequence[int], quota: int, ties: str, expected: list[str]) -> None:
    units(tmp_path, scores, quota, ties)
    found = graded(tmp_path)
    assert [one["id"] for one in found] == expected
    assert all(one["possible"] == [one["id"]] for one in found)


@pytest.mark.parametrize(("quota", "ties"), [(1, "none"), (1, "all"), (2, "none")])
def test_a_table_of_the_folder_has_the_same(tmp_path: Path, quota: int, ties: str) -> None:
    units(tmp_path, (9, 9, 8), quota, ties)
    facts, scores = str(tmp_path / "facts.parquet"), str(tmp_path / "scores.parquet")
    kaohe("table", str(tmp_path), "--from", "-o", facts)  # which takes the rubric for a unit's file, and says so
    ran = kaohe("table", facts, "-o", scores, "--ranks")
    assert (ran.code, ran.err.count("\n")) == (0, 2)
    found = dict(pl.read_parquet(scores).select("unit", "total.grade").iter_rows())
    assert [found[name] for name in "甲乙丙"] == [one["id"] for one in graded(tmp_path)]
    (tmp_path / "units.yaml").write_text("units: [甲, 乙, 丙, 丁]\n", encoding="utf-8")
    assert kaohe("table", facts, "-o", scores).code == 0
    assert pl.read_parquet(scores)["total.grade"].null_count() == len("甲乙丙")
    some = kaohe("table", facts, "-o", scores, "--limit", "2")
    assert (some.code, some.err.splitlines()[1]) == (0, "按名额、名次定的等次要算全表才知道，只算几行的没有写")
    assert "total.grade" not in pl.read_parquet(scores).columns


def test_a_unit_alone_says_what_it_may_have(tmp_path: Path) -> None:
    units(tmp_path, (9, 8, 2))
    alone = json.loads(kaohe("score", str(tmp_path / "乙.yaml"), "--format", "json").out)["grade"]
    assert (alone["id"], alone["title"], alone["possible"]) == (None, "", ["first", "second"])
    assert "一等或二等（" in "".join(kaohe("score", str(tmp_path / "乙.yaml")).out.split())
    sure = json.loads(kaohe("score", str(tmp_path / "丙.yaml"), "--format", "json").out)["grade"]
    assert (sure["id"], sure["quota"]) == ("third", False)


def test_a_workbook_is_sealed_with_the_grade_that_it_says(tmp_path: Path) -> None:
    units(tmp_path, (9, 8, 2))
    assert kaohe("batch", str(tmp_path), "-q", "-o", str(tmp_path / "out"), "--format", "xlsx").code == 0
    path = next((tmp_path / "out").glob("乙*.xlsx"))
    cells = {str(cell.value) for row in load_workbook(path).worksheets[0].iter_rows() for cell in row}
    assert any("二等" in cell for cell in cells)
    assert not any("一等" in cell for cell in cells)
    told = kaohe("verify", str(path), "--rubric", str(tmp_path / "rubric.yaml"))
    assert told.code == 0, told.out


def test_while_a_unit_is_open_none_is_settled(tmp_path: Path) -> None:
    units(tmp_path, (9, 8, 2))
    text = (tmp_path / "丙.yaml").read_text(encoding="utf-8").replace("got: 2", "got: null")
    (tmp_path / "丙.yaml").write_text(text, encoding="utf-8")
    assert [one["id"] for one in graded(tmp_path)] == [None, None, None]
