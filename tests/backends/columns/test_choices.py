"""Choices: which have a literal for a branch, and where a branch would stand twice."""

import pytest

from kaohe.backends.cells.formulas import FALSE, TRUE, Apply, Formula, Reference, call, choose, number
from kaohe.backends.columns.choices import each_once, has_literal

A, B = Reference("a"), Reference("b")
P, Q = Reference("p"), Reference("q")
ONE = number(1)


@pytest.mark.parametrize(
    ("formula", "has"),
    [
        (choose(P, ONE, A), True),
        (choose(P, A, ONE), True),
        (choose(P, A, B), False),
        (call("IF", TRUE, A, B), False),
        (call("+", A, ONE), False),
        (ONE, False),
    ],
)
def test_a_literal_for_a_branch(formula: Formula, *, has: bool) -> None:
    assert has_literal(formula) is has


def truths(*ends: Formula) -> Formula:
    """A choice between three truths."""
    return Apply("IF", (P, ends[0], Apply("IF", (Q, *ends[1:]))))


@pytest.mark.parametrize(
    ("condition", "then", "otherwise", "once"),
    [
        (truths(TRUE, FALSE, FALSE), A, ONE, True),
        (truths(TRUE, FALSE, FALSE), A, B, False),
        (truths(TRUE, TRUE, FALSE), A, B, False),
        (truths(TRUE, TRUE, FALSE), A, ONE, False),
        (truths(TRUE, TRUE, FALSE), ONE, B, True),
        (truths(TRUE, TRUE, FALSE), ONE, ONE, True),
        (Apply("IF", (P, TRUE, FALSE)), A, B, True),
    ],
)
def test_a_branch_stands_there_once(condition: Formula, then: Formula, otherwise: Formula, *, once: bool) -> None:
    assert each_once(condition, then, otherwise) is once
