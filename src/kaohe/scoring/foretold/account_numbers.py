"""What the numbers of an item's accounts may be before a unit is known: due, applied, limits, the steps between."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kaohe.backends.bounds import Interval, Missing, MissingList, truths, widest
from kaohe.backends.traced.decimal_places import places_of
from kaohe.backends.traced.known import Known, Side
from kaohe.backends.traced.signs import ABOVE, AT_LEAST, BELOW
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.applied import LedgerTrees, ledger
from kaohe.expr.tree import ZERO, Expr, Input
from kaohe.expr.tree_questions import is_condition
from kaohe.rubric.rule_parts.rule import Line

DUE, APPLIED = "due", "applied"
"""What stands before the names of what is due and applied on an account: `applied.ITEM.N`."""


class Numbers(NamedTuple):
    """The trees of what is due and applied on one account, of a list on all its members together."""

    due: Expr
    applied: Expr


class AccountNumbers:
    """Those of one item: `known` with them, and the trees that name them."""

    def __init__(self, item: ItemAccounts, known: Known) -> None:
        self._facts: dict[str, Any] = dict(known.facts)
        self._decimals: dict[str, int] = dict(known.decimals)
        for name, account in zip(item.due_names(), item.accounts, strict=True):
            self._take_due(name, account.line)
        for tree, name in item.limits().items():
            self._take(name, tree)
        self.numbers = [
            self._account(f"{item.item.id}.{place}", trees) for place, trees in enumerate(self._settled(item))
        ]
        self.known = Known(self._facts, self._decimals, known.language)

    def never_gives(self, number: Expr) -> bool:
        """Whether a number is never below zero."""
        return widest(number, self._facts).low >= 0

    def _settled(self, item: ItemAccounts) -> Iterator[LedgerTrees]:
        """The trees of all accounts; their steps are taken before."""
        for trees in ledger(item.named()):
            for name, tree in trees.steps:
                self._take(name, tree)
            yield trees

    def _take_due(self, name: str, line: Line) -> None:
        if line.members:
            self._take(f"{name}.*", line.due)
            self._facts[name] = MissingList({"": self._facts[f"{name}.*"].possible})
        else:
            self._take(name, line.due)

    def _take(self, name: str, tree: Expr) -> None:
        if is_condition(tree):
            self._facts[name] = Missing(truths(tree, self._facts))
            return
        self._facts[name] = Missing(widest(tree, self._facts))
        places = places_of(tree, self._decimals)
        self._decimals |= {} if places is None else {name: places}

    def _account(self, end: str, trees: LedgerTrees) -> Numbers:
        """What an account takes lies between nothing and what is due, unless it may give."""
        due, applied = f"{DUE}.{end}", f"{APPLIED}.{end}"
        self._take(due, trees.due)
        self._take(applied, trees.applied)
        asked, taken = self._facts[due].possible, self._facts[applied].possible
        if asked.low >= 0:
            self._facts[applied] = Missing(Interval(max(taken.low, 0), min(taken.high, asked.high)))
        return Numbers(Input(due), Input(applied))

    def sides(self, place: int) -> Iterator[Side]:
        """Of an account that has a line: something is due, and no more is taken."""
        due, applied = self.numbers[place]
        yield due, ZERO, ABOVE | BELOW
        if self.never_gives(due):
            yield due, applied, AT_LEAST
