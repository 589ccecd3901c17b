"""Texts that are being written: the cursor stands where `▮` is."""

from kaohe.editor.open_file import KnownRubrics, OpenFile
from kaohe.messages import Language
from support.folders import TOP

CURSOR = "▮"
RUBRICS = TOP / "rubrics"
EMPLOYMENT = (RUBRICS / "jiangsu-employment-2011.yaml").read_text(encoding="utf-8")
SMALL = """\
kaohe: 1
id: small
title: 小考核
points: 10
stages: {self: 自评分}
parameters:
  average: {label: 全市平均, kind: percent}
sections:
  - id: work
    title: 工作
    points: 10
    items:
      - id: training
        title: 培训
        points: 6
        target: 完成培训
        method: 每少一人扣1分；发生事故的不得分；表格报送及时得2分。
        indicators:
          missing: {label: 少培训人数, kind: count, unit: 人, note: 按名册数}
          accident: {label: 发生事故, kind: flag}
          rate: {label: 合格率, kind: ratio, labels: {part: 合格, whole: 参加}}
          grade: {label: 评级, kind: choice, options: {good: 好, poor: 差}}
          towns: {label: 各镇, kind: count, list: true}
        rules:
          - type: deductions
            id: short
            clause: 每少一人扣1分
            points: 4
            deductions: [{count: missing, each: 1}]
        vetoes:
          - {clause: 发生事故的不得分, when: accident}
      - id: reports
        title: 报表
        points: 4
        target: 报送
        method: 报送得4分。
        indicators:
          sent: {label: 已报送, kind: flag}
        rules:
          - {type: all_or_nothing, clause: 报送得4分, points: 4, requires: sent}
"""
"""A rubric in which little is wrong: a sentence of one method has no rule yet."""


def at_cursor(text: str) -> tuple[str, int]:
    """The text without the cursor's sign, and where it stood."""
    assert text.count(CURSOR) == 1, text
    return text.replace(CURSOR, ""), text.index(CURSOR)


def edited(old: str, new: str, text: str = SMALL) -> str:
    """A text with one part written otherwise."""
    assert old in text, old
    return text.replace(old, new, 1)


def open_file(text: str, path: str = str(RUBRICS / "small.yaml"), language: Language = "zh") -> OpenFile:
    return OpenFile(path, text, KnownRubrics(language))
