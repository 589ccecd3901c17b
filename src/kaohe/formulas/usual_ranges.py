"""Between what a fact's number is expected: as its rubric says, or as is usual of its kind."""

from fractions import Fraction

from kaohe.expr.numbers import Quantity
from kaohe.expr.tree import Notation
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.ranges import Range

WHOLE, HALF = (Quantity(Fraction(share), Notation.PERCENT) for share in ("1", "1/2"))
AT_MOST_WHOLE = Range(to=WHOLE)
USUAL = {
    "percent": AT_MOST_WHOLE,
    "ratio": AT_MOST_WHOLE,
    "change": Range(from_=Quantity(Fraction(-1, 2), Notation.PERCENT), to=HALF),
}
"""What a kind's one number usually is: a part of a whole, a growth of no more than a half."""


def ranges(indicator: Indicator, *, usual: bool) -> tuple[Range, ...]:
    """Between what its one number is expected; `usual` is whether the rubric leaves its kind to speak for it."""
    own = indicator.plausible
    if own is not None and (own.ranges or not own.asked):
        return own.ranges
    bounded = indicator.range is not None and indicator.range.to is not None
    return (USUAL[indicator.kind],) if usual and indicator.kind in USUAL and not bounded else ()
