"""Rules made up at random, with formulas of any facts: most can't be read, and those that can must hold."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

INDICATORS: Mapping[str, Any] = {
    "a": {"label": "甲", "kind": "number"},
    "m": {"label": "余", "kind": "amount"},
    "c": {"label": "次", "kind": "count"},
    "p": {"label": "率", "kind": "percent"},
    "f": {"label": "是", "kind": "flag"},
    "d": {"label": "日", "kind": "date"},
    "mo": {"label": "月", "kind": "month"},
    "g": {"label": "等", "kind": "choice", "options": {"x": "优", "y": "良"}},
    "l": {"label": "名单", "kind": "number", "list": True},
    "r": {"label": "比", "kind": "ratio"},
    "ch": {"label": "变", "kind": "change"},
    "k": {"label": "算", "kind": "number", "formula": "a + c"},
}
WORDS = (
    *("a", "m", "c", "p", "f", "d", "mo", "l", "r.rate", "r.part", "ch.growth", "ch.current", "k", "g = x"),
    *("1", "0", "5", "90%", "0%", "2011-03-31", "2011-03", "g", "x"),
)
"""Facts and literals."""
ABOVE = (
    *("items.p", "items.q", "sections.s", "sections.t", "sum", "score", "shared.k", "shared.f", "p.got"),
    *("1", "2", "5", "90%"),
)
"""The same for sections, the whole and grades."""
SIGNS = ("+", "-", "*", "/", ">=", ">", "<", "<=", "=", "!=", "and", "or")
FUNCTIONS = (
    *("min", "max", "abs", "floor", "ceiling", "months", "if", "sum", "mean"),
    *("members", "count", "any", "all", "highest", "lowest", "applicable"),
)
THRESHOLDS = (5, "90%", "2011-03")


def formula(random: Random, depth: int, words: Sequence[str] = WORDS) -> str:
    """A formula of at most so many levels; it need not make sense."""

    def part() -> str:
        return formula(random, depth - 1, words)

    chance = random.random()
    if depth <= 0 or chance < 0.35:
        return random.choice(words)
    if chance < 0.65:
        return f"{part()} {random.choice(SIGNS)} {part()}"
    if chance < 0.8:
        before, after = random.choice((("(", ")"), ("not ", ""), ("-", "")))
        return f"{before}{part()}{after}"
    given = ", ".join(part() for _ in range(random.choice((1, 1, 2, 3))))
    return f"{random.choice(FUNCTIONS)}({given})"


def rule(random: Random) -> Mapping[str, Any]:
    """A rule of any type with such formulas."""

    def some() -> str:
        return formula(random, random.choice((1, 2, 3)))

    kinds: list[dict[str, Any]] = [
        {"type": "computed", "award": some(), "most": random.choice((3, "none", some()))},
        {"type": "computed", "deduct": some()},
        {"type": "all_or_nothing", "requires": some()},
        {"type": "deductions", "deductions": [{"count": some(), "each": some()}, {"when": some(), "once": 2}]},
        {"type": "awards", "awards": [{"count": some(), "each": 1}, {"unless": some(), "once": "50%"}], "most": 5},
        {"type": "steps", "of": some(), "target": random.choice((*THRESHOLDS, some())), "every": 1}
        | {random.choice(("deduct", "award")): some(), "partial": "whole", "direction": "either"},
        {"type": "tiered", "of": some(), "bands": [{"from": random.choice(THRESHOLDS), "add": 5}]},
        {"type": "proportional", "of": some()},
        {"type": "decision_table", "rows": [{"when": some(), "points": 5}, {"when": some(), "points": 2}]},
    ]
    extras: dict[str, Any] = {"requires": some(), "not_applicable": "zero", "floor": random.choice(("item", "none"))}
    kept = {key: value for key, value in extras.items() if random.random() < 0.2}
    return {**random.choice(kinds), "points": 5, **kept}


def whole(random: Random) -> Mapping[str, Any]:
    """A rubric of two sections, each of one item, with formulas of all that stands above items."""

    def some() -> str:
        return formula(random, random.choice((1, 2, 3)), ABOVE)

    rescaled = {"not_applicable": "rescaled"} if random.random() < 0.3 else {}
    extras: dict[str, Any] = {
        "score": some(),
        "most": 8,
        "least": 0,
        "vetoes": [{"clause": "事故", "when": some(), "penalty": 2}],
        "grades": [
            {"id": "a", "title": "甲", "requires": some(), "quota": 1},
            {"id": "b", "title": "乙", "from": 3},
            {"id": "c", "title": "丙"},
        ],
    }
    if rescaled:
        extras["rescale"] = random.choice(("section", "total"))
    kept = {key: value for key, value in extras.items() if key == "rescale" or random.random() < 0.4}
    limits = [{"clause": "造假", "when": some(), "grade": "b"}] if "grades" in kept else []
    facts = {"k": {"label": "系数", "kind": "amount"}, "f": {"label": "是", "kind": "flag"}}
    section = {"score": some()} if random.random() < 0.3 else {}
    sections = [{**_section("s", "p", rescaled), **section}, _section("t", "q", rescaled)]
    head = {"kaohe": 1, "id": "case", "title": "表", "points": 10, "stages": {"self": "自评分"}, "shared": facts}
    return {**head, **kept, "limits": limits, "sections": sections}


def _section(name: str, item: str, extra: Mapping[str, Any]) -> Mapping[str, Any]:
    rule = {"type": "computed", "clause": "按得分", "points": 5, "award": "got", **extra}
    facts = {"got": {"label": f"{item}得分", "kind": "number"}}
    row = {"id": item, "title": item, "points": 5, "target": "目标", "method": "按得分", "indicators": facts}
    return {"id": name, "title": name, "points": 5, "items": [{**row, "rules": [rule]}]}
