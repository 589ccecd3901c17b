"""How many bits whole numbers in columns have: numbers brought over one denominator, and into as many bits."""

from collections.abc import Mapping
from dataclasses import replace
from math import lcm
from typing import NamedTuple

from kaohe.backends.cells.formulas import Formula, Literal, call, number, times
from kaohe.backends.cells.magnitudes import Limits, Magnitude, constant
from kaohe.backends.cells.numbers import Keep
from kaohe.backends.cells.pairs import Pair

SHORT, LONG, WIDE = 2e9, 9e18, 9e37
"""Below them whole numbers have 31, 63 and 127 bits."""
BITS: Mapping[int, str] = {64: "LONG", 128: "WIDE"}
"""What makes a number of so many bits of one that has fewer."""
WIDEST = 128
AMPLE = 4
"""At this step of growth facts are a hundred times as large as on an ordinary day."""
NULL = call("NULL")


class TooLarge(Exception):  # noqa: N818 - it says what can't be computed in columns, which is nobody's error
    """A number that has more than 127 bits for everyday facts."""


class Aligned(NamedTuple):
    """Two numerators over one denominator."""

    left: Pair
    right: Pair


class Widths:
    """Finds room for numbers; `limits` learns how large facts may be, `keep` puts a long formula into a column."""

    def __init__(self, keep: Keep, limits: Limits) -> None:
        self._keep, self._limits = keep, limits

    def aligned(self, left: Pair, right: Pair) -> Aligned:
        """Both over one denominator."""
        if isinstance(left.over, int) and isinstance(right.over, int):
            over = lcm(left.over, right.over)
            return self.alike(self._scaled(left, over), self._scaled(right, over))
        if left.over == right.over:
            return self.alike(left, right)
        under = left.under.times(right.under)
        sizes = left.size.times(right.under), right.size.times(left.under)
        for size in (under, *sizes):
            left, right = self.wide_enough(size, left, right)
        product = times(left.divisor, right.divisor)
        return Aligned(
            replace(left, top=times(left.top, right.divisor), size=sizes[0], over=product, under=under),
            replace(right, top=times(right.top, left.divisor), size=sizes[1], over=product, under=under),
        )

    def _scaled(self, pair: Pair, over: int) -> Pair:
        assert isinstance(pair.over, int)  # noqa: S101 - the caller has seen to it
        factor = over // pair.over
        if factor == 1:
            return pair
        size = pair.size.times(constant(factor))
        pair, _ = self.wide_enough(size, pair, pair)
        return replace(pair, top=times(pair.top, number(factor)), size=size, over=over, under=constant(over))

    def alike(self, left: Pair, right: Pair) -> Aligned:
        """Both in as many bits as one of them has."""
        bits = max(left.bits, right.bits)
        return Aligned(held(left, bits), held(right, bits))

    def wide_enough(self, size: Magnitude, left: Pair, right: Pair) -> Aligned:
        """Both in as many bits as a result of this size takes. Raises TooLarge."""
        bits = max(left.bits, right.bits, self.bits(size))
        return Aligned(held(left, bits), held(right, bits))

    def bits(self, size: Magnitude) -> int:
        """How many bits whole numbers of a size take. Raises TooLarge.

        Facts are held to what is short where they may still be much larger than on any ordinary day.
        """
        if self._is_short(size):
            return 32
        for bits, most in ((64, LONG), (128, WIDE)):
            ample = size.step(most) or 0
            if (bits == WIDEST or not size.facts or ample >= AMPLE) and self._limits.fits(size, most):
                return bits
        raise TooLarge

    def _is_short(self, size: Magnitude) -> bool:
        if max(size.sizes()) < SHORT:
            return True
        step = size.step(SHORT)
        return step is not None and step >= AMPLE and self._limits.fits(size, SHORT)

    def narrowed(self, pair: Pair) -> Pair:
        """In few bits what was made of many."""
        if pair.bits <= 32 or max(pair.size.sizes()) >= SHORT:  # noqa: PLR2004 - so many bits
            return pair
        return replace(pair, top=self._keep(_shortened(pair.top)), bits=32)


def held(pair: Pair, bits: int) -> Pair:
    """The same number in more bits."""
    if pair.bits >= bits:
        return pair
    over = pair.over if isinstance(pair.over, int) else _cast(pair.over, bits)
    return replace(pair, top=_cast(pair.top, bits), over=over, bits=bits)


def _cast(formula: Formula, bits: int) -> Formula:
    return formula if isinstance(formula, Literal) or formula == NULL or bits not in BITS else call(BITS[bits], formula)


def _shortened(formula: Formula) -> Formula:
    return formula if isinstance(formula, Literal) or formula == NULL else call("SHORT", formula)
