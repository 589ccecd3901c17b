"""A rubric of one small item, changed as a test wants it, and what is found in it."""

from copy import deepcopy
from decimal import Decimal
from typing import Any

from kaohe.library.checks import problems
from kaohe.problems import Problem
from kaohe.source import Document
from support.rule_cases import document

FLAG = {"label": "完成", "kind": "flag"}
COUNT = {"label": "迟报", "kind": "count"}
CLAUSE = "完成的得5分"
RULE: dict[str, Any] = {"type": "all_or_nothing", "clause": CLAUSE, "points": 5, "requires": "done"}
ITEM: dict[str, Any] = {
    "id": "item",
    "title": "子项目",
    "points": 5,
    "target": "目标",
    "method": f"{CLAUSE}。",
    "indicators": {"done": FLAG},
    "rules": [RULE],
}


def item(**changes: Any) -> dict[str, Any]:
    """The item with other fields; its points are those of its rules unless they are given."""
    changed = deepcopy({**ITEM, **changes})
    if "points" not in changes:
        changed["points"] = sum(Decimal(str(rule["points"])) for rule in changed["rules"])
    return changed


def rubric(*sections: list[dict[str, Any]], **head: Any) -> Document:
    """A rubric of sections of items; points add up above the items."""
    groups = [
        {"id": f"section_{number}", "title": f"第{number}项", "points": _points(items), "items": items}
        for number, items in enumerate(sections, 1)
    ]
    usual = {"kaohe": 1, "id": "small", "title": "考核表", "points": _points(groups), "stages": {"self": "自评分"}}
    return document({**usual, **head, "sections": groups}, "small.yaml")


def _points(parts: list[dict[str, Any]]) -> Decimal:
    return sum((Decimal(str(part["points"])) for part in parts), Decimal(0))


def found(**changes: Any) -> tuple[Problem, ...]:
    """The findings in a rubric whose only item has these fields."""
    return problems(rubric([item(**changes)]))


def codes(**changes: Any) -> list[str]:
    return [problem.code for problem in found(**changes)]


def deductions(clause: str, *several: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A rule that takes from five points."""
    return {"type": "deductions", "clause": clause, "points": 5, "deductions": list(several), **changes}
