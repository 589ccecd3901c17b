"""What a tree can be, as formulas: a number between two pairs, a condition that can be true, false or both."""

from typing import NamedTuple

from kaohe.backends.cells.formulas import FALSE, TRUE, Formula, negation
from kaohe.backends.cells.pairs import Pair


class Truth(NamedTuple):
    """Whether a condition can be true, and whether it can be false; one of the two at least."""

    may: Formula
    may_not: Formula

    @property
    def settled(self) -> bool:
        """Whether it is known while the formula is written that it can't be both."""
        return self.may_not == negation(self.may)


class Span(NamedTuple):
    """A number from `low` to `high`; they are one and the same where nothing that it rests on can be missing."""

    low: Pair
    high: Pair

    @property
    def exact(self) -> bool:
        return self.low is self.high


Found = Truth | Span
YES, NO = Truth(TRUE, FALSE), Truth(FALSE, TRUE)


def known(pair: Pair) -> Span:
    return Span(pair, pair)


def truth(condition: Formula) -> Truth:
    return Truth(condition, negation(condition))
