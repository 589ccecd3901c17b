"""Rules of every type made up at random, with the facts of every kind that they ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from fuzz.language import KINDS
from fuzz.tree_changes import clone
from fuzz.typed_formulas import DATES, MONTHS, Grammar

Data = dict[str, Any]
POINTS = (0, 1, 2, 3, 5, 10)


@dataclass
class Draft:
    """An item while it is made: the facts that its rules ask for."""

    random: Random
    facts: dict[str, Data] = field(default_factory=dict)

    def fact(self, *kinds: str, listed: float = 0.0) -> str:
        """The name of a fact of one of these kinds, which is one of before or a new one."""
        draw = self.random
        kind = draw.choice(kinds)
        many = draw.random() < listed
        known = [name for name, one in self.facts.items() if one["kind"] == kind and one.get("list", False) is many]
        if known and draw.random() < 0.4:
            return draw.choice(known)
        name = f"f{len(self.facts)}"
        self.facts[name] = {"label": f"事实{len(self.facts)}", "kind": kind, **clone(dict(KINDS[kind]))}
        if many:
            self.facts[name]["list"] = True
        return name

    @property
    def grammar(self) -> Grammar:
        return Grammar(self.random, self.facts)

    def points(self) -> Any:
        return self.random.choice(POINTS)

    def amount(self, *usual: Any) -> Any:
        """Points as they are written; now and then a formula."""
        draw = self.random
        if draw.random() < 0.8:
            return draw.choice(usual)
        return draw.choice((self.grammar.number(1), f"max(0, {self.grammar.number(1)})", f"abs({self.fact('count')})"))

    def occurrence(self) -> Data:
        draw = self.random
        if draw.random() < 0.5:
            one = {"count": self.fact("count", "number", listed=0.2), "each": draw.choice((1, 0.5, 2, "50%", "1 / 3"))}
            extra: Data = {"free": draw.choice((0, 1, 2)), "cap": self.amount(1, 3)}
        else:
            one = {
                draw.choice(("when", "unless")): self.fact("flag", "count", listed=0.2),
                "once": draw.choice((1, 2, "20%")),
            }
            extra = {"cap": 1}
        extra["factor"] = self.amount(2, "50%", 0.5)
        return {**one, **{key: value for key, value in extra.items() if draw.random() < 0.25}}


def _number(draft: Draft, listed: float = 0.0) -> tuple[str, Any, Any]:
    """A number's reference, a low threshold and a high one of its unit."""
    kind = draft.random.choice(("number", "count", "amount", "percent", "ratio", "change", "date", "month"))
    name = draft.fact(kind, listed=listed)
    if kind in ("percent", "ratio", "change"):
        return name + {"percent": "", "ratio": ".rate", "change": ".growth"}[kind], "60%", "90%"
    times = {"date": DATES, "month": MONTHS}.get(kind)
    return (
        (name, times[0], times[1]) if times else (name, draft.random.choice((0, 3, 0.5)), draft.random.choice((5, 10)))
    )


def _computed(draft: Draft) -> Data:
    for _ in range(3):
        draft.fact(*KINDS, listed=0.3)
    rule: Data = {"points": draft.points(), draft.random.choice(("award", "deduct")): draft.grammar.number(2)}
    return {**rule, "most": draft.random.choice((5, "none"))} if "award" in rule else rule


def _steps(draft: Draft) -> Data:
    draw = draft.random
    of, low, high = _number(draft, listed=0.2)
    size: Data = {"every": draw.choice((1, 2, 0.5))}
    if isinstance(low, str) and low.endswith("%"):
        size = draw.choice(({"every_percent": "5%"}, {"every_percentage_point": 1}, {"every_percentage_point": 0.5}))
    elif isinstance(low, str):
        size = {"every": draw.choice(("1 month", "7 days") if low in DATES else ("1 month", "2 months"))}
    earned: Data = {}
    if draw.random() < 0.45:
        earned |= {"award": draft.amount(1, 0.5), "most": draft.amount(3, 12, "none")}
    if not earned or draw.random() < 0.3:
        earned["deduct"] = draft.amount(1, 0.3, "10%")
    if draw.random() < 0.1:
        earned["cap_each"] = draft.amount(1, 2)
    rest = {
        "partial": draw.choice(("whole", "started", "pro_rata")),
        "direction": draw.choice(("below", "above", "either")),
    }
    return {"points": draft.points(), "of": of, "target": draw.choice((low, high)), **size, **earned, **rest}


def _tiered(draft: Draft) -> Data:
    draw = draft.random
    of, low, high = _number(draft, listed=0.15)
    if draw.random() < 0.3:
        bands = [{"from": low, "below": high, "deduct": draft.amount(1)}, {"from": high, "deduct": draft.amount(2)}]
        return {"points": 3, "of": of, "bands": bands}
    more = {"most": draft.amount(5, 12, "none")} if draft.facts.get(of, {}).get("list") else {}
    if draw.random() < 0.4:
        return {
            "points": 5,
            "of": of,
            "bands": [{"from": high, "points": 5}, {"from": low, "below": high, "points": draft.amount(2, -1)}],
            **more,
        }
    bands = [{"from": low, "add": draft.amount(1)}, {"above": high, "add": 3}]
    cumulative = draw.random() < 0.5
    return {"points": 4 if cumulative else 3, "of": of, "bands": bands, "cumulative": cumulative, **more}


def _proportional(draft: Draft) -> Data:
    of, low, high = _number(draft)
    if isinstance(low, str) and low.endswith("%") and draft.random.random() < 0.5:
        return {"points": 5, "of": of}
    draw = draft.random
    anchors: list[Data] = [{"at": low, "points": draft.amount(0, 1, -1)}, {"at": high, "points": 5}]
    if draw.random() < 0.3:
        anchors.insert(1, draw.choice(({"below": high, "points": 3}, {"above": low, "points": 2})))
    if draw.random() < 0.15:
        anchors[-1]["at"] = draft.grammar.number(0)
    return {"points": 5, "of": of, "anchors": anchors}


def _decided(draft: Draft) -> Data:
    key = draft.random.choice(("points", "deduct"))
    for _ in range(2):
        draft.fact("flag", "count", "percent", "choice")
    return {
        "points": 5,
        "rows": [{"when": draft.grammar.condition(1), key: points} for points in (5, draft.amount(1, 2))],
    }


def _levels(draft: Draft) -> Data:
    if draft.random.random() < 0.5:
        return {"points": 3, "of": draft.fact("choice"), "levels": {"good": 3, "fair": draft.amount(1, -1), "poor": 0}}
    return {
        "points": 3,
        "of": f"{draft.fact('change')}.direction",
        "levels": {"increased": 3, "unchanged": 1, "decreased": 0},
    }


RULES: Mapping[str, Callable[[Draft], Data]] = {
    "all_or_nothing": lambda draft: {"points": draft.random.choice((2, 5)), "requires": draft.fact("flag", "count")},
    "awards": lambda draft: {
        "points": draft.points(),
        "most": draft.random.choice((5, 10, "none")),
        "awards": [draft.occurrence() for _ in range(draft.random.choice((1, 2)))],
    },
    "deductions": lambda draft: {
        "points": draft.points(),
        "deductions": [draft.occurrence() for _ in range(draft.random.choice((1, 2, 3)))],
    },
    "computed": _computed,
    "decision_table": _decided,
    "levels": _levels,
    "proportional": _proportional,
    "steps": _steps,
    "tiered": _tiered,
}


def rule(draft: Draft, name: str = "") -> Data:
    """A rule of a type; clauses come when the form is mended."""
    kind = name or draft.random.choice(list(RULES))
    return {"type": kind, "clause": "甲", **RULES[kind](draft)}
