"""Numbers that are not exact as they are written: about so many, from one to another, in words, without their sign."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.expr.numbers import plain, shown

Mend = tuple[str, Mapping[str, object]]
_DIGITS = "零一二三四五六七八九"
_MEASURES = "次个起人件项户家名%％"
_IN_WORDS = re.compile(
    rf"(?P<ones>[一二两三四五六七八九])[{_MEASURES}]?|(?P<tens>[一二三四五六七八九]?)十(?P<rest>[一二三四五六七八九]?)[{_MEASURES}]?"
)
_NUMBER = r"\d[\d,，]*(\.\d+)?[%％]?"
_RANGE = re.compile(rf"{_NUMBER} ?([-~～—–－至到]|——) ?{_NUMBER}\D{{0,4}}")
_BEFORE = "大约|大概|约|近|将近|接近|不足|不到|超过|至少|至多|[<>≥≤＜＞~～]"
_BEHIND = "左右|上下|以上|以下|以内|余|多|来|\\+"
_ABOUT = re.compile(rf"({_BEFORE}) ?{_NUMBER}\D{{0,4}}|{_NUMBER}\D{{0,4}}?({_BEHIND})\D{{0,4}}")
_PLAIN = re.compile(r"-?\d+(\.\d+)?")


def number_mend(word: Any, *, percent: bool) -> Mend | None:
    """The code of the sentence, and what fills it; None for what is no number of these sorts."""
    text = f"{word:f}" if type(word) in (int, Decimal) else word
    if not isinstance(text, str):
        return None
    if percent and _PLAIN.fullmatch(text):
        return _without_sign(Fraction(text))
    if _RANGE.fullmatch(text):
        return "number-as-range", {"found": shown(text)}
    if _ABOUT.fullmatch(text):
        return "number-about", {"found": shown(text)}
    words = _IN_WORDS.fullmatch(text)
    return ("number-in-words", {"found": text, "expected": f"{_digits(words)}{'%' * percent}"}) if words else None


def _without_sign(number: Fraction) -> Mend:
    """86.5 may be 86.5% or 8650%, and 0.865 as well 86.5% or 0.865%."""
    found = plain(number)
    return "percent-without-sign", {"found": found, "one": f"{found}%", "other": f"{plain(number * 100)}%"}


def _digits(found: re.Match[str]) -> int:
    ones = (found["ones"] or found["rest"] or "零").replace("两", "二")
    tens = found["tens"] or "一" if found["tens"] is not None else "零"
    return 10 * _DIGITS.index(tens) + _DIGITS.index(ones)
