"""Small forms made up at random."""

from random import Random
from typing import Any

from fuzz.rule_drafts import Draft, rule

Data = dict[str, Any]


def form(random: Random) -> Data:
    """A form of one to three items in one or two sections."""
    sections = []
    for number in range(random.choice((1, 1, 2))):
        items = [_item(random, f"i{number}{place}") for place in range(random.choice((1, 1, 2)))]
        sections.append({"id": f"s{number}", "title": f"第{number}项", "points": 0, "items": items})
    return {
        "kaohe": 1,
        "id": "small",
        "title": "考核表",
        "points": 0,
        "stages": {"self": "自评分", "final": "审定分"},
        "sections": sections,
    }


def _item(random: Random, name: str) -> Data:
    draft = Draft(random)
    rules = [rule(draft) for _ in range(random.choice((1, 2, 3)))]
    head = {"id": name, "title": f"子项{name}", "points": 0, "target": "目标", "method": "甲"}
    return {**head, "indicators": draft.facts, "rules": rules}
