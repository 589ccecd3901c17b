"""Divisions by zero: which facts of a unit make something impossible to compute, where no rule says what then."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.expr import defined, inputs
from kaohe.facts import Fact, Layout
from kaohe.gaps import is_missing
from kaohe.lowering import ItemTrees

Row = Sequence[Any]
Undefined = Callable[[Row], Iterator[tuple[Fact, ...]]]


def divisions(items: Sequence[ItemTrees], layout: Layout) -> Undefined:
    """A function that finds, in a row, the facts on which a divisor rests that is zero or less."""
    found: dict[str, tuple[tuple[Fact, ...], Compiled]] = {}
    for trees in items:
        for account in (account for part in trees.parts for account in part.accounts):
            condition = defined(account.line.due)
            if condition is not None and not account.line.members:
                facts = layout.find({key.partition(".*")[0] for key in inputs(condition)})
                found.setdefault(
                    str(condition), (facts, compile_trees([condition], layout.slots(), 1, layout.divided()))
                )

    def undefined(row: Row) -> Iterator[tuple[Fact, ...]]:
        for facts, run in found.values():
            if not any(is_missing(fact, row) for fact in facts) and not run(row)[0]:
                yield facts

    return undefined
