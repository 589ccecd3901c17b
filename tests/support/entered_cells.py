"""What people leave in input cells, what state each is in, and what the item then scores."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kaohe.results.calculation import BEYOND, KNOWN, MISSING, UNUSABLE, Calculation
from kaohe.scoring.calculation.calculating import calculation
from kaohe.scoring.calculation.lists import TOO_MANY
from support.rule_cases import Case

FLAG = {"label": "建立制度", "kind": "flag"}
DONE = {"type": "all_or_nothing", "points": 3}
COUNTED = {"label": "次数", "kind": "count", "unit": "次"}
FUNDS = {"label": "资金", "kind": "number", "unit": "万元"}
SHARE = {"label": "比例", "kind": "percent", "range": {"from": "0%", "to": "100%"}}
TINY = {"label": "浓度", "kind": "number", "range": {"from": Decimal("0.00001")}}
DAY, MONTH = {"label": "日期", "kind": "date"}, {"label": "月份", "kind": "month"}
CHOICE = {"label": "等次", "kind": "choice", "options": {"good": "良好", "fair": "一般"}}
LEVELS = {"type": "levels", "points": 3, "of": "fact", "levels": {"good": 3, "fair": 1}}
LISTED = {"label": "事故", "kind": "count", "unit": "起", "list": True}
EACH = {"type": "deductions", "points": 5, "deductions": [{"count": "fact", "each": 1}]}
OPEN = ""
"""The score of an item that rests on what can't be read."""

FLAGS: list[tuple[Any, int, Any]] = [
    ("是", KNOWN, 3),
    (" √ ", KNOWN, 3),
    ("TRUE", KNOWN, 3),
    ("yes", UNUSABLE, ""),
    (True, KNOWN, 3),
    ("否", KNOWN, 0),
    ("×", KNOWN, 0),
    (False, KNOWN, 0),
    ("有", UNUSABLE, ""),
    (1, UNUSABLE, ""),
    ("不适用", UNUSABLE, ""),
    ("", MISSING, ""),
    ("  ", MISSING, ""),
    (None, MISSING, ""),
]
NUMBERS: list[tuple[dict[str, Any], Any, Any, int, Any]] = [
    (COUNTED, 3, 3, KNOWN, 3),
    (COUNTED, 3, 2, KNOWN, 0),
    (COUNTED, 3, 2.5, UNUSABLE, ""),
    (COUNTED, 3, -1, UNUSABLE, ""),
    (COUNTED, 3, "3", UNUSABLE, ""),
    (COUNTED, 3, "无", UNUSABLE, ""),
    (COUNTED, 3, 10**15, BEYOND, ""),
    (FUNDS, 86.5, 86.5, KNOWN, 3),
    (FUNDS, 86.5, 86.499999, KNOWN, 0),
    (FUNDS, 86.5, 86.4999999, BEYOND, ""),
    (SHARE, "95%", 0.95, KNOWN, 3),
    (TINY, Decimal("0.00002"), 0.00002, KNOWN, 3),
    (TINY, Decimal("0.00002"), 0.000001, UNUSABLE, ""),
    (SHARE, "95%", 0.949999, KNOWN, 0),
    (SHARE, "95%", 95, UNUSABLE, ""),
    (SHARE, "95%", "95%", UNUSABLE, ""),
    (DAY, "2011-03-31", "2011-03-31", KNOWN, 3),
    (DAY, "2011-03-31", "2011-03-30", KNOWN, 0),
    (DAY, "2011-03-31", 40633, KNOWN, 3),
    (DAY, "2011-03-31", 40632.5, KNOWN, 0),
    (DAY, "2011-03-31", "2011-02-29", UNUSABLE, ""),
    (DAY, "2011-03-31", "0001-01-01", UNUSABLE, ""),
    (DAY, "2011-03-31", "2011-03/31", UNUSABLE, ""),
    (DAY, "2011-03-31", "三月三十一日", UNUSABLE, ""),
    (DAY, "2011-03-31", 20110331, UNUSABLE, ""),
    (MONTH, "2011-03", "2011-03", KNOWN, 3),
    (MONTH, "2011-03", "2011-02", KNOWN, 0),
    (MONTH, "2011-03", 40603, KNOWN, 3),
    (MONTH, "2011-03", "0011-03", UNUSABLE, ""),
    (MONTH, "2011-03", "2011 03", UNUSABLE, ""),
    (MONTH, "2011-03", "2011-13", UNUSABLE, ""),
    (MONTH, "2011-03", "2011年3月", UNUSABLE, ""),
]
CHOICES: list[tuple[Any, int, Any]] = [
    ("良好", KNOWN, 3),
    ("fair", KNOWN, 1),
    ("优秀", UNUSABLE, ""),
    (3, UNUSABLE, ""),
    (None, MISSING, ""),
]
LISTS: list[tuple[dict[str, Any], int, int, int]] = [
    ({}, MISSING, 0, 5),
    ({"none": "无"}, KNOWN, 5, 5),
    ({"1.member": "甲", "1.value": 2, "3.member": "乙", "3.value": 1}, KNOWN, 2, 2),
    ({"1.member": "甲", "1.value": 2, "2.member": "乙"}, KNOWN, 0, 3),
    ({"1.member": "甲", "1.value": "两起"}, KNOWN, 0, 5),
    ({"1.value": 2}, UNUSABLE, 0, 5),
    ({"none": "无", "1.member": "甲", "1.value": 2}, UNUSABLE, 0, 5),
    ({"none": "没有"}, UNUSABLE, 0, 5),
    ({"none": "不适用"}, UNUSABLE, 0, 5),
    ({"none": TOO_MANY, "1.member": "甲", "1.value": 2}, BEYOND, 0, 5),
    ({"none": TOO_MANY, "1.value": 2}, UNUSABLE, 0, 5),
]


def of_rules(indicators: dict[str, Any], *rules: dict[str, Any]) -> Calculation:
    case = Case("entered", {"name": "entered", "indicators": indicators, "rules": list(rules), "rows": []})
    return calculation(case.compiled, 3)


def tiered(of: str, least: Any, **more: Any) -> dict[str, Any]:
    return {"type": "tiered", "points": 3, "of": of, "bands": [{"from": least, "add": 3}], "cumulative": False, **more}


def flags(**more: Any) -> Calculation:
    return of_rules({"done": FLAG}, {**DONE, "requires": "done", **more})


def of_list(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The input cells of a list by the ends of their names."""
    return {f"input.{'none.it.fact' if name == 'none' else f'it.fact.{name}'}": one for name, one in inputs.items()}


def every_cell() -> Iterator[tuple[Calculation, dict[str, Any]]]:
    """A calculation for each of them, and its inputs."""
    yield from ((flags(), {"input.it.done": content}) for content, *_ in FLAGS)
    yield from ((of_rules({"fact": CHOICE}, LEVELS), {"input.it.fact": content}) for content, *_ in CHOICES)
    yield from ((of_rules({"fact": LISTED}, EACH), of_list(inputs)) for inputs, *_ in LISTS)
    for indicator, least, content, *_ in NUMBERS:
        yield of_rules({"fact": indicator}, tiered("fact", least)), {"input.it.fact": content}
