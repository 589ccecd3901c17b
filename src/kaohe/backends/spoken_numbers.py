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
    return (
        text
        if _decimals(value) is not None or not text.lstrip("-")[0].isdigit()
        else say("reason.about", language, number=text)
    )


def is_long(value: object) -> bool:
    """Whether a number has too many decimals to be read one by one."""
    return isinstance(value, Fraction) and 10**MOST_PLACES % value.denominator != 0


def with_unit(text: str, unit: str) -> str:
    """A number with its unit, from which a space sets it off unless that is a sign: `40 人`, `40%`."""
    return f"{text}{unit}" if unit in UNIT_SIGNS else f"{text} {unit}"


def set_close(text: str, language: Language) -> str:
    """Without the spaces that set off a number where there turned out to be none: `30 人 以上`; nor a colon."""
    return IDLE_SPACE.sub("", text).strip() if language == "zh" else text.removeprefix(": ")


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
    return with_unit(text, unit)


def _rounded(value: Fraction, apart: Sequence[Number], language: Language) -> str:
    exact = _decimals(value)
    if exact is not None:
        return _grouped(exact, language)
    kept = [Fraction(one) for one in apart if one != value]
    for places in range(PLACES, MOST_PLACES + 1):
        if not any(_confused(value, one, places) for one in kept):
            return _grouped(_to_places(value, places), language)
    return _next_to(value, [one for one in kept if _confused(value, one, MOST_PLACES)], language)


def _next_to(value: Fraction, near: Sequence[Fraction], language: Language) -> str:
    """A number too near to another one to be read with fewer decimals: by that one if it is short, else in full."""
    short = None if len(near) > 1 else _decimals(near[0])
    if short is not None and near[0]:
        code = "reason.just_above" if value > near[0] else "reason.just_below"
        return say(code, language, number=_grouped(short, language))
    if short is not None and value > 0:
        return say("reason.under", language, number=plain(Fraction(1, 10**PLACES)))
    exact = plain(value)
    return _grouped(_to_places(value, ALL_PLACES) if "/" in exact else exact, language)


def _to_places(value: Fraction, places: int) -> str:
    near = _near(value, places)
    whole, decimals = divmod(abs(near) * 10**places, 10**places)
    return f"{'-' * (near < 0)}{whole}.{int(decimals):0{places}}"


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
