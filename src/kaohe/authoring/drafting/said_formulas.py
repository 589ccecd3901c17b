"""Scores that a clause writes as a formula: 完成率×10, 实际数÷计划数×15, 10×实际值/目标值, 签约数×0.2+开工数×0.3."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

_NUMBER = r"\d+(?:\.\d+)?"
_NAME = r"(?:[^=×*÷/+,()\d%扣;。≥≤<>-]{1,24}?(?:\((?:百分制|满分100分?|满分为100分?)\))?)"
_TIMES, _OVER = r"(?:×|\*|[xX]|乘以?)", r"(?:÷|/|除以)"
_FULL = r"(?:本项|该项|此项|本指标|该指标|指标|标准)?(?:分值|标准分值?|满分值?|基本分值?|权重分?)"
_WORTH = rf"(?:{_NUMBER}分?|{_FULL})"
_PER_HUNDRED = rf"(?:{_TIMES}100%)?"
_QUOTIENT = rf"{_NAME}{_OVER}{_NAME}"
_BY_PERCENT = rf"{_NAME}{_OVER}{_NUMBER}%"
_SHAPES = (
    rf"\(?{_BY_PERCENT}\)?{_TIMES}{_WORTH}",
    rf"\(?{_QUOTIENT}\)?{_PER_HUNDRED}{_TIMES}{_WORTH}",
    rf"{_WORTH}{_TIMES}\(?{_QUOTIENT}\)?{_PER_HUNDRED}",
    rf"{_NAME}{_TIMES}{_NUMBER}%",
    rf"{_NAME}{_OVER}100{_TIMES}{_NUMBER}分?",
    rf"{_NAME}{_TIMES}{_WORTH}",
    rf"{_WORTH}{_TIMES}{_NAME}",
    rf"{_NAME}{_TIMES}{_NUMBER}分?(?:\+{_NAME}{_TIMES}{_NUMBER}分?)+",
    rf"{_NUMBER}分?(?:-{_NAME}{_TIMES}{_NUMBER}分?)+",
)
FORMULA = "|".join(_SHAPES)
Kind = Literal["quotient", "product", "scaled", "sum", "less"]
_PARTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "quotient",
        re.compile(rf"\(?(?P<part>{_NAME}){_OVER}(?P<whole>{_NAME})\)?{_PER_HUNDRED}{_TIMES}(?P<worth>{_WORTH})"),
    ),
    (
        "quotient",
        re.compile(rf"(?P<worth>{_WORTH}){_TIMES}\(?(?P<part>{_NAME}){_OVER}(?P<whole>{_NAME})\)?{_PER_HUNDRED}"),
    ),
    ("quotient", re.compile(rf"\(?(?P<part>{_NAME}){_OVER}(?P<whole>{_NUMBER}%)\)?{_TIMES}(?P<worth>{_WORTH})")),
    ("scaled", re.compile(rf"(?P<part>{_NAME}){_TIMES}(?P<worth>{_NUMBER}%)")),
    ("scaled", re.compile(rf"(?P<part>{_NAME}){_OVER}100{_TIMES}(?P<worth>{_NUMBER})分?")),
    ("product", re.compile(rf"(?P<part>{_NAME}){_TIMES}(?P<worth>{_WORTH})")),
    ("product", re.compile(rf"(?P<worth>{_WORTH}){_TIMES}(?P<part>{_NAME})")),
)
_LEAD = re.compile(r"^(?:否则)?(?:则)?(?:按照?|以)?(?:其)?(?:实际)?(?=.{2})")
_TERM = re.compile(rf"(?P<name>{_NAME}){_TIMES}(?P<each>{_NUMBER})分?")


@dataclass(frozen=True, slots=True)
class SaidFormula:
    """What a formula makes the score of.

    `worth` is None where it is the row's points, `terms` are names with their prices.
    """

    kind: Kind
    part: str = ""
    whole: str = ""
    worth: Decimal | None = None
    terms: tuple[tuple[str, Decimal], ...] = ()


def said_formula(text: str) -> SaidFormula:
    """A formula in plain signs, as `FORMULA` takes it."""
    for kind, pattern in _PARTS:
        found = pattern.fullmatch(text)
        if found is not None:
            parts = found.groupdict()
            number = re.fullmatch(rf"({_NUMBER})(?:分|%)?", parts["worth"])
            worth = Decimal(number[1]) if number else None
            return SaidFormula(kind, _LEAD.sub("", parts["part"]), parts.get("whole") or "", worth)
    terms = tuple((one["name"].lstrip("+-"), Decimal(one["each"])) for one in _TERM.finditer(text))
    first = re.match(rf"{_NUMBER}(?=分?-)", text)
    return SaidFormula("less" if first else "sum", terms=terms, worth=Decimal(first.group()) if first else None)
