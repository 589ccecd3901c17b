"""Formulas that hold: one for each sign and function, and the facts that they are about."""

from collections.abc import Mapping

from kaohe.formulas.functions import FUNCTIONS

FACTS = """\
done: {label: 完成数, kind: number}
planned: {label: 计划数, kind: number}
rate: {label: 完成率, kind: percent, formula: done / planned}
met: {label: 已达标, kind: flag}
late: {label: 迟报, kind: count, unit: 次}
grade: {label: 等次, kind: choice, options: {good: 优, fair: 良}}
marks: {label: 各镇评分, kind: number, list: true}
sent: {label: 上报日期, kind: date}
opened: {label: 开工月份, kind: month}
"""
"""Indicators by name, in YAML."""

GIVEN = """\
done: 96
planned: 100
met: true
late: 0
grade: good
marks: {甲镇: 80, 乙镇: 90}
sent: 2011-03-30
opened: 2011-05
"""
"""What a unit reports of them, in YAML."""

SIGNS: Mapping[str, tuple[str, str]] = {
    "sum": ("+ -", "done + 4 = planned"),
    "product": ("* /", "done / planned = 96%"),
    "brackets": ("( )", "(done + planned) / 2 = 98"),
    "comparison": (">= > <= < = !=", "done < planned"),
    "percent": ("%", "rate >= 95%"),
    "choice": ("= !=", "grade = good"),
    "date": ("-", "sent <= 2011-03-31 and opened < 2011-06"),
    "and": ("and", "met and rate > 90%"),
    "or": ("or", "met or done >= planned"),
    "not": ("not", "not late"),
}
"""The signs and an example, by the name that their description has."""


def examples() -> tuple[str, ...]:
    """All formulas that must hold."""
    return tuple(example for _, example in SIGNS.values()) + tuple(one.example for one in FUNCTIONS.values())
