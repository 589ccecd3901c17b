"""A drafted rule in a few words, for tests: its type, its points and every number in it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts
from kaohe.authoring.drafting.method_draft import drafted

SIDES = {"from": "≥", "above": ">", "to": "≤", "below": "<"}


def summary(rule: Mapping[str, Any]) -> str:
    """`deductions 5 each=1 once=2 cap=3 floor=item gate`."""
    words = [rule.get("type", "veto"), *([_plain(rule["points"])] if "points" in rule else [])]
    words += list(_entries(rule))
    words += [f"{key}={_plain(rule[key])}" for key in KEYS if key in rule]
    words += ["gate"] if rule.get("type") not in ("all_or_nothing", None) and "requires" in rule else []
    words += [_compared(rule)] if rule.get("type") == "all_or_nothing" and _compared(rule) else []
    return " ".join(words)


KEYS = (
    "target",
    "direction",
    "every_percent",
    "every_percentage_point",
    "every",
    "deduct",
    "award",
    "cap_each",
    "cap",
    "most",
    "floor",
    "otherwise",
    "penalty",
    "cumulative",
)


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value).lower() if isinstance(value, bool) else str(value)


def _entries(rule: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    for one in (*rule.get("deductions", ()), *rule.get("awards", ())):
        key = "each" if "each" in one else "once"
        cap = f"≤{_plain(one['cap'])}" if "cap" in one else ""
        condition = one.get("when", "").partition(" ")[2]
        found.append(f"{key}={_plain(one[key])}{cap}{f'({condition})' if condition else ''}")
    if "base" in rule:
        found.append(f"base({_sides(rule['base'])})={_plain(rule['base']['points'])}")
    found += [f"{_sides(one)}:{_plain(one.get('points', one.get('add')))}" for one in rule.get("bands", ())]
    found += [f"{key}:{_plain(value)}" for key, value in rule.get("levels", {}).items()]
    found += [f"{one['when'].rpartition(' ')[2]}:{_plain(one['points'])}" for one in rule.get("rows", ())]
    found += [f"{one['at']}:{_plain(one['points'])}" for one in rule.get("anchors", ())]
    return found


def _sides(one: Mapping[str, Any]) -> str:
    return "".join(f"{sign}{_plain(one[key])}" for key, sign in SIDES.items() if key in one)


def _compared(rule: Mapping[str, Any]) -> str:
    listed = rule["requires"] if isinstance(rule["requires"], list) else [rule["requires"]]
    return " ".join(one.partition(" ")[2] for one in listed if " " in one and not one.startswith("not "))


def draft_of(method: str, points: str) -> str:
    """What became of a method: its rules, vetoes and todos, apart by `; `."""
    item = Item(method, Decimal(points), Facts("本项工作"), "zh")
    found = drafted(item)
    said = [summary(rule) for rule in (*found.rules, *found.vetoes)]
    readings = [
        reading["id"].rstrip("_0123456789")
        for rule in (*found.rules, *found.vetoes)
        for reading in rule.get("readings", ())
    ]
    said += ["todo"] * len(found.todo) + ["silent"] * len(found.non_scoring)
    return "; ".join(said) + (f" | {', '.join(readings)}" if readings else "")
