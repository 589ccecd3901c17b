"""The number that a form asks for in its column of targets, where the method has none: 完好率不低于90%."""

import re

from kaohe.authoring.drafting.ranges import Range, range_of
from kaohe.authoring.drafting.scoring_words import PLAIN, wide
from kaohe.authoring.drafting.several_numbers import several_numbers

_STOPS = re.compile(r"[,;。、\n]")
_GOAL = re.compile(r"(?:年度|全年|下达)*(?:的)?(?:目标|任务|计划|指标|要求|标准)(?:任务|目标)?(?:数|值|量)?(?:为)?")
"""任务数4件: what is due, and not what was done of it."""
_REACHED = re.compile(r"(?:达标|达到(?:规定|年度)?(?:目标|要求|标准)|符合要求)(?:的|者)*")
_HEADING = re.compile(r"^(?:\(?\d{1,2}[).、．]|[①-⑳])\s*")


def asked_for(target: str, subject: str) -> Range | None:
    """The only percent that the target names, or the only one of what the words speak of."""
    found = [one for one in _stretches(target) if one.unit == "%"]
    alone = len(found) == 1 and not found[0].what
    named = [one for one in found if one.what.endswith(subject)] if subject and not alone else found
    if len(named) != 1 or several_numbers(named[0].what):
        return None
    return named[0]


def said_in_target(target: str, stretch: Range) -> str:
    """What a number is called that only the target names: 达到3名得6分 beside 每千人不少于3名."""
    ends = [one for one in (stretch.low, stretch.high) if one is not None]
    named = [one.what for one in _stretches(target) if one.unit == stretch.unit and (one.low or one.high) in ends]
    return named[0] if len(named) == 1 and not _GOAL.fullmatch(named[0]) else ""


def reached(words: str, target: str, unit: str) -> Range | None:
    """The only number of a unit that the target names, where words only say that it was reached: 达标的得4分."""
    found = [one for one in _stretches(target) if one.unit]
    if not _REACHED.fullmatch(words) or len(found) != 1 or wide(found[0].unit) != unit or found[0].exact:
        return None
    return found[0] if (found[0].low is None) != (found[0].high is None) else None


def says_reached(words: str) -> bool:
    """达标: no word of what, or how much."""
    return _REACHED.fullmatch(words) is not None


def _stretches(target: str) -> list[Range]:
    plain = (_HEADING.sub("", one.strip()) for one in _STOPS.split(target.translate(PLAIN)))
    return [one for one in map(range_of, plain) if one is not None]
