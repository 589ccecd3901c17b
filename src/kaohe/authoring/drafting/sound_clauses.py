"""Whether a drafted rule is sound: it is checked as the only one of a rubric, before anybody sees it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.scoring_words import MEASURE
from kaohe.library import checks
from kaohe.library.checks.numbers.number_kinds import numbers
from kaohe.problems import Problem, errors
from kaohe.source.program_data import document_of

NAME = "draft"
_MOST = 3
"""So often a finding is acknowledged at most."""
_COUNTED = re.compile(rf"(?<![\d.于过满达第])1(?:{MEASURE})[，,]?[扣得加减]")
_OFTEN = re.compile(r"每(?:半年|季度?|月|周)[^，。；]{0,16}不少于1次(?=[^。；]*[少缺][1一]?次)")


def refuse_unsound(item: Item, rules: Sequence[Rule], vetoes: Sequence[Rule] = ()) -> None:
    """Raises NotRead with the first thing that is wrong with rules and vetoes by themselves."""
    holders = [*rules, *vetoes]
    points = sum((Decimal(rule["points"]) for rule in rules), Decimal(0))
    row = _row(item, holders, points, {"rules": rules, "vetoes": vetoes})
    if not points and any(rule.get("floor") == "item" for rule in rules):
        _add_pool(row, item.points)
        points = item.points
    for _ in range(_MOST):
        found = errors(checks.problems(document_of(rubric_of(item.parameters, row, points), NAME)))
        more = _explained(item, found[0], str(holders[0]["clause"])) if found else None
        if more is None:
            break
        item.known.append(more)
        row["acknowledge"] = [*row["acknowledge"], more]
    if found:
        raise NotRead("why-unsound", problem=found[0].message(item.language))


def _row(item: Item, holders: Sequence[Rule], points: Decimal, more: Mapping[str, Sequence[Rule]]) -> dict[str, Any]:
    """An item of these rules alone."""
    clauses = [str(one["clause"]) for one in holders]
    return {
        "id": NAME,
        "title": item.facts.title,
        "points": points,
        "target": item.facts.title,
        "method": "；".join(clauses),
        "indicators": item.facts.used_by(holders),
        **more,
        "acknowledge": [one for one in item.known if any(one["words"] in clause for clause in clauses)],
    }


def _explained(item: Item, found: Problem, clause: str) -> Rule | None:
    """What is said beside a number that no rule needs."""
    if found.code != "number-not-in-rule":
        return None
    number = str(found.parameters["number"])
    fitting = [one for one in item.explained if one not in item.known and number in numbers(one["words"])]
    return next((one for one in fitting if one["words"] in clause), None) or _one_each(item, found, clause)


def _one_each(item: Item, found: Problem, clause: str) -> Rule | None:
    """缺1种扣0.5分 has the number in that each is counted, where the checks do not know the measure."""
    near = str(found.parameters.get("example", ""))
    words = _COUNTED.search(near) or (_OFTEN.search(clause) if "不少于1" in near else None)
    if found.code != "number-not-in-rule" or found.parameters.get("number") != "1" or words is None:
        return None
    shown = words.group().rstrip("扣得加减，,")
    if any(one["words"] == shown for one in item.known):
        return None
    return {"problem": found.code, "words": shown, "reason": item.say("one-each")}


def _add_pool(row: dict[str, Any], points: Decimal) -> None:
    """Points of the item for what takes from them."""
    row["points"] = points
    row["method"] += f"；{NAME}"
    row["indicators"] = {**row["indicators"], NAME: {"label": NAME, "kind": "flag"}}
    pool = {"type": "all_or_nothing", "clause": NAME, "points": points, "requires": NAME}
    row["rules"] = [*row["rules"], pool]


def rubric_of(parameters: Mapping[str, Any], row: Mapping[str, Any], points: Decimal) -> dict[str, Any]:
    """A rubric of this item alone."""
    head = {"id": NAME, "title": NAME, "points": points}
    return {
        "kaohe": 1,
        **head,
        "stages": {"self": NAME},
        "parameters": {name: one for name, one in parameters.items() if f"parameters.{name}" in str(row)},
        "sections": [{**head, "items": [row]}],
    }
