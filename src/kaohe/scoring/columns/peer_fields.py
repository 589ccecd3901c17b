"""A fact over all units as columns: a whole number over one that is known before, or over another column."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from math import isinf

from kaohe.backends.cells.formulas import Formula, Reference, call, number
from kaohe.backends.cells.magnitudes import Limits, Magnitude, between, constant, growing
from kaohe.backends.cells.pairs import Pair
from kaohe.compiler.row_layout import Fact
from kaohe.scoring.calculation.decimals import EVERYDAY, FIVEFOLD
from kaohe.scoring.columns.column_fields import ColumnField

OVER = "over."
"""What stands before the key of a fact whose denominator is a column: the name of that column."""
MANY = 10**7
"""So many units there are at most."""
LONGEST = 2**63 - 1
"""The largest whole number that a column holds."""


class PeerField(ColumnField):
    """The field of a fact over all units; `plain` are the decimals of the fact of which it is, where it is of one."""

    def __init__(self, fact: Fact, plain: int | None) -> None:
        super().__init__(fact.key, fact.indicator, "", {})
        assert fact.indicator.peers is not None  # noqa: S101 - the caller has seen to it
        self.peers = fact.indicator.peers
        self._plain = 0 if plain is None else plain
        self._counted = self.peers.take in ("rank", "number")
        self.apart = self.peers.take == "mean" or (plain is None and not self._counted)
        """Whether its denominator is a column."""

    @cached_property
    def decimals(self) -> int:
        usual = super().decimals
        if self._counted:
            return max(usual, 1) if self.peers.ties == "mean" else usual  # the mean of two places may be a half
        return max(usual, self._plain)

    @property
    def over(self) -> int:
        """What its whole number is over where that is no column."""
        return int(10**self.decimals)

    @cached_property
    def size(self) -> Magnitude:
        if self._counted:
            return between(0, MANY * self.over)
        one = FIVEFOLD if self.indicator.kind == "percent" else EVERYDAY
        many = MANY if self.peers.take in ("mean", "sum") else 1
        return growing(self.key, one * many * self.over, signed=True)

    @cached_property
    def _under(self) -> Magnitude:
        return growing(f"{OVER}{self.key}", MANY * self.over) if self.apart else constant(self.over)

    def limits(self, limits: Limits) -> Iterator[tuple[str, tuple[int, int]]]:
        yield from super().limits(limits)
        if self.apart:
            name = f"{OVER}{self.key}"
            yield name, (1, min(int(self._under.highs[limits.step(name)]), LONGEST))

    def held(self, step: int) -> tuple[int, int]:
        """Its range binds only those who publish it."""
        return max(int(self.size.lows[step]), -LONGEST), min(int(self.size.highs[step]), LONGEST)

    def _side(self, column: Formula, place: int) -> Pair:
        side, name = self.span[place], f"{OVER}{self.key}"
        endless = isinstance(side, float) and isinf(side)
        found = self._pair(column, (1 if place else -1) if endless else 0)
        if self.apart:
            found = replace(found, over=call("IFNULL", Reference(name), number(self.over)))
        return found if endless else replace(found, top=call("IFNULL", column, number(int(side * self.over))))

    def _pair(self, top: Formula, end: int) -> Pair:
        over = Reference(f"{OVER}{self.key}") if self.apart else self.over
        return Pair(top, self.size, over, self._under, end=end, bits=64)
