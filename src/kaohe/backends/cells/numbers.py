"""What a machine that computes cells does with numbers: a spreadsheet with doubles, a column with whole numbers."""

from collections.abc import Callable
from typing import Protocol

from kaohe.backends.cells.formulas import Formula
from kaohe.backends.cells.magnitudes import Limits
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span

Keep = Callable[[Formula], Formula]
"""Puts a long formula into a cell of its own; gives the formula, or a reference to that cell."""


class Numbers(Protocol):
    """Every operation on pairs that trees ask for; `limits` learns how large facts may be."""

    keep: Keep
    limits: Limits
    lowest: Pair
    highest: Pair
    """Sides that nothing bounds."""

    def kept(self, pair: Pair) -> Pair: ...

    def add(self, left: Pair, right: Pair) -> Pair: ...

    def subtract(self, left: Pair, right: Pair) -> Pair: ...

    def multiply(self, left: Pair, right: Pair) -> Pair: ...

    def product(self, left: Span, right: Span) -> Span:
        """Of two numbers of which neither is a constant and one at least may lie between two sides."""

    def quotient(self, left: Span, right: Span) -> Span:
        """By what is above zero; where it is not, there may be no end."""

    def least(self, left: Pair, right: Pair) -> Pair: ...

    def greatest(self, left: Pair, right: Pair) -> Pair: ...

    def choose(self, condition: Formula, then: Pair, otherwise: Pair) -> Pair: ...

    def is_at_least(self, left: Pair, right: Pair) -> Formula: ...

    def is_above(self, left: Pair, right: Pair) -> Formula: ...

    def equals(self, left: Pair, right: Pair) -> Formula: ...

    def bounded(self, pair: Pair) -> Formula:
        """Whether a side has an end."""

    def floor(self, value: Pair) -> Pair: ...

    def rounded(self, value: Pair, places: int) -> Pair:
        """To decimals, a half away from zero."""

    def months(self, first: Pair, last: Pair, started: int, *, low: bool) -> Pair:
        """The full months between two dates, or a side without end where one of these has none."""
