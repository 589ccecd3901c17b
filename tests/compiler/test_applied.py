"""The trees of an item's accounts: short where little is to be said, and no longer than their number asks for."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.applied import LedgerTrees, Step, ledger
from kaohe.compiler.remainders import left
from kaohe.expr.tree import ZERO, Call, Expr, If, Input, Op, points
from kaohe.expr.tree_questions import inputs, nodes
from support.rule_cases import Case

FACTS = {
    "done": {"label": "完成", "kind": "flag"},
    "late": {"label": "迟报", "kind": "count"},
    "towns": {"label": "各乡镇差错", "kind": "count", "list": True},
}
COUNTED = {"count": "late", "each": 1}
LATE: dict[str, Any] = {"type": "deductions", "points": 5, "deductions": [COUNTED]}
FIVE = points(Fraction(5))


def item(*rules: Any, vetoes: int = 0, **veto: Any) -> ItemAccounts:
    """An item whose dues have been computed before."""
    events = [{"when": "late", **veto} for _ in range(vetoes)]
    case = Case("made", {"indicators": FACTS, "rules": list(rules), "vetoes": events})
    return case.compiled.items[0].named()


def due(number: int) -> Expr:
    return Input(f"dues.it.{number}")


def step(number: int) -> Expr:
    return Input(f"steps.it.{number}")


def test_one_line_takes_what_is_due_up_to_its_points() -> None:
    within = Call(Op.MINIMUM, (due(0), FIVE))
    assert ledger(item(LATE)) == (LedgerTrees((Step("steps.it.0", within),), due(0), step(0)),)


def test_without_a_floor_a_line_takes_all_that_is_due() -> None:
    assert ledger(item({**LATE, "floor": "none"})) == (LedgerTrees((), due(0), due(0)),)


def test_a_gate_takes_its_points() -> None:
    (gate,) = ledger(item({"type": "all_or_nothing", "points": 5, "requires": "done"}))
    taken = If(due(0) > ZERO, Call(Op.MAXIMUM, (FIVE, ZERO)), ZERO)
    assert gate == LedgerTrees((Step("steps.it.0", taken),), due(0), step(0))


def test_a_penalty_takes_what_is_due() -> None:
    *_, penalty = ledger(item(LATE, vetoes=1, scope=[1], penalty=Decimal("2.5")))
    assert penalty == LedgerTrees((), due(2), due(2))


def test_a_list_asks_for_what_its_members_ask_for() -> None:
    (listed,) = ledger(item({**LATE, "deductions": [{"count": "towns", "each": 1, "cap": 2}]}))
    members, one = due(0), Input("dues.it.0.*")
    asked = Call(Op.TOTAL, (members, Call(Op.MINIMUM, (one, points(Fraction(2))))))
    within = Call(Op.MINIMUM, (step(0), FIVE))
    assert listed.steps == (Step("steps.it.0", asked), Step("steps.it.1", within))
    assert (listed.due, listed.applied) == (Call(Op.TOTAL, (members, one)), step(1))


MANY: dict[str, Callable[[int], ItemAccounts]] = {
    "lines in a part": lambda number: item({**LATE, "deductions": [COUNTED] * number}),
    "lines behind a gate": lambda number: item({**LATE, "deductions": [COUNTED] * number, "requires": "done"}),
    "parts on the item's floor": lambda number: item(*[{**LATE, "floor": "item"}] * number),
    "vetoes of the item": lambda number: item(LATE, vetoes=number),
    "vetoes of a part": lambda number: item(LATE, vetoes=number, scope=[1]),
}


@pytest.mark.parametrize("made", MANY.values(), ids=MANY.keys())
def test_trees_grow_with_the_number_of_accounts_and_no_faster(made: Callable[[int], ItemAccounts]) -> None:
    """So a form of a hundred clauses is compiled in a hundred times the time of one."""
    for size in (_of_ledger, _of_what_is_left):
        grown = [size(made(number)) for number in (3, 4, 5, 6, 7)]
        assert len({after - before for before, after in pairwise(grown)}) == 1, (size.__name__, grown)


@pytest.mark.parametrize("made", MANY.values(), ids=MANY.keys())
def test_a_step_is_only_named_after_it_was_computed(made: Callable[[int], ItemAccounts]) -> None:
    known = set(made(3).due_names())
    for trees in ledger(made(3)):
        for name, tree in trees.steps:
            assert inputs(tree) <= known
            known.add(name)
        assert inputs(trees.due) | inputs(trees.applied) | inputs(trees.withheld) <= known


def _of_ledger(one: ItemAccounts) -> int:
    trees = ledger(one)
    several = [tree for each in trees for tree in (each.due, each.applied, each.withheld)]
    return sum(map(_size, (*several, *(tree for each in trees for _, tree in each.steps))))


def _of_what_is_left(one: ItemAccounts) -> int:
    return _size(left(one))


def _size(tree: Expr) -> int:
    return sum(1 for _ in nodes(tree))
