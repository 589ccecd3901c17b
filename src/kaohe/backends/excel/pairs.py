"""A number as formulas: a whole numerator over a denominator above zero, or a double where pairs grow too large."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.backends.excel.cells import Formula, Literal, call, compare, number
from kaohe.backends.excel.magnitudes import ENDLESS, INFINITE, Magnitude, constant

DECIMALS = 9
"""So many decimals of a double are taken as they are; what is below is rounding."""

ONE = constant(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """`top` over `over`; a `rough` one is a double over one. Its size is the numerator's, `under` the denominator's."""

    top: Formula
    size: Magnitude
    over: int | Formula = 1
    under: Magnitude = ONE
    rough: bool = False

    @property
    def divisor(self) -> Formula:
        return number(self.over) if isinstance(self.over, int) else self.over


def whole(value: Fraction | int) -> Pair:
    """A number that is known while the formula is written."""
    exact = Fraction(value)
    return Pair(number(exact.numerator), constant(exact.numerator), exact.denominator, constant(exact.denominator))


LOWEST, HIGHEST = Pair(number(-INFINITE), constant(0)), Pair(number(INFINITE), constant(0))
ZERO = whole(0)


def endless(top: Formula) -> Formula:
    """Whether a numerator stands for a side without end."""
    if isinstance(top, Literal):
        return Literal(not isinstance(top.value, str) and abs(top.value) >= ENDLESS)
    return compare(">=", call("ABS", top), number(ENDLESS))
