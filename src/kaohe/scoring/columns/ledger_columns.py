"""The ledger as columns: what is due for certain and applied on each account, and whether more may be due."""

from collections.abc import Iterator
from dataclasses import replace

from kaohe.backends.cells.formulas import FALSE, Formula, both, either, negation
from kaohe.backends.cells.pairs import ZERO, Pair, whole
from kaohe.backends.cells.spans import Found, Span, known
from kaohe.backends.columns.column_widths import TooLarge
from kaohe.compiler.accounts import Account, ItemAccounts
from kaohe.compiler.applied import ledger
from kaohe.expr.tree import Expr, Input
from kaohe.scoring.calculation.unsure import Unsure
from kaohe.scoring.columns.column_facts import ColumnFacts
from kaohe.scoring.columns.column_writer import ColumnWriter

LEDGER = "ledger"
"""The room of its cells."""
Entry = tuple[str, Pair, Pair, Formula]
"""An account as ITEM.N, what is due and applied on it, and whether what is due is open."""


class LedgerColumns:
    """Writes the accounts of items in the order in which they drain them; of a list all members are one account.

    While facts are missing it says what none of them can take back.
    """

    def __init__(self, writer: ColumnWriter, unsure: Unsure, facts: ColumnFacts) -> None:
        self._writer, self._unsure, self._facts = writer, unsure, facts

    def write(self, item: ItemAccounts) -> Iterator[Entry]:
        writer, named = self._writer, item.named()
        writer.room = f"{LEDGER}.{item.item.id}"
        still_open = [self._due(name, one) for name, one in zip(item.due_names(), item.accounts, strict=True)]
        for tree, name in item.limits().items():
            writer.known.facts[name] = known(self._limit(self._over_ways(tree)))
        for place, (trees, more) in enumerate(zip(ledger(named), still_open, strict=True)):
            for step in trees.steps:
                writer.known.facts[step.name] = writer.write(step.tree)
            due, applied = (writer.number(tree) for tree in (trees.due, trees.applied))
            yield f"{item.item.id}.{place}", due.low, applied.low, more

    def _due(self, name: str, account: Account) -> Formula:
        """Puts the least that is due under its name; gives whether more may be."""
        line, writer = account.line, self._writer
        if not line.members:
            found = self._over_ways(line.due)
            writer.known.facts[name] = known(self._certain(found))
            return self._differs(found)
        listed = writer.lists[line.members]

        def least() -> Found:
            return known(self._certain(self._over_ways(line.due)))

        def differs() -> Found:
            return known(writer.pairs.choose(self._differs(self._over_ways(line.due)), whole(1), ZERO))

        writer.lists[name] = replace(listed, missing=FALSE, made={f"{name}.*": least, f"{name}.*.open": differs})
        if self._facts.complete:
            return FALSE
        some = writer.pairs.is_above(writer.total(name, Input(f"{name}.*.open")).low, ZERO)
        return writer.keep(either(some, self._may_come(line.members, listed.missing)))

    def _may_come(self, key: str, missing: Formula) -> Formula:
        """Whether a list is missing that may exist."""
        group = self._facts.group_of(key)
        return both(missing, self._facts.possible(group)[0]) if group else missing

    def _over_ways(self, tree: Expr) -> Span:
        groups = self._unsure.groups([tree])
        if not self._unsure.told_apart(groups):
            raise TooLarge
        (found,) = self._unsure.hulls(groups, lambda: [self._writer.number(tree)])
        return found

    def _certain(self, span: Span) -> Pair:
        """The least of a number; nothing where it has no least."""
        pairs = self._writer.pairs
        return replace(pairs.choose(pairs.bounded(span.low), span.low, ZERO), end=0)

    def _limit(self, span: Span) -> Pair:
        certain = self._certain(span)
        return certain if self._facts.complete else self._writer.pairs.greatest(ZERO, certain)

    def _differs(self, span: Span) -> Formula:
        return FALSE if span.exact else negation(self._writer.pairs.equals(span.low, span.high))
