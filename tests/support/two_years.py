"""A small form and what the next year makes of it, for tests of the comparison of rubrics."""

from collections.abc import Sequence
from pathlib import Path

from kaohe import source
from kaohe.authoring.comparing.comparison import RubricComparison, Version, compared
from kaohe.authoring.comparing.effects import UnitEffect, effects
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source.models import validate
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitState

OLD = """\
kaohe: 1
id: year-1
title: 考核表
points: 20
stages: {self: 自评分}
sections:
  - id: work
    title: 工作
    points: 20
    items:
      - id: reports
        title: 报送
        points: 10
        target: 按时报送。
        method: 按时报送得6分，迟报一次扣1分，扣完为止；报表完整的得4分；弄虚作假的，此项不得分。
        indicators:
          late: {label: 迟报, kind: count, unit: 次}
          complete: {label: 报表完整, kind: flag}
          forged: {label: 弄虚作假, kind: count, unit: 起}
        rules:
          - type: deductions
            clause: 按时报送得6分，迟报一次扣1分，扣完为止
            points: 6
            deductions: [{count: late, each: 1}]
          - type: all_or_nothing
            clause: 报表完整的得4分
            points: 4
            requires: complete
        vetoes:
          - {clause: 弄虚作假的，此项不得分, when: forged}
      - id: training
        title: 培训
        points: 10
        target: 按计划培训。
        method: 完成培训计划的得10分，否则不得分。
        indicators:
          trained: {label: 完成培训计划, kind: flag}
        rules:
          - type: all_or_nothing
            clause: 完成培训计划的得10分，否则不得分
            points: 10
            requires: trained
"""
UNIT = """\
rubric: {rubric}
unit: {unit}
stage: self
indicators:
  reports: {{late: {late}, complete: {complete}, forged: {forged}}}
  training: {{trained: {trained}}}
"""
UNITS = {"甲市": (2, "true", 0, "true"), "乙市": (5, "false", 1, "true"), "丙市": (0, "true", 0, "false")}
"""Late reports, whether all are complete, forgeries, whether the plan was met."""


def next_year(*pairs: tuple[str, str]) -> str:
    """The form with these words changed everywhere."""
    text = OLD
    for old, new in (("id: year-1", "id: year-2"), *pairs):
        assert old in text, old
        text = text.replace(old, new)
    return text


def version(text: str) -> Version:
    document = source.read("rubric.yaml", text.encode())
    return Version(validate(Rubric, document, document.data), document.sha256)


def years(*pairs: tuple[str, str]) -> RubricComparison:
    """Both years compared."""
    return compared(version(OLD), version(next_year(*pairs)))


def write_years(
    folder: Path, *pairs: tuple[str, str], before: Sequence[tuple[str, str]] = ()
) -> tuple[Path, Path, Path]:
    """Both rubrics, and a folder of units that name the old one; `before` is what that one has otherwise."""
    old, new, facts = folder / "old.yaml", folder / "new.yaml", folder / "facts"
    old.write_text(next_year(*before).replace("year-2", "year-1"), encoding="utf-8")
    new.write_text(next_year(*pairs), encoding="utf-8")
    facts.mkdir()
    for unit, (late, complete, forged, trained) in UNITS.items():
        text = UNIT.format(
            rubric="../old.yaml", unit=unit, late=late, complete=complete, forged=forged, trained=trained
        )
        (facts / f"{unit}.yaml").write_text(text, encoding="utf-8")
    return old, new, facts


def moved(
    folder: Path, *pairs: tuple[str, str], before: Sequence[tuple[str, str]] = (), language: Language = "zh"
) -> tuple[UnitEffect, ...]:
    """What the next year does to the units, in the order of their names."""
    paths = write_years(folder, *pairs, before=before)
    sides = [rubric_files.load(path) for path in paths[:2]]
    old, new = (CompiledRubric(rubric, document.sha256) for rubric, document in sides)
    comparison = compared(*(Version(rubric, document.sha256) for rubric, document in sides))
    return effects(comparison, (old, new), states_of(paths[2]), language)


def states_of(folder: Path) -> list[UnitState]:
    loader = UnitLoader("zh", {})
    found = [loader.read(str(folder / f"{unit}.yaml")) for unit in UNITS]
    return [UnitState(scorer, values) for scorer, values in found]


LATE_TWO = (
    ("迟报一次扣1分", "迟报一次扣2分"),
    ("[{count: late, each: 1}]", "[{count: late, each: 2}]"),
)
"""Twice as much for each late report."""
NO_VETO = (
    ("报表完整的得4分；弄虚作假的，此项不得分。", "报表完整的得4分。"),
    ("        vetoes:\n          - {clause: 弄虚作假的，此项不得分, when: forged}\n", ""),
    ("          forged: {label: 弄虚作假, kind: count, unit: 起}\n", ""),
)
"""No veto any more, nor the fact that it asked for."""
