"""Points that a clause says, and those that its rules have: neither may be more than the other."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.scoring_words import PLAIN
from kaohe.library.checks.numbers.clause_numbers import fact_numbers
from kaohe.library.checks.numbers.number_kinds import numbers
from kaohe.library.checks.numbers.rule_numbers import rule_numbers, ways

_SAID = re.compile(r"(?<![\d.])(?P<points>\d+(?:\.\d+)?)分(?![钟之制局类级])")
_SIZES = ("every", "every_percent", "every_percentage_point")
"""How much a step is: a number of the clause, but no points."""


def refuse_other_points(item: Item, part: Part, rules: Sequence[Rule]) -> None:
    """Raises NotRead where points that the clause says are in no rule, or a rule gives some that nobody says."""
    known = _known(item, rules)
    missing = [one for one in _said(item, part) if one and known.isdisjoint({_plain(one)})]
    acknowledged = {number for one in item.known for number in numbers(str(one["words"]))}
    if any(_plain(one) not in acknowledged for one in missing):
        raise NotRead("why-unread", words=item.clause(part))
    given = [move for move in part.moves if move.outcome.kind in ("award", "full")]
    plain = [rule for rule in rules if rule.get("type") == "all_or_nothing"]
    if not given and any(rule["points"] != item.points for rule in plain):
        raise NotRead("why-points")


def _said(item: Item, part: Part) -> list[Decimal]:
    """All points of a part, in its moves and in brackets."""
    said = [Decimal(one["points"]) for one in _SAID.finditer(item.clause(part).translate(PLAIN))]
    for move in part.moves:
        said += move.outcome.amounts if move.outcome.points is None else (move.outcome.points, *move.outcome.amounts)
    return said


def _known(item: Item, rules: Sequence[Rule]) -> set[str]:
    """Every number that may be points: those of rules but the sizes of steps, and those of their facts."""
    facts: list[Mapping[str, Any]] = list(item.facts.used_by(rules).values())
    return ways(rule_numbers([_without_sizes(one) for one in rules])) | fact_numbers(facts)


def _without_sizes(rule: Rule) -> Rule:
    return {key: one for key, one in rule.items() if key not in _SIZES}


def _plain(points: Decimal) -> str:
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
