"""A number as formulas: a whole numerator over a denominator above zero, or what a machine has beside that."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.backends.cells.formulas import Formula, number
from kaohe.backends.cells.magnitudes import Magnitude, constant

ONE = constant(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """`top` over `over`. Its size is the numerator's, `under` the denominator's.

    A `rough` one is a double over one. Where nothing may bound it, `end` says on which side: -1 below, 1 above. In
    columns a number is held in so many `bits`.
    """

    top: Formula
    size: Magnitude
    over: int | Formula = 1
    under: Magnitude = ONE
    rough: bool = False
    end: int = 0
    bits: int = 0

    @property
    def divisor(self) -> Formula:
        return number(self.over) if isinstance(self.over, int) else self.over


def whole(value: Fraction | int) -> Pair:
    """A number that is known while the formula is written."""
    exact = Fraction(value)
    return Pair(number(exact.numerator), constant(exact.numerator), exact.denominator, constant(exact.denominator))


ZERO = whole(0)
