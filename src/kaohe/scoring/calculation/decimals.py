"""How many decimals a fact has in a spreadsheet, and how large it is on an ordinary day."""

from fractions import Fraction
from math import log10

from kaohe.backends.bounds import Interval
from kaohe.backends.cells.magnitudes import MOST, Magnitude, between, growing
from kaohe.formulas.indicators import Indicator

COUNTED = frozenset("人户个件次起家项份名天处台辆头篇场批宗例")
"""What comes in whole numbers."""
MONEY = {"元": 2, "万元": 6, "亿元": 6}
WHOLE_KINDS = ("count", "date", "month", "year", "choice", "flag")
PERCENT, OTHERS = 6, 4
EVERYDAY = 10**6
"""A fact of this size, in its own unit, is computed exactly, or as nine decimals, in every formula."""
FIVEFOLD = 5
"""A percent is seldom more than 500%."""
SMALL = 10**7
"""Numerators up to it need no limit."""
CALENDAR = 4 * 10**6


def decimals(indicator: Indicator, span: Interval) -> int:
    """The most decimals that a number may have; a range may tell of more."""
    return max(_usual(indicator), *map(_needed, span))


def _usual(indicator: Indicator) -> int:
    if indicator.kind in WHOLE_KINDS or (indicator.unit in COUNTED and indicator.kind != "percent"):
        return 0
    return PERCENT if indicator.kind == "percent" else MONEY.get(indicator.unit, OTHERS)


def _needed(side: Fraction | float) -> int:
    """The decimals of one side of a range."""
    if isinstance(side, float):
        return 0
    found = 0
    while Fraction(side) * 10**found % 1:
        found += 1
    return found


def magnitude(key: str, indicator: Indicator, places: int, span: Interval) -> Magnitude:
    """How large its numerator becomes."""
    if indicator.kind in ("date", "month"):
        return between(0, CALENDAR)
    if max(-span.low, span.high) * 10**places <= SMALL:
        return between(*(float(side * 10**places) for side in span))
    signed = span.low < 0
    if indicator.kind == "percent":
        return growing(key, FIVEFOLD * 10**places, 1 / 4, signed=signed)
    return growing(key, EVERYDAY * 10**places, signed=signed)


def limit(size: Magnitude, step: int, places: int) -> float | None:
    """The largest fact at a step of growth, as a round number; None for one that nothing makes grow."""
    if not size.facts:
        return None
    most = min(size.highs[step], MOST) / 10**places
    power: int = 10 ** int(log10(most))
    return int(most / power) * power
