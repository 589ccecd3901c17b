"""What it means that every reader of an item's accounts says the same, and that nothing is lost between them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kaohe.backends.bounds import Interval, bounds
from kaohe.backends.exact import compile_trees
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.applied import ledger
from kaohe.compiler.remainders import left
from kaohe.expr.tree import Call, Expr, If, Input
from kaohe.scoring.compiled_rubric import CompiledRubric
from support.naive import evaluate, facts_of

Sums = tuple[Fraction, Fraction]
"""What is due and what is applied on one account, of a list on all its members together."""


class AccountReaders:
    """One item of a rubric, with its accounts' trees made ready for each reader."""

    def __init__(self, compiled: CompiledRubric, place: int = 0) -> None:
        self._compiled = compiled
        self._place = place
        self._item: ItemAccounts = compiled.items[place]
        self._all = list(_whole_trees(self._item))
        self._run = compile_trees(self._all, compiled.layout.slots, 1, compiled.layout.divided)

    def hold(self, row: Sequence[Any]) -> None:
        """For a row without a gap: ledger, code, naive walk and bounds agree on each account, and points add up."""
        facts = facts_of(self._compiled.layout, row)
        walked = [Fraction(evaluate(tree, facts)) for tree in self._all]
        assert self._ledger(row) == list(zip(walked[::2], walked[1::2], strict=True))
        assert list(self._run(row)) == walked
        assert self._bounds(row) == [Interval(number, number) for number in walked]
        reached, score = evaluate(left(self._item), facts), evaluate(self._compiled.score(self._place), facts)
        assert self._item.item.points - sum(walked[1::2]) == reached
        assert reached - self._rounded(row) == score

    def stay_within(self, row: Sequence[Any], partly: Sequence[Any]) -> None:
        """What is due and applied for a row lies between the bounds of the same row with some of its facts missing."""
        for number, interval in zip(self._run(row), self._bounds(partly), strict=True):
            assert interval.low <= number <= interval.high, (row, partly)

    def _ledger(self, row: Sequence[Any]) -> list[Sums]:
        """What the entries of a unit's ledger say of each of the item's accounts."""
        ledger, sums = self._compiled.ledger, defaultdict[int, list[Fraction]](lambda: [Fraction(0), Fraction(0)])
        for entry in ledger.score(row)[1]:
            sums[entry.account][0] += ledger.exact(entry.due)
            sums[entry.account][1] += ledger.exact(entry.applied)
        return [(sums[index][0], sums[index][1]) for index in ledger.of_item(self._place)]

    def _rounded(self, row: Sequence[Any]) -> Fraction:
        """What the ledger's last line takes, where the item has one."""
        ledger = self._compiled.ledger
        lines = [one for one in ledger.score(row)[1] if one.account < 0 and ledger.item_of(one) == self._place]
        return sum((ledger.exact(one.applied) for one in lines), Fraction(0))

    def _bounds(self, row: Sequence[Any]) -> list[Interval]:
        possible = self._compiled.possible(self._place, row)
        return [bounds(tree, possible) for tree in self._all]


def _whole_trees(item: ItemAccounts) -> Iterator[Expr]:
    """What is due and what is applied on each account, every step that they refer to in its place."""
    steps: dict[str, Expr] = {}
    for trees in ledger(item):
        for name, tree in trees.steps:
            steps[name] = _in_place(tree, steps)
        yield _in_place(trees.due, steps)
        yield _in_place(trees.applied, steps)


def _in_place(tree: Expr, steps: Mapping[str, Expr]) -> Expr:
    match tree:
        case Input(key):
            return steps.get(key, tree)
        case Call(op, args):
            return Call(op, tuple(_in_place(arg, steps) for arg in args))
        case If(condition, then, otherwise):
            return If(_in_place(condition, steps), _in_place(then, steps), _in_place(otherwise, steps))
    return tree
