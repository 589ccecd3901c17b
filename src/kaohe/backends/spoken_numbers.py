"""Numbers as they are read aloud: rounded to the place where a decision still shows, with their unit."""

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from kaohe.backends.exact import round_half_up
from kaohe.expr.dates import MONTHS, date_text
from kaohe.expr.numbers import Number, plain
from kaohe.expr.tree import Notation
from kaohe.messages import Language, say

PLACES = 2
"""So many decimals are read aloud, unless rounding hides a decision."""
MOST_PLACES = 15
CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
IDLE_SPACE = re.compile(rf"(?<={CHINESE}) +(?={CHINESE})")


def spoken(value: Number, notation: Notation, language: Language, unit: str = "", apart: Sequence[Number] = ()) -> str:
    """A number in its notation, with its unit.

    What has more than two decimals is rounded, but stays on its side of every number in `apart`, and does not sound
    like one of them that is rounded too.
    """

    def write(number: Fraction, times: int) -> str:
        return _rounded(number, [Fraction(one) * times for one in apart], language)

    return _in_notation(value, notation, language, unit, write)


def reported(value: Number, notation: Notation, language: Language, unit: str = "") -> str:
    """A number as a unit or the rubric gives it, with all its decimals if they end."""

    def write(number: Fraction, _: int) -> str:
        exact = plain(number)
        return _rounded(number, (), language) if "/" in exact else _grouped(exact, language)

    return _in_notation(value, notation, language, unit, write)


@lru_cache(maxsize=4096)
def spoken_points(value: Fraction, language: Language) -> str:
    """A number of points alone; one that is rounded says so."""
    text = _rounded(value, (0,), language)
    return text if _decimals(value) is not None else say("reason.about", language, number=text)


def set_close(text: str, language: Language) -> str:
    """Without the spaces that set off a number where there turned out to be none: `30 人 以上`."""
    return IDLE_SPACE.sub("", text).strip() if language == "zh" else text


def _in_notation(
    value: Number, notation: Notation, language: Language, unit: str, write: Callable[[Fraction, int], str]
) -> str:
    """`write` writes a number that stands so many times for what it is, as a percent does a hundred times."""
    if notation in TIMES:
        return TIMES[notation](int(value), language)
    if notation in SIGNS:
        return say(SIGNS[notation], language, number=write(Fraction(value) * 100, 100))
    text = write(Fraction(value), 1)
    if notation is Notation.POINTS:
        return say("reason.points", language, points=text)
    return f"{text} {unit}" if unit else text


def _rounded(value: Fraction, apart: Sequence[Number], language: Language) -> str:
    exact = _decimals(value)
    if exact is not None:
        return _grouped(exact, language)
    kept = [Fraction(one) for one in apart if one != value]
    places = PLACES
    while places < MOST_PLACES and any(_confused(value, one, places) for one in kept):
        places += 1
    exact = plain(value)
    if places == MOST_PLACES and "/" not in exact:
        return _grouped(exact, language)
    whole, decimals = divmod(abs(_near(value, places)) * 10**places, 10**places)
    return _grouped(f"{'-' * (value < 0)}{whole}.{int(decimals):0{places}}", language)


def _confused(value: Fraction, other: Fraction, places: int) -> bool:
    """Whether so many decimals put a number on another side of one that it is not, or both make one number."""
    near, side = _near(value, places), _side(value, other)
    return _side(near, other) != side or _side(near, _near(other, places)) != side


def _near(value: Fraction, places: int) -> Fraction:
    """Half up, away from zero."""
    return Fraction(round_half_up(value, places))


def _decimals(value: Fraction) -> str | None:
    """All its decimals, where it has no more than are read aloud."""
    return plain(value) if 10**PLACES % value.denominator == 0 else None


def _side(value: Number, other: Number) -> int:
    return (value > other) - (value < other)


def _grouped(digits: str, language: Language) -> str:
    """In English by thousands; Chinese offices write such numbers without."""
    if language == "zh":
        return digits
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole not in ("-0", "-") else digits


def _date(value: int, language: Language) -> str:
    text = date_text(value)
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return say("reason.date", language, year=year, month=int(month), day=int(day)) if day else text


def _month(value: int, language: Language) -> str:
    year, month = divmod(value, MONTHS)
    return say("reason.month", language, year=year, month=month + 1)


TIMES: Mapping[Notation, Callable[[int, Language], str]] = {Notation.DATE: _date, Notation.MONTH: _month}
SIGNS = {Notation.PERCENT: "reason.percent", Notation.PERCENTAGE_POINT: "reason.percentage_point"}
