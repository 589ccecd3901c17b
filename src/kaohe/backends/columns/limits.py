"""Between what a number lies, as far as its formula tells without any fact."""

from math import inf
from typing import NamedTuple

from kaohe.backends.cells.formulas import Apply, Formula, Literal, Reference
from kaohe.backends.columns.sums import Sum, summed


class Limits(NamedTuple):
    """Between what a number lies; what has a limit is never NULL."""

    low: float = -inf
    high: float = inf


class KnownLimits:
    """`cells` are what is known of cells, by their names."""

    def __init__(self) -> None:
        self.cells: dict[str, Limits] = {}

    def of(self, formula: Formula) -> Limits:
        """Between what a number lies, as far as that is seen."""
        match formula:
            case Literal(int() as value):
                return Limits(value, value)
            case Reference(name):
                return self.cells.get(name, Limits())
            case Apply("IF", (_, one, other)):
                first, second = self.of(one), self.of(other)
                return Limits(min(first.low, second.low), max(first.high, second.high))
            case Apply("MIN" | "MAX" as function, (left, right)):
                taken = min if function == "MIN" else max
                first, second = self.of(left), self.of(right)
                if second == Limits():  # where it is NULL so is the whole
                    return second
                return Limits(taken(first.low, second.low), taken(first.high, second.high))
            case Apply("LONG" | "WIDE" | "SHORT", (inside,)):
                return self.of(inside)
            case Apply("+" | "-" | "*", _):
                return self._of_sum(summed(formula))
        return Limits()

    def _of_sum(self, found: Sum) -> Limits:
        low = high = float(found.constant)
        for formula, many in found.parts:
            if isinstance(formula, Apply) and formula.function == "*":
                return Limits()
            sides = [side * many for side in self.of(formula)]
            low, high = low + min(sides), high + max(sides)
        return Limits(low, high)
