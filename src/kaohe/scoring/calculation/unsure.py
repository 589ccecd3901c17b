"""Facts that may turn out not to exist: a number over all ways in which they may, each way by itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Protocol

from kaohe.backends.cells.formulas import Formula, both, either, negation
from kaohe.backends.cells.spans import NO, YES, Span, Truth
from kaohe.backends.cells.writer import Writer
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import questioned

MOST_UNSURE = 3
"""So many are told apart: twice as many cells for each."""
Way = tuple[Formula, Mapping[str, Truth]]
"""Whether it can be so, and what then exists."""


class Existing(Protocol):
    """What is known of whether facts exist."""

    def group_of(self, key: str) -> str:
        """What decides whether an indicator exists, of which trees ask; nothing where it is settled."""

    def possible(self, group: str) -> tuple[Formula, Formula]:
        """Whether facts can exist, and whether they can be gone."""

    def existing(self, group: str, truth: Truth | None = None) -> Mapping[str, Truth]:
        """Whether the facts of a group exist, by their keys."""


class Unsure:
    """Writes numbers over all such ways."""

    def __init__(self, writer: Writer, facts: Existing) -> None:
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
        (low, high), before = several[0], held[0]
        for holds, one in zip(held[1:], several[1:], strict=True):  # one of the ways can be, whichever it is
            keep = self._writer.keep
            along, instead = keep(both(before, holds)), keep(both(negation(before), holds))
            low = pairs.choose(instead, one.low, pairs.choose(along, pairs.least(low, one.low), low))
            high = pairs.choose(instead, one.high, pairs.choose(along, pairs.greatest(high, one.high), high))
            before = keep(either(before, holds))
        return Span(low, high)
