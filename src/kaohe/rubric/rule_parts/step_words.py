"""How steps are said: how long they are, on which side of the target, and what one that is not full counts."""

from collections.abc import Mapping
from fractions import Fraction

from kaohe.expr.numbers import Quantity, percent_text, plain
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.step_sizes import TIME_UNITS, Direction, Partial

DIRECTIONS: Mapping[Direction, tuple[tuple[str, str], tuple[str, str]]] = {
    "below": (("达到", "低"), ("at least", "below")),
    "above": (("不超过", "高"), ("at most", "above")),
    "either": (("等于", "偏离"), ("exactly", "off")),
}
"""Of a direction: how the target is met, then which side of it is meant, in Chinese and English."""
OF_TIMES: Mapping[Direction, tuple[tuple[str, str], tuple[str, str]]] = {
    "below": (("不早于", "早"), ("no earlier than", "before")),
    "above": (("不晚于", "晚"), ("no later than", "after")),
    "either": (("正好在", "偏离"), ("exactly on", "off")),
}
"""The same of dates and months."""
PARTIAL: Mapping[Partial, tuple[str, str]] = {
    "whole": ("不扣", "a part of a step costs nothing"),
    "started": ("也扣这么多", "a part of a step costs as much"),
    "pro_rata": ("按比例扣", "a part of a step costs its share"),
}
"""What a step that is not full costs."""
PARTIAL_AWARD: Mapping[Partial, tuple[str, str]] = {
    "whole": ("不算", "a part of a step earns nothing"),
    "started": ("也算一步", "a part of a step earns as much"),
    "pro_rata": ("按比例算", "a part of a step earns its share"),
}
"""What it earns."""


def size_said(size: Quantity, unit: str, words: Words) -> str:
    """`7 天`, `1 个月`, `10 课时`."""
    number = plain(size.value)
    if size.unit in TIME_UNITS:
        chinese, english = TIME_UNITS[size.unit]
        return words.choose(f" {number} {chinese}", f"{number} {english}{'s' * (number != '1')}")
    return words.choose(f" {number} {unit}", f"{number}{f' {unit}' if unit else ''}")


def share_said(share: Fraction, words: Words) -> str:
    """`目标的 1% `."""
    percent = percent_text(share)
    return words.choose(f"目标的 {percent} ", f"{percent} of the target")


def percentage_points_said(size: Fraction, words: Words) -> str:
    """`1 个百分点`."""
    number = plain(size)
    return words.choose(f" {number} 个百分点", f"{number} percentage point{'s' * (number != '1')}")
