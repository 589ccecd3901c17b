"""Grades of which places are shared out over the rows of a table are those that a folder of the same units has."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from kaohe.library import rubric_files
from kaohe.results.grade_sharing import share_out
from kaohe.scoring.columns.chance_columns import shared_out
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Values
from kaohe.tables.fact_files import fact_file
from kaohe.tables.opened_table import opened
from kaohe.tables.score_table import Wanted
from kaohe.tables.shared_grades import SharedGrades
from support.random_rows import seeded
from support.rounds import share

RUBRIC = """\
kaohe: 1
id: shared
title: 考核表
points: 11
stages: {{self: 自评分, final: 核定分}}
shared:
  size: {{label: 类别, kind: choice, options: {{large: 大, small: 小}}}}
  fraud: {{label: 弄虚作假, kind: flag}}
  errors: {{label: 差错, kind: count}}
grades: {grades}
limits: [{{clause: 弄虚作假的降等, when: shared.fraud, grade: third}}]
sections:
  - id: section
    title: 项目
    points: 11
    items:
      - id: work
        title: 工作
        points: 10
        target: 目标
        method: 满分10分，按得分计。
        indicators:
          got: {{label: 得分, kind: count, range: {{to: 10}}}}
        rules:
          - {{type: computed, clause: 满分10分，按得分计, points: 10, award: got}}
      - id: order
        title: 秩序
        points: 1
        target: 目标
        method: 差错少于3次的得1分
        rules:
          - type: all_or_nothing
            clause: 差错少于3次的得1分
            points: 1
            requires: shared.errors < 3 or shared.size = large
"""
LAST = "{id: third, title: 三等}"
GRADES = {
    "a quota": f"[{{id: first, title: 一等, from: 6, quota: 30%}}, {{id: second, title: 二等, from: 3}}, {LAST}]",
    "several": (
        "[{id: first, title: 一等, from: 8, quota: 2, ties: all, requires: [shared.errors < 2]}, "
        f"{{id: second, title: 二等, from: 4, quota: 50%}}, {LAST}]"
    ),
    "classes": (
        "[{id: first, title: 一等, from: 6, within: shared.size, quota: {large: 1, small: 40%}, at_least: 1}, "
        f"{{id: second, title: 二等, from: 3}}, {LAST}]"
    ),
    "a top": f"[{{id: first, title: 一等, from: 5, top: 3}}, {{id: second, title: 二等, from: 3}}, {LAST}]",
    "ties": (
        "[{id: first, title: 一等, from: 4, quota: 2, tie_breaks: [{of: shared.errors, first: lowest}]}, "
        f"{{id: second, title: 二等, from: 3}}, {LAST}]"
    ),
}
NAMES = ("shared.size", "shared.fraud", "shared.errors", "work.got")
Row = Sequence[Any]


def rubric(folder: Path, grades: str) -> tuple[Path, CompiledRubric]:
    path = folder / "rubric.yaml"
    path.write_text(RUBRIC.format(grades=GRADES[grades]), encoding="utf-8")
    found, document = rubric_files.load(path)
    return path, CompiledRubric(found, document.sha256)


def row(random: Random, gaps: float) -> Row:
    one = (random.choice(("large", "small")), random.random() < 0.1, random.randint(0, 3), random.randint(2, 10))
    return [None if random.random() < gaps else value for value in one]


def table(folder: Path, grades: str, rows: Sequence[Row], **heads: Any) -> pl.DataFrame:
    path, compiled = rubric(folder, grades)
    columns = {"unit": [f"单位{at}" for at in range(len(rows))], **heads}
    columns |= {name: [one[at] for one in rows] for at, name in enumerate(NAMES)}
    kinds = dict(zip(NAMES, (pl.String, pl.Boolean, pl.Int64, pl.Int64), strict=True))
    pl.DataFrame(columns, schema_overrides=kinds).write_parquet(folder / "facts.parquet")
    found = opened(fact_file(str(folder / "facts.parquet")), UnitLoader("zh", {}), Wanted(shared=True), str(path))
    assert found.chances is not None
    return pl.concat([*SharedGrades(found.chances, compiled.reader.stage_labels).of(found.batches())])


def expected(folder: Path, grades: str, rows: Sequence[Row]) -> list[str | None]:
    """As `settled_grades` has them in a folder."""
    _, compiled = rubric(folder, grades)
    scorer = Scorer(compiled, "zh")
    facts = [dict(zip(NAMES, one, strict=True)) for one in rows]
    values = [tuple(one[fact.key] for fact in compiled.layout.facts) for one in facts]
    reached = [scorer.ranges(Values("甲.yaml", "甲", 2011, "self", one)).grades[""] for one in values]
    units = [one for one in reached if one is not None]
    shared = share_out(shared_out(compiled.grades)[""].grades, units) if all(one.may_have for one in units) else None
    return [None] * len(rows) if shared is None else [one.id for one in shared]


@pytest.mark.parametrize("grades", GRADES)
def test_they_are_those_of_a_folder(grades: str, tmp_path: Path) -> None:
    seen = set[str | None]()
    for seed in share(range(24), of=6):
        random = seeded(seed)
        rows = [row(random, (0, 0, 0, 0.03)[seed % 4]) for _ in range(random.randint(1, 12))]
        found = table(tmp_path, grades, rows)
        assert found["total.grade"].to_list() == expected(tmp_path, grades, rows), seed
        assert found.columns[found.columns.index("total") + 1] == "total.grade"
        assert not [name for name in found.columns if name.startswith(("chances", "class", "tie"))]
        seen |= {*found["total.grade"]}
    assert {"first", "second"} <= seen


ROWS: Sequence[Row] = [["large", False, 0, score] for score in (9, 8, 7, 3, 1)]


def test_each_year_and_stage_is_shared_out_by_itself(tmp_path: Path) -> None:
    """Where one unit has not come as far as the others, or its row has a problem, nobody has any there."""
    years = ["2010"] * 5 + ["2011"] * 5
    units = [f"单位{at}" for at in range(5)] * 2
    both = table(tmp_path, "a top", [*ROWS, *ROWS[::-1]], unit=units, year=years)["total.grade"].to_list()
    assert both == ["first", "first", "first", "second", "third", "third", "second", "first", "first", "first"]
    stages = ["自评分"] * 5 + ["final"] * 4 + [None]
    found = table(tmp_path, "a top", [*ROWS, *ROWS[:4], ROWS[0]], unit=[*units[:9], "另一个"], stage=stages)
    told = ["first", "first", "second", "second", "third", None, None, None, None, "first"]
    assert found["total.grade"].to_list() == told
    twice = table(tmp_path, "a top", ROWS, unit=["甲", "甲", "乙", "丙", "丁"])
    assert twice["total.grade"].null_count() == 5
