"""Divisions by zero: which facts of a unit make something impossible to compute, where no rule says what then."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.tree import Call, Expr, If, Input, Op
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.terms import NONE as ZERO
from kaohe.formulas.terms import ONE
from kaohe.submission.gaps import is_missing

Row = Sequence[Any]
Undefined = Callable[[Row], Iterator[tuple[Fact, ...]]]


def conditions(trees: Iterable[tuple[Expr, str]]) -> tuple[Expr, ...]:
    """What must hold of a row that can be computed, each condition once.

    Each tree comes with the key of the list over whose members it runs, or nothing.
    """
    found: dict[str, Expr] = {}
    for tree, members in trees:
        condition = defined(tree)
        if condition is not None and members:
            wrong = Call(Op.TOTAL, (Input(members), If(condition, ZERO, ONE)))
            condition = ~(wrong > ZERO)
        if condition is not None:
            found.setdefault(str(condition), condition)
    return tuple(found.values())


def divisions(sound: Iterable[Expr], layout: RowLayout) -> Undefined:
    """A function that finds, in a row, the facts on which a divisor rests that is zero or less."""
    runs: list[tuple[tuple[Fact, ...], Compiled]] = []
    for condition in sound:
        facts = layout.find(facts_read(condition))
        runs.append((facts, compile_trees([condition], layout.slots(), 1, layout.divided())))

    def undefined(row: Row) -> Iterator[tuple[Fact, ...]]:
        for facts, run in runs:
            if not any(is_missing(fact, row) for fact in facts) and not run(row)[0]:
                yield facts

    return undefined
