"""The readings that steps raise beside what a step that is not full counts."""

import re
from typing import Any

from kaohe.authoring.drafting import raised_readings
from kaohe.authoring.drafting.counted import Each, Step
from kaohe.authoring.drafting.drafting_item import Item, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.step_measures import NO_GROWTH

_STRICT = re.compile(r"(?<!不)(?:高于|超过|大于|优于|低于|少于|小于)(?!或|等于|以上)")


def percents(item: Item, words: str, step: Step | Each, made: Rule) -> list[Any]:
    """每低1% of a rate may be of its points, or a share."""
    if isinstance(step, Each):
        return []
    if step.relative and "every_percentage_point" in made and made["target"] != NO_GROWTH:
        return [raised_readings.percent(item, words, f"{step.size:f}%")]
    return []


def equal(item: Item, award: Move | None, made: Rule) -> list[Any]:
    """高于平均的得8分，每低1个百分点扣1分: nobody says what just the average gives."""
    strict = None if award is None else _STRICT.search(award.when)
    if award is None or strict is None or "deduct" not in made:
        return []
    gates = made.get("requires", [])
    patch = {"requires": [*([gates] if isinstance(gates, str) else gates), f"not ({made['of']} = {made['target']})"]}
    return [raised_readings.equal(item, item.original(award), patch)]
