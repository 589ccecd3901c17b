"""Formulas are shorter and give the same, NULL too: written out by hand, and at random."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

import polars as pl
import pytest

from kaohe.backends.cells.formulas import (
    FALSE,
    TRUE,
    Apply,
    Formula,
    Reference,
    both,
    call,
    choose,
    compare,
    either,
    greatest,
    least,
    minus,
    negation,
    number,
    plus,
    times,
)
from kaohe.backends.columns.folding import Folding
from kaohe.backends.columns.limits import Limits
from kaohe.backends.columns.polars_code import expression
from support.random_rows import seeded

A, B = Reference("a"), Reference("b")
P, Q = Reference("p"), Reference("q")
ZERO, ONE, TWO, FIVE, TEN = map(number, (0, 1, 2, 5, 10))
MANY = 400


@pytest.mark.parametrize(
    ("formula", "folded"),
    [
        (minus(FIVE, choose(P, ZERO, FIVE)), choose(P, FIVE, ZERO)),
        (times(plus(choose(P, TWO, ZERO), choose(Q, ONE, ZERO)), TEN), None),
        (choose(compare(">", choose(P, ZERO, FIVE), ZERO), A, B), choose(P, B, A)),
        (least(times(A, FIVE), TEN), times(least(A, TWO), FIVE)),
        (least(choose(P, TWO, ONE), FIVE), choose(P, TWO, ONE)),
        (greatest(choose(P, TWO, ONE), ONE), choose(P, TWO, ONE)),
        (greatest(FIVE, choose(P, TWO, ONE)), FIVE),
        (least(choose(P, A, TWO), ONE), choose(P, least(A, ONE), ONE)),
        (least(FIVE, choose(P, A, TWO)), choose(P, least(FIVE, A), TWO)),
        (least(choose(P, TWO, A), ONE), choose(P, ONE, least(A, ONE))),
        (least(times(A, TWO), TEN), times(least(A, FIVE), TWO)),
        (choose(P, choose(P, A, B), ZERO), choose(P, A, ZERO)),
        (choose(P, ZERO, choose(P, A, B)), choose(P, ZERO, B)),
        (choose(both(P, Q), choose(P, A, B), ZERO), choose(both(P, Q), A, ZERO)),
        (choose(either(P, Q), ZERO, choose(Q, A, B)), choose(either(P, Q), ZERO, B)),
        (choose(P, choose(Q, A, ZERO), ZERO), choose(both(P, Q), A, ZERO)),
        (choose(P, ZERO, choose(Q, ZERO, A)), choose(either(P, Q), ZERO, A)),
        (negation(compare(">", A, B)), compare(">=", B, A)),
        (negation(compare(">=", A, B)), compare(">", B, A)),
        (negation(both(negation(P), negation(Q))), either(P, Q)),
        (negation(either(negation(P), negation(Q))), both(P, Q)),
        (negation(both(P, negation(Q))), negation(both(P, negation(Q)))),
        (negation(compare(">", choose(P, ZERO, ONE), ZERO)), Apply("IF", (P, TRUE, FALSE))),
        (compare(">", TWO, choose(P, ONE, FIVE)), Apply("IF", (P, TRUE, FALSE))),
        (compare(">", choose(P, FIVE, ZERO), A), compare(">", choose(P, FIVE, ZERO), A)),
        (compare(">", choose(P, A, FIVE), ZERO), compare(">", choose(P, A, FIVE), ZERO)),
        (compare(">", ZERO, choose(P, A, FIVE)), compare(">", ZERO, choose(P, A, FIVE))),
        (call("//", choose(P, A, ZERO), choose(P, B, ONE)), choose(P, call("//", A, B), ZERO)),
        (call("//", choose(P, A, ZERO), choose(Q, B, ONE)), None),
        (call("LONG", choose(P, A, ZERO)), choose(P, call("LONG", A), ZERO)),
        (call("LONG", choose(P, ONE, ZERO)), call("LONG", choose(P, ONE, ZERO))),
        (minus(A, A), minus(A, A)),
        (call("ISNULL", A), call("ISNULL", A)),
        (least(A, B), least(A, B)),
        (A, A),
    ],
)
def test_what_is_known_folds(formula: Formula, folded: Formula | None) -> None:
    found = Folding().folded(formula)
    assert found == folded or folded is None
    assert _computed(found).equals(_computed(formula), null_equal=True)


def test_two_choices_by_one_condition_are_one() -> None:
    first = compare(">", choose(P, ZERO, FIVE), ZERO)
    second = compare(">", choose(P, choose(Q, ZERO, FIVE), ZERO), ZERO)
    assert Folding().folded(choose(either(first, second), ZERO, TEN)) == choose(both(P, Q), TEN, ZERO)


def test_no_branch_comes_to_stand_there_twice() -> None:
    for condition in (
        Apply("IF", (P, TRUE, compare(">", B, A))),
        Apply("IF", (P, TRUE, Apply("IF", (Q, FALSE, TRUE)))),
    ):
        assert Folding().folded(choose(condition, times(A, B), ZERO)) == choose(condition, times(A, B), ZERO)


def test_limits_of_cells_are_known() -> None:
    folding = Folding()
    folding.limits.cells["a"] = Limits(0, 5)
    assert folding.folded(least(A, TEN)) == A
    assert folding.folded(least(A, FIVE)) == A
    assert folding.folded(greatest(ZERO, A)) == A
    assert folding.limits.of(plus(times(A, number(-2)), FIVE)) == Limits(-5, 5)
    assert folding.limits.of(times(A, A)) == Limits()
    assert folding.limits.of(plus(times(A, A), ONE)) == Limits()
    assert folding.limits.of(call("LONG", A)) == Limits(0, 5)
    assert folding.limits.of(call("ABS", A)) == Limits()
    assert folding.limits.of(greatest(B, TWO)).low == 2
    assert folding.limits.of(greatest(TWO, B)) == Limits()


@pytest.mark.parametrize("seed", range(MANY))
def test_random_formulas_give_the_same(seed: int) -> None:
    formula = _number(seeded(seed), 5)
    assert _computed(Folding().folded(formula)).equals(_computed(formula), null_equal=True)


def _rows() -> Iterator[dict[str, int | bool | None]]:
    for a in (None, -3, 0, 1, 2, 7):
        for b in (None, 0, 2, 5):
            for p in (None, True, False):
                for q in (None, True, False):
                    yield {"a": a, "b": b, "p": p, "q": q}


FACTS = pl.DataFrame([*_rows()], schema={"a": pl.Int64, "b": pl.Int64, "p": pl.Boolean, "q": pl.Boolean})


class _Columns(dict[str, pl.Expr]):
    def __missing__(self, name: str) -> pl.Expr:
        return pl.col(name)


def _computed(formula: Formula) -> pl.Series:
    found = FACTS.lazy().with_columns(expression(formula, _Columns()).alias("found")).collect()["found"]
    return found if found.dtype == pl.Boolean else found.cast(pl.Int64)


def _number(random: Random, depth: int) -> Formula:
    way = random.randrange(9) if depth else random.randrange(2)
    if way == 0:
        return number(random.choice((0, 1, 2, 5, 10, -5)))
    if way == 1:
        return random.choice((A, B))
    if way in (2, 3):
        return choose(_condition(random, depth - 1), _number(random, depth - 1), _number(random, depth - 1))
    one, other = _number(random, depth - 1), _number(random, depth - 1)
    if way == 4:
        return times(one, number(random.choice((2, 5, 100, -1))))
    joins: Mapping[int, Callable[[Formula, Formula], Formula]] = {5: plus, 6: minus, 7: least, 8: greatest}
    return joins[way](one, other)


def _condition(random: Random, depth: int) -> Formula:
    way = random.randrange(6) if depth > 0 else 0
    if way == 0:
        return random.choice((P, Q))
    if way == 1:
        return negation(_condition(random, depth - 1))
    if way in (2, 3):
        return (both if way == 2 else either)(_condition(random, depth - 1), _condition(random, depth - 1))
    sign = random.choice(("=", ">", ">="))
    return compare(sign, _number(random, depth - 1), _number(random, depth - 1))
