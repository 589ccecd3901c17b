"""The numbers of a rule, each as a clause may say it."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaohe.formulas.tokens import Malformed, Token, tokens
from kaohe.library.checks.numbers.number_kinds import plain

NOT_NUMBERS = ("clause", "readings", "type", "scope")
UNSAID = ("0", "1", "100", "0%", "100%")
"""Numbers that a rule may need though no clause says them."""
MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class RuleNumber:
    """A number as the rule has it, and all ways to say it."""

    text: str
    ways: frozenset[str]
    dated: bool = False
    """A date or a month; said by its parts."""


def rule_numbers(value: object, key: str = "") -> Iterator[RuleNumber]:
    """Every number below a value of a rule that stands under this key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_NUMBERS:
                yield from rule_numbers(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from rule_numbers(inner, key)
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        yield _number(plain(str(abs(value))), key)
    elif isinstance(value, str):
        yield from _of_formula(value)


def ways(several: Iterable[RuleNumber]) -> set[str]:
    """All ways to say some of these numbers."""
    return {way for number in several for way in number.ways}


def _number(text: str, key: str) -> RuleNumber:
    ways = {text}
    if key == "every_percentage_point":
        ways |= {f"{text}%", f"{text}个百分点"}
    if key == "free":  # 从第3次起: two are free
        ways.add(plain(str(Decimal(text) + 1)))
    return RuleNumber(text, frozenset(ways))


def _of_formula(text: str) -> Iterator[RuleNumber]:
    try:
        found = tokens(text)
    except Malformed:
        return
    for token in found:
        if token.kind in ("number", "percent"):
            digits = token.text.rstrip("%")
            yield _number(plain(digits) + token.text[len(digits) :], "")
        elif token.kind in ("date", "month"):
            yield _time(token)


def _time(token: Token) -> RuleNumber:
    parts = [int(part) for part in token.text.split("-")]
    if token.kind == "month" and parts[1] in MONTHS:
        parts.append(monthrange(*parts)[1])  # 3月31日前 is until the end of March
    return RuleNumber(token.text, frozenset(map(str, parts)), dated=True)
