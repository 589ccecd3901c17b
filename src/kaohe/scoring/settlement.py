"""What is due on an item's accounts, settled: the trees of what is applied, as one function that enters the lines."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from kaohe.backends.exact import define
from kaohe.backends.exact_code import Writer
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.applied import LedgerTrees, ledger
from kaohe.expr.numbers import Number
from kaohe.expr.tree import Expr
from kaohe.rubric.rule_parts.rule import Line
from kaohe.scoring.list_shares import shares

WHOLE = -1


class Entry(NamedTuple):
    """One line: its account's place (below zero for rounding), its member's place (or WHOLE), points in 1/scale."""

    account: int
    member: int
    due: Number
    applied: Number


Settle = Callable[[Sequence[Any], Callable[[Entry], None]], Any]
"""Reads all dues and limits, enters the lines of one item's accounts, and gives what they take together."""


def compile_settlement(item: ItemAccounts, start: int, limits: int, scale: int) -> Settle:
    """The function of an item whose first account is at `start` among all; points in 1/scale.

    Its limits that rest on facts stand from `limits` on. What is due on a list is a list of (member's place, number,
    name). What asks for nothing has no line.
    """
    names = list(item.due_names())
    slots = {name: f"v[{index}]" for index, name in enumerate(names, start)} | {f"{name}.*": "m[1]" for name in names}
    slots |= {name: f"v[{index}]" for index, name in enumerate(item.limits().values(), limits)}
    writer = Writer(slots, unit=scale)
    lines, taken = [], []
    named = item.named()
    for index, (account, trees) in enumerate(zip(named.accounts, ledger(named), strict=True), start):
        for name, tree in (*trees.steps, (f"a{index}", trees.applied)):
            lines += writer.keep(name, tree)
        taken.append(writer.slots[f"a{index}"])
        lines += _entries(partial(writer.scaled, scale=scale), index, account.line, trees, taken[-1])
    source = "\n    ".join(["def run(v, enter):", *lines, f"return {'+'.join(taken)}"])
    settle: Settle = define(source, Entry=Entry, new=tuple.__new__, shares=shares)
    return settle


def _entries(text: Callable[[Expr], str], index: int, line: Line, trees: LedgerTrees, taken: str) -> Iterator[str]:
    """Where something is due on an account, its line, or a line for each member of its list."""
    yield f"if v[{index}]:"
    if line.members:
        limit = "None" if line.limit is None else text(line.limit)
        yield f"    for one in shares(v[{index}], {limit}, {text(trees.withheld)}, {taken}):"
        yield f"        enter(Entry({index}, *one))"
    else:
        yield f"    enter(new(Entry, ({index}, {WHOLE}, {text(trees.due)}, {taken})))"
