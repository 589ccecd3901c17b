"""Numbers as they are read aloud: rounded to the place where a decision still shows, with their unit.

Every number of a sentence is written here. A number that is not known yet has its own way at each of the functions
that dispatch on their first argument, and all others take it as it is.
"""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache, singledispatch
from typing import Any

from kaohe.backends.exact import round_half_up
from kaohe.backends.spoken_times import TIMES
from kaohe.expr.numbers import Number, plain
from kaohe.expr.tree import Notation
from kaohe.messages import Language, say

Numeral = Any
"""A number, or what stands for one that is not known yet."""
PLACES = 2
"""So many decimals are read aloud, unless rounding hides a decision."""
MOST_PLACES = 6
"""What is closer to a number that decides is said to be just above or below it."""
ALL_PLACES = 15
"""Of a number without an end that has to be read in full, so many decimals."""
UNIT_SIGNS = ("", "%", "‰", "％")
CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
IDLE_SPACE = re.compile(rf"(?<={CHINESE}) +(?={CHINESE})")


def spoken(value: Number, notation: Notation, language: Language, unit: str = "", apart: Sequence[Number] = ()) -> str:
    """A number in its notation, with its unit.

    What has more than two decimals is rounded, but stays on its side of every number in `apart`, and does not sound
    like one of them that is rounded too.
    """

    def write(number: Number, times: int) -> str:
        return rounded(number, [one * times for one in apart], language)

    return in_notation(value, notation, language, unit, write)


def reported(value: Number, notation: Notation, language: Language, unit: str = "") -> str:
    """A number as a unit or the rubric gives it, with all its decimals if they end."""
    return in_notation(value, notation, language, unit, lambda number, _: as_given(number, language))


@singledispatch
def readily(
    value: Numeral, notation: Notation, language: Language, unit: str = "", apart: Sequence[Number] = ()
) -> str:
    """A number as a unit gives it, but rounded where it has too many decimals to be read one by one."""
    if is_long(value):
        return spoken(value, notation, language, unit, apart)
    return reported(value, notation, language, unit)


@singledispatch
def spoken_points(value: Numeral, language: Language) -> str:
    """A number of points alone; one that is rounded says so."""
    return _kept_points(value, language)


def points(value: Numeral, language: Language) -> str:
    """The same; those that are known already are kept."""
    text = rounded(value, (0,), language)
    if decimals(value) is not None or (value > 0 and hidden(value, (0,), MOST_PLACES)):
        return text
    return say("reason.about", language, number=text)


_kept_points = lru_cache(maxsize=4096)(points)


def is_long(value: object) -> bool:
    """Whether a number has too many decimals to be read one by one."""
    return isinstance(value, Fraction) and 10**MOST_PLACES % value.denominator != 0


def with_unit(text: str, unit: str) -> str:
    """A number with its unit, from which a space sets it off unless that is a sign: `40 人`, `40%`."""
    return text + unit if unit in UNIT_SIGNS else f"{text} {unit}"


def set_close(text: str, language: Language) -> str:
    """Without the spaces that set off a number where there turned out to be none: `30 人 以上`; nor a colon."""
    return IDLE_SPACE.sub("", text).strip() if language == "zh" else text.removeprefix(": ")


def in_notation(
    value: Numeral, notation: Notation, language: Language, unit: str, write: Callable[[Numeral, int], str]
) -> str:
    """`write` writes a number that stands so many times for what it is, as a percent does a hundred times."""
    if notation in TIMES:
        return moment(value, notation, language)
    if notation in SIGNS:
        return say(SIGNS[notation], language, number=write(value * 100, 100))
    text = write(value, 1)
    if notation is Notation.POINTS:
        return say("reason.points", language, points=text)
    return with_unit(text, unit)


@singledispatch
def as_given(value: Numeral, language: Language) -> str:
    """All its decimals if they end."""
    exact = plain(Fraction(value))
    return rounded(value, (), language) if "/" in exact else grouped(exact, language)


@singledispatch
def rounded(value: Numeral, apart: Sequence[Number], language: Language) -> str:
    """Two decimals, or as few as tell it from other numbers."""
    exact = decimals(value)
    if exact is not None:
        return grouped(exact, language)
    close: Sequence[Numeral] = ()
    for places in range(PLACES, MOST_PLACES + 1):
        close = hidden(value, apart, places)
        if not close:
            return grouped(to_places(value, places), language)
    return _next_to(value, close, language)


def _next_to(value: Number, near: Sequence[Number], language: Language) -> str:
    """A number too near to another one to be read with fewer decimals: by that one if it is short, else in full."""
    short = None if len(near) > 1 else decimals(near[0])
    if short is not None and near[0]:
        code = "reason.just_above" if value > near[0] else "reason.just_below"
        return say(code, language, number=grouped(short, language))
    if short is not None and value > 0:
        return say("reason.under", language, number=plain(Fraction(1, 10**PLACES)))
    return grouped(in_full(value), language)


@singledispatch
def in_full(value: Numeral) -> str:
    """All its decimals, or very many."""
    exact = plain(Fraction(value))
    return to_places(value, ALL_PLACES) if "/" in exact else exact


@singledispatch
def to_places(value: Numeral, places: int) -> str:
    """So many decimals, zeros too."""
    close = near(value, places)
    whole, rest = divmod(abs(close) * 10**places, 10**places)
    return f"{'-' * (close < 0)}{whole}.{int(rest):0{places}}"


@singledispatch
def hidden(value: Numeral, apart: Sequence[Number], places: int) -> Sequence[Numeral]:
    """The others of which so many decimals put a number on another side than it is, or make one number of both."""
    return [one for one in apart if one != value and _confused(value, one, places)]


def _confused(value: Number, other: Number, places: int) -> bool:
    close, side = near(value, places), _side(value, other)
    return _side(close, other) != side or _side(close, near(other, places)) != side


def near(value: Number, places: int) -> Number:
    """Half up, away from zero."""
    return round_half_up(value, places)


@singledispatch
def decimals(value: Numeral) -> str | None:
    """All its decimals, where it has no more than are read aloud."""
    return plain(Fraction(value)) if 10**PLACES % value.denominator == 0 else None


def _side(value: Number, other: Number) -> int:
    return (value > other) - (value < other)


@singledispatch
def grouped(digits: str, language: Language) -> str:
    """In English by thousands; Chinese offices write such numbers without."""
    if language == "zh":
        return digits
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole not in ("-0", "-") else digits


@singledispatch
def moment(value: Numeral, notation: Notation, language: Language) -> str:
    """A date or a month."""
    return TIMES[notation](int(value), language)


SIGNS = {Notation.PERCENT: "reason.percent", Notation.PERCENTAGE_POINT: "reason.percentage_point"}
