"""Divisions by zero: which facts of a unit make something impossible to compute, where no rule says what then."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op, chain
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.terms import NONE as ZERO
from kaohe.formulas.terms import ONE
from kaohe.submission.gaps import is_missing

Row = Sequence[Any]
ABOVE = -1
"""Stands for the account of a formula of sections, of the whole or of grades."""


@dataclass(frozen=True, slots=True)
class Division:
    """What must hold for some accounts to be computed: no divisor of theirs is zero or less."""

    condition: Expr
    facts: tuple[Fact, ...]
    accounts: frozenset[int]


class Divisions:
    """Every division of a rubric, each condition once."""

    def __init__(self, trees: Iterable[tuple[int, Expr, str]], layout: RowLayout) -> None:
        """Each tree comes with its account and the key of the list over whose members it runs, or nothing."""
        self._layout = layout
        found: dict[str, tuple[Expr, set[int]]] = {}
        for account, tree, members in trees:
            condition = defined(tree)
            if condition is not None and members:
                wrong = Call(Op.TOTAL, (Input(members), If(condition, ZERO, ONE)))
                condition = ~(wrong > ZERO)
            if condition is not None:
                found.setdefault(str(condition), (condition, set()))[1].add(account)
        self.every: tuple[Division, ...] = tuple(
            Division(condition, layout.find(facts_read(condition)), frozenset(accounts))
            for condition, accounts in found.values()
        )
        self._runs: dict[int, Compiled] = {}

    def undefined(self, row: Row) -> tuple[Division, ...]:
        """Those that a row makes impossible; where a fact of one is missing, nothing is said of it."""
        if not self.every or (None not in row and self._complete(row) and self._together(row)[0]):
            return ()
        return tuple(self._impossible(row))

    def _impossible(self, row: Row) -> Iterator[Division]:
        for place, one in enumerate(self.every):
            if any(is_missing(fact, row) for fact in one.facts):
                continue
            if place not in self._runs:
                self._runs[place] = self._compiled(one.condition)
            if not self._runs[place](row)[0]:
                yield one

    def _complete(self, row: Row) -> bool:
        return not any(is_missing(fact, row) for fact in self._lists)

    @cached_property
    def _lists(self) -> list[Fact]:
        """The lists on which divisions rest: a member may be there in part."""
        lists = {fact.start: fact for one in self.every for fact in one.facts if fact.indicator.list}
        return list(lists.values())

    @cached_property
    def _together(self) -> Compiled:
        """All conditions at once: of most units they hold."""
        return self._compiled(chain(Op.AND, [one.condition for one in self.every], Const(True)))

    def _compiled(self, condition: Expr) -> Compiled:
        return compile_trees([condition], self._layout.slots, 1, self._layout.divided)
