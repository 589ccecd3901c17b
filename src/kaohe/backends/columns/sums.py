"""Formulas as a constant and so many times each of several others: whole numbers make a ring, even where they wrap."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from math import gcd

from kaohe.backends.cells.formulas import Apply, Formula, Literal, minus, number, plus, times


@dataclass(frozen=True, slots=True)
class Sum:
    """`constant` and each formula of `parts` as often as it says."""

    constant: int
    parts: tuple[tuple[Formula, int], ...] = ()

    def plus(self, other: "Sum") -> "Sum":
        """What is added and taken away stays there twice: where it is NULL so is the sum."""
        counted: dict[tuple[Formula, bool], int] = {}
        for formula, many in (*self.parts, *other.parts):
            counted[formula, many > 0] = counted.get((formula, many > 0), 0) + many
        return Sum(self.constant + other.constant, tuple((one, many) for (one, _), many in counted.items()))

    def times(self, factor: int) -> "Sum":
        return Sum(self.constant * factor, tuple((one, many * factor) for one, many in self.parts))

    def shared(self, *others: int) -> int:
        """What divides the constant, how often each part stands there, and other numbers."""
        return gcd(self.constant, *others, *(many for _, many in self.parts))

    def divided(self, divisor: int) -> "Sum":
        return Sum(self.constant // divisor, tuple((one, many // divisor) for one, many in self.parts))

    def formula(self) -> Formula:
        """What is added first, what is taken away last; what is counted as often is put together before."""
        by_size: dict[int, list[tuple[Formula, int]]] = {}
        for formula, many in self.parts:
            by_size.setdefault(abs(many), []).append((formula, many))
        added: list[Formula] = []
        taken: list[Formula] = []
        for size, parts in by_size.items():
            above = [one for one, many in parts if many > 0]
            below = [one for one, many in parts if many < 0]
            together = size > 1 and bool(above)
            groups = [(above, below, added)] if together else [(above, [], added), (below, [], taken)]
            for first, second, into in groups:
                if first:
                    into.append(times(reduce(minus, second, reduce(plus, first)), number(size)))
        return _joined(self.constant, added, taken)


def _joined(constant: int, added: list[Formula], taken: list[Formula]) -> Formula:
    start = [number(constant)] if constant > 0 or (taken and not added) else []
    none: Formula = number(0)
    found = reduce(minus, taken, reduce(plus, [*start, *added], none))
    return minus(found, number(-constant)) if constant < 0 and not start else found


def summed(formula: Formula) -> Sum:
    """What is no sum is one of itself."""
    match formula:
        case Literal(int() as value):
            return Sum(value)
        case Apply("+", arguments):
            return reduce(Sum.plus, map(summed, arguments))
        case Apply("-", (left, right)):
            return summed(left).plus(summed(right).times(-1))
        case Apply("*", (Literal(int() as factor), other)) | Apply("*", (other, Literal(int() as factor))):
            return summed(other).times(factor)
    return Sum(0, ((formula, 1),))


def literals(formula: Formula) -> Iterator[Literal | None]:
    """What stands at the ends of a formula's choices; None for each that is no literal."""
    match formula:
        case Literal():
            yield formula
        case Apply("IF", (_, then, otherwise)):
            yield from literals(then)
            yield from literals(otherwise)
        case _:
            yield None
