"""Facts that may turn out not to exist: a number over all ways in which they may, each way by itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from kaohe.backends.excel.cells import Formula, both
from kaohe.backends.excel.pairs import HIGHEST, LOWEST
from kaohe.backends.excel.spans import NO, YES, Span, Truth
from kaohe.backends.excel.writer import Writer
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import questioned
from kaohe.scoring.calculation.facts import Facts

MOST_UNSURE = 3
"""So many are told apart: twice as many cells for each."""
Way = tuple[Formula, Mapping[str, Truth]]
"""Whether it can be so, and what then exists."""


class Unsure:
    """Writes numbers over all such ways."""

    def __init__(self, writer: Writer, facts: Facts) -> None:
        self._writer = writer
        self._facts = facts

    def groups(self, trees: Sequence[Expr]) -> list[str]:
        """The facts that may not exist of which trees ask, by what decides about them."""
        groups = dict.fromkeys(self._facts.group_of(key) for key in sorted(questioned(*trees)))
        return [group for group in groups if group]

    def told_apart(self, groups: Sequence[str]) -> bool:
        return len(groups) <= MOST_UNSURE

    def hulls(self, groups: Sequence[str], write: Callable[[], Sequence[Span]]) -> list[Span]:
        """What `write` gives, each number between the least and the greatest of all ways."""
        if not groups or not self.told_apart(groups):
            return list(write())
        ways, found = list(self._ways(groups)), []
        for _, exists in ways:
            with self._writer.given({}, exists):
                found.append(write())
        held = [self._writer.keep(holds) for holds, _ in ways]
        return [self._hull(held, several) for several in zip(*found, strict=True)]

    def _ways(self, groups: Sequence[str]) -> Iterator[Way]:
        for way in product((True, False), repeat=len(groups)):
            exists: dict[str, Truth] = {}
            conditions = []
            for group, there in zip(groups, way, strict=True):
                exists |= self._facts.existing(group, YES if there else NO)
                may_exist, may_be_gone = self._facts.possible(group)
                conditions.append(may_exist if there else may_be_gone)
            yield both(*conditions), exists

    def _hull(self, held: Sequence[Formula], several: Sequence[Span]) -> Span:
        if len(set(several)) == 1:
            return several[0]
        pairs = self._writer.pairs
        low, high = HIGHEST, LOWEST
        for holds, one in zip(held, several, strict=True):
            low = pairs.least(low, pairs.choose(holds, one.low, HIGHEST))
            high = pairs.greatest(high, pairs.choose(holds, one.high, LOWEST))
        return Span(low, high)
