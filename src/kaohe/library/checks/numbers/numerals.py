"""Numbers that a text writes in Chinese characters: 三次, 十五天, 百分之一; 加倍 and 减半 of other numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kaohe.library.checks.numbers.number_kinds import plain

DIGITS: Mapping[str, int] = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
TENS: Mapping[str, int] = {"十": 10, "百": 100, "千": 1000}
NUMERAL = re.compile(f"[{''.join((*DIGITS, *TENS))}]+")
POINTS = re.compile(f"(?<=[得扣加减给])({NUMERAL.pattern})(?=分(?![之别为数值]))")
FACTORS: Mapping[str, Decimal] = {"半": Decimal("0.5"), "倍": Decimal(2)}


def numerals(text: str, of: Iterable[str] = ()) -> Iterator[str]:
    """Each number in digits, as a plain number and as a percent; of digits in a row each one.

    Where the text halves or doubles something, also half or double of these decimals.
    """
    for found in NUMERAL.findall(text):
        for number in {_value(found), *(DIGITS[character] for character in found if character in DIGITS)}:
            yield from (str(number), f"{number}%")
    yield from multiples(text, ("1", *of))


def points_in_words(text: str) -> Iterator[str]:
    """The points of a text that are written in characters: 扣两分 are 2."""
    return (str(_value(found)) for found in POINTS.findall(text))


def multiples(text: str, of: Iterable[str]) -> Iterator[str]:
    """Half or double of those of the texts that are decimals, where a text halves or doubles something."""
    decimals = [Decimal(number) for number in of if number.replace(".", "").isdecimal()]
    for factor in (factor for word, factor in FACTORS.items() if word in text):
        yield from (plain(str(factor * number)) for number in decimals)


def _value(numeral: str) -> int:
    whole = digit = 0
    for character in numeral:
        if character in TENS:
            whole, digit = whole + (digit or 1) * TENS[character], 0
        else:
            digit = DIGITS[character]
    return whole + digit
