"""A rubric with every kind of indicator, one of them as a list, one that need not exist, one that is common to all."""

from functools import cache

from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import read
from kaohe.source.models import validate

TEXT = """\
kaohe: 1
id: every-kind
title: 各类指标表
source: 试行办法
points: 20
rounding: {places: 1}
form: {attachment: 附件1：}
stages: {self: 自评分, final: 审定分}
parameters:
  average: {label: 全省平均, kind: percent}
sections:
  - id: first
    title: 第一项
    points: 9
    items:
      - id: basics
        title: 基础
        points: 9
        target: 目标
        method: 办法
        indicators:
          done: {label: 完成, kind: flag}
          late: {label: 迟报, kind: count, unit: 次}
          hours: {label: 课时, kind: number}
          paid: {label: 兑付率, kind: percent}
          grade: {label: 等次, kind: choice, options: {good: 优, fair: 良}}
        rules:
          - {type: all_or_nothing, clause: 完成的得1分, points: 1, requires: done}
          - {type: deductions, clause: 迟报一次扣1分, points: 2, deductions: [{count: late, each: 1}]}
          - type: steps
            clause: 每少1课时扣1分
            points: 1
            of: hours
            target: 40
            every: 1
            deduct: 1
            partial: pro_rata
          - type: steps
            clause: 每低1个百分点扣1分
            points: 3
            of: paid
            target: parameters.average
            every_percentage_point: 1
            deduct: 1
            partial: started
          - {type: levels, clause: 优得2分, points: 2, of: grade, levels: {good: 2, fair: 1}}
        vetoes:
          - {clause: 迟报十次的不得分, when: late, scope: [1]}
  - id: second
    title: 第二项
    points: 11
    items:
      - id: growth
        title: 增长
        points: 6
        target: 目标
        method: 办法
        indicators:
          funds: {label: 资金, kind: change, unit: 元, labels: {previous: 上年数}}
          passed: {label: 通过率, kind: ratio, unit: 人}
        rules:
          - type: levels
            clause: 增长得3分
            points: 3
            of: funds.direction
            levels: {increased: 3, unchanged: 1, decreased: 0}
            readings:
              - id: unchanged
                words: 增长
                chosen: some
                options:
                  some: {meaning: 持平得1分}
                  none: {meaning: 持平不得分, patch: {levels: {unchanged: 0}}}
          - type: steps
            clause: 每低10个百分点扣1分
            points: 3
            of: passed.rate
            target: 90%
            every_percentage_point: 10
            deduct: 1
            partial: whole
            not_applicable: zero
      - id: uploads
        title: 上传
        points: 5
        target: 目标
        method: 办法
        indicators:
          sent: {label: 上传量, kind: ratio, list: true}
          spoiled: {label: 差错, kind: count, list: true}
        rules:
          - type: steps
            clause: 每差10%扣1分
            points: 3
            of: sent.rate
            target: 100%
            every_percent: 10%
            deduct: 1
            partial: whole
            cap_each: 2
            not_applicable: full
          - {type: deductions, clause: 差错每个扣1分, points: 2, deductions: [{count: spoiled, each: 1}]}
"""

VALUES = """\
rubric: every-kind
unit: 甲市
year: 2011
indicators:
  basics: {done: 是, late: 1, hours: 39.9, paid: 86.5%, grade: fair}
  growth: {funds: {previous: 100, current: 100.5}, passed: {part: 81, whole: 100}}
  uploads: {sent: {甲: {part: 70, whole: 100}, 乙: {part: 9, whole: 10}}, spoiled: {甲: 0, 乙: 3}}
parameters: {average: 87%}
"""


@cache
def compiled() -> CompiledRubric:
    document = read("every-kind.yaml", TEXT.encode())
    return CompiledRubric(validate(Rubric, document, document.data), document.sha256)
