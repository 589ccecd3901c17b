"""The kinds of facts: what each is made of and what rules may ask of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from kaohe.expr.numbers import AMOUNT, COUNT, FLAG, NUMBER, SIGNED_PERCENT, TEXT, Scalar
from kaohe.expr.tree import Call, Expr, Notation, Op
from kaohe.formulas.terms import Use
from kaohe.formulas.thresholds import DATE, MONTH

KindName = Literal[
    "flag",
    "count",
    "number",
    "amount",
    "percent",
    "change",
    "ratio",
    "choice",
    "date",
    "month",
    "judgement",
    "year",
    "record",
]


NOT_APPLICABLE_WORDS = ("不适用", "not_applicable")
Fields = Mapping[str, Expr]


@dataclass(frozen=True)
class Derived:
    """A fact computed from raw ones. A CHOICE is a mapping of its names to conditions."""

    use: Use
    build: Callable[[Fields, str], Expr | Mapping[str, Expr]]


@dataclass(frozen=True)
class Kind:
    """One kind of indicator: its raw fields (the empty name for a single value) and its references.

    The empty reference is the indicator's own name. The sample is what a unit writes, in YAML; nothing for a fact that
    it does not report under its name.
    """

    sample: str
    fields: Mapping[str, Scalar]
    references: Mapping[str, Derived]
    unit: Notation = Notation.NONE


def _growth(raw: Fields, name: str) -> Expr:
    change = raw["current"] - raw["previous"]
    return Call(Op.DIVIDE, (change, raw["previous"]), name, Notation.PERCENT)


def _direction(raw: Fields, _name: str) -> Mapping[str, Expr]:
    return {
        "increased": raw["current"] > raw["previous"],
        "unchanged": Call(Op.EQUAL, (raw["current"], raw["previous"])),
        "decreased": raw["current"] < raw["previous"],
    }


def _rate(raw: Fields, name: str) -> Expr:
    return Call(Op.DIVIDE, (raw["part"], raw["whole"]), name, Notation.PERCENT)


def _itself(raw: Fields, _name: str) -> Expr:
    return raw[""]


def _field(name: str) -> Derived:
    """One of the raw fields, as a number."""
    return Derived(Use.NUMBER, lambda raw, _: raw[name])


_ITSELF = _field("")

KINDS: Mapping[str, Kind] = {
    "flag": Kind("true", {"": FLAG}, {"": Derived(Use.CONDITION, _itself)}),
    "count": Kind("3", {"": COUNT}, {"": _ITSELF}),
    "number": Kind("12.5", {"": NUMBER}, {"": _ITSELF}),
    "amount": Kind("-20.5", {"": AMOUNT}, {"": _ITSELF}),
    "percent": Kind("93.2%", {"": SIGNED_PERCENT}, {"": _ITSELF}, Notation.PERCENT),
    "change": Kind(
        "{previous: 1203400, current: 1217800}",
        {"previous": NUMBER, "current": NUMBER},
        {
            "growth": Derived(Use.NUMBER, _growth),
            "direction": Derived(Use.CHOICE, _direction),
            "previous": _field("previous"),
            "current": _field("current"),
        },
    ),
    "ratio": Kind(
        "{part: 928, whole: 1000}",
        {"part": NUMBER, "whole": NUMBER},
        {"rate": Derived(Use.NUMBER, _rate), "part": _field("part"), "whole": _field("whole")},
    ),
    "choice": Kind("good", {"": TEXT}, {"": Derived(Use.CHOICE, _itself)}),
    "date": Kind("2011-03-31", {"": DATE}, {"": _ITSELF}),
    "month": Kind("2011-03", {"": MONTH}, {"": _ITSELF}),
    "judgement": Kind("{score: 4.5, reason: 台账齐全}", {"score": AMOUNT, "reason": TEXT}, {"": _field("score")}),
    "year": Kind("", {"": COUNT}, {"": _ITSELF}),
    "record": Kind("", {}, {}),
}
"""An amount and a percent may be below zero; a judgement is points that a reviewer enters, with the reason.

A record has the fields of the facts that it is made of.
"""
