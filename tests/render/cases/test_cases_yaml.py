"""Files of cases as they are written: facts on lines of their own, rules on one, remarks above."""

from decimal import Decimal

from kaohe import source
from kaohe.render.cases.cases_yaml import text

CASES = [
    {
        "name": "恰好1%",
        "item": "growth",
        "facts": {"insured": {"previous": 100, "current": 101}, "late": 2, "rate": "9.5%", "done": True},
        "rules": {"1": Decimal("2.5"), "veto1": -2},
        "points": {"from": 0, "to": Decimal("2.5")},
        "signed": {"by": "张三", "on": "2012-01-10"},
    },
    {
        "name": "全表：“各项”",
        "facts": {"growth": {"towns": {"甲": {"part": 1, "whole": 2}}, "names": ["甲", "乙"]}, "other": {}},
        "parameters": {"rate": "90%"},
        "grade": ["优秀", "合格"],
    },
]
WRITTEN = """\
# 生成的例
rubric: "../细则.yaml"
year: 2011

cases:
# 不算
- name: "恰好1%"
  item: growth
  facts:
    insured: {previous: 100, current: 101}
    late: 2
    rate: 9.5%
    done: true
  rules: {1: 2.5, veto1: -2}
  points: {from: 0, to: 2.5}
  signed: {by: 张三, "on": 2012-01-10}

- name: "全表：“各项”"
  facts:
    growth:
      towns:
        甲: {part: 1, whole: 2}
      names: [甲, 乙]
    other: {}
  parameters:
    rate: 90%
  grade: [优秀, 合格]
"""


def test_a_file_of_cases() -> None:
    head = {"rubric": "../细则.yaml", "year": 2011}
    assert text(head, CASES, ["生成的例"], {"恰好1%": "不算"}) == WRITTEN


def test_it_is_read_as_what_was_written() -> None:
    data = source.read("x.cases.yaml", text({"rubric": "x"}, CASES).encode()).data
    assert data == {"rubric": "x", "cases": CASES}


def test_a_remark_stays_on_its_line() -> None:
    assert text({"rubric": "x"}, [], ["甲\nyear: 2012"], {}).splitlines()[:2] == ["# 甲 year: 2012", "rubric: x"]
