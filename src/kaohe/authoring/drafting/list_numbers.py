"""Where the entries of a numbered list begin: Word's line breaks are gone, and 得2分2.有制度 is two of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from kaohe.authoring.drafting.scoring_words import PLAIN

_STYLES = (
    re.compile(r"(?<![\d.])(?P<number>\d{1,2})[.、](?!\d)"),
    re.compile(r"\((?P<number>\d{1,2})\)"),
    re.compile(r"(?P<number>[①-⑳])"),
)
_FIRST_RING = ord("①")


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


def entries(plain: str) -> set[int]:
    """The places of numbers that count on from one, if there are several."""
    return {place for style in _STYLES for place in _counted(plain, style)}


def before_entry(method: str, place: int, others: Sequence[_Placed]) -> int:
    """How many others stand before the entry in which a place is: 3.…加倍扣分 speaks of what is taken under 3."""
    begins = max((one for one in entries(method.translate(PLAIN)) if one <= place), default=0)
    return sum(one.start < begins for one in others)


def _counted(plain: str, style: re.Pattern[str]) -> Iterator[int]:
    found: list[int] = []
    for one in style.finditer(plain):
        if _value(one["number"]) == len(found) + 1 and (found or _may_begin(plain, one.start())):
            found.append(one.start())
    if len(found) > 1:
        yield from found


def _may_begin(plain: str, place: int) -> bool:
    """The first number stands at the start, or behind a stop."""
    before = plain[:place].rstrip()
    return not before or before[-1] in "。;:：,"


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else ord(number) - _FIRST_RING + 1
