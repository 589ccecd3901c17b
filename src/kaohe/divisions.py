"""Divisions by zero: which facts of a unit make something impossible to compute, where no rule says what then."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.expr import Call, Expr, If, Input, Op, defined, inputs
from kaohe.facts import Fact, Layout
from kaohe.gaps import is_missing
from kaohe.terms import NONE as ZERO
from kaohe.terms import ONE

Row = Sequence[Any]
Undefined = Callable[[Row], Iterator[tuple[Fact, ...]]]


def divisions(trees: Iterable[tuple[Expr, str]], layout: Layout) -> Undefined:
    """A function that finds, in a row, the facts on which a divisor rests that is zero or less.

    Each tree comes with the key of the list over whose members it runs, or nothing.
    """
    found: dict[str, tuple[tuple[Fact, ...], Compiled]] = {}
    for tree, members in trees:
        condition = defined(tree)
        if condition is None:
            continue
        if members:
            wrong = Call(Op.TOTAL, (Input(members), If(condition, ZERO, ONE)))
            condition = ~(wrong > ZERO)
        facts = layout.find({key.partition(".*")[0] for key in inputs(condition)})
        if str(condition) not in found:
            run = compile_trees([condition], layout.slots(), 1, layout.divided())
            found[str(condition)] = facts, run

    def undefined(row: Row) -> Iterator[tuple[Fact, ...]]:
        for facts, run in found.values():
            if not any(is_missing(fact, row) for fact in facts) and not run(row)[0]:
                yield facts

    return undefined
