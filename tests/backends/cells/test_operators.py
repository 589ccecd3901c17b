"""Formulas say of a tree what its bounds say: every operator, known facts and missing ones, trees made up at random."""

from datetime import date
from fractions import Fraction
from itertools import product
from math import inf
from random import Random
from typing import Any

import pytest

from kaohe.backends.bounds import UNKNOWN, Interval, Missing
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.sheet_writer import SheetWriter
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from support.random_rows import seeded
from support.spans import Facts, as_bounded, as_written

NUMBERS = "abcd"
CONDITIONS = "pq"
TREES = 100
DEEPEST = 4


def number(random: Random, depth: int) -> Expr:
    if depth == 0 or random.random() < 0.15:
        constants = (0, 1, 2, -1, Fraction(1, 4), Fraction(1, 3), 10)
        return random.choice([Input(random.choice(NUMBERS)), Const(Fraction(random.choice(constants)))])
    op = random.choice([*NUMERIC, None])
    if op is None:
        return If(condition(random, depth - 1), number(random, depth - 1), number(random, depth - 1))
    if op is Op.ROUND:
        return Call(op, (number(random, depth - 1), Const(Fraction(random.choice((0, 1, 2))))))
    return Call(op, tuple(number(random, depth - 1) for _ in range(1 if op is Op.FLOOR else 2)))


def condition(random: Random, depth: int) -> Expr:
    if depth == 0 or random.random() < 0.1:
        return Input(random.choice(CONDITIONS))
    op = random.choice([*COMPARED, *JOINED, Op.NOT, Op.EQUAL, None])
    if op is None:
        return If(condition(random, 0), condition(random, depth - 1), condition(random, depth - 1))
    if op in JOINED or (op is Op.EQUAL and random.random() < 0.4):
        return Call(op, (condition(random, depth - 1), condition(random, depth - 1)))
    if op is Op.NOT:
        return Call(op, (condition(random, depth - 1),))
    return Call(op, (number(random, depth - 1), number(random, depth - 1)))


NUMERIC = (Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.MINIMUM, Op.MAXIMUM, Op.FLOOR, Op.ROUND)
COMPARED, JOINED = (Op.AT_LEAST, Op.ABOVE), (Op.AND, Op.OR)


def facts(random: Random) -> Facts:
    found: dict[str, Any] = {}
    for key in NUMBERS:
        one, other = sorted(Fraction(random.choice((-20, -5, 0, 0, 5, 10, 10, 15, 100)), 10) for _ in range(2))
        sides = random.choice(((one, other), (one, inf), (-inf, other), (-inf, inf)))
        found[key] = one if random.random() < 0.6 else Missing(Interval(*sides))
    for key in CONDITIONS:
        found[key] = random.choice((True, False, Missing(UNKNOWN)))
    return found


def there(known: Facts) -> list[str]:
    """The facts that are not missing."""
    return [key for key, value in known.items() if not isinstance(value, Missing)]


def full(random: Random) -> Facts:
    numbers: dict[str, Any] = {key: Fraction(random.choice((-20, -5, 0, 5, 10, 15, 100)), 10) for key in NUMBERS}
    return {**numbers, **{key: random.random() < 0.5 for key in CONDITIONS}}


def alike(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, frozenset):
        return bool(found == wanted)
    return all(abs(one - other) <= 1e-8 * max(1, abs(other)) for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("everyday", [10, 10**9, 10**12], ids=["exact", "partly rough", "rough"])
@pytest.mark.parametrize("made", [number, condition], ids=["numbers", "conditions"])
def test_trees_made_up_at_random(made: Any, everyday: float) -> None:
    random = seeded(5)
    for _ in range(TREES):
        tree = made(random, random.randint(1, DEEPEST))
        for _ in range(3):
            known = facts(random)
            wanted = as_bounded(tree, known, condition=made is condition)
            certain = [key for key in there(known) if random.random() < 0.5]
            assert alike(as_written(tree, known, everyday, certain), wanted), (tree, known)


@pytest.mark.parametrize("everyday", [10, 10**9, 10**12], ids=["exact", "partly rough", "rough"])
@pytest.mark.parametrize("made", [number, condition], ids=["numbers", "conditions"])
def test_what_can_not_be_missing(made: Any, everyday: float) -> None:
    random = seeded(6)
    for _ in range(TREES):
        tree, known = made(random, random.randint(1, DEEPEST)), full(random)
        wanted = as_bounded(tree, known, condition=made is condition)
        assert alike(as_written(tree, known, everyday, certain=known), wanted), (tree, known)


DAYS = [date.fromisoformat(one).toordinal() for one in ("2011-01-31", "2011-02-28", "2012-02-29", "2012-03-01")]


@pytest.mark.parametrize("started", [0, 1])
def test_months_between_dates(started: int) -> None:
    """On the last day of a month, over a leap day, backwards; a date that is missing may be any from the first on."""
    sides = [*DAYS, Missing(Interval(0, inf)), Missing(Interval(DAYS[1], inf)), Missing(Interval(0, DAYS[2]))]
    for key, later in product(sides, sides):
        tree = Call(Op.MONTHS, (Input("a"), Input("b"), Const(Fraction(started))))
        known = {"a": key, "b": later}
        for certain in ([], there(known)):
            assert as_written(tree, known, certain=certain) == as_bounded(tree, known, condition=False), known


def test_what_is_no_tree() -> None:
    with pytest.raises(TypeError):
        SheetWriter(Known()).write(Expr())


def test_the_lesser_of_numbers_too_large_for_pairs() -> None:
    halves = Call(Op.MINIMUM, (Input("a") / Const(Fraction(7)), Input("b") / Const(Fraction(9))))
    assert as_written(halves, {"a": Fraction(7), "b": Fraction(18)}, 10**13) == (1, 1)


@pytest.mark.parametrize(("least", "holds"), [("8641969", True), ("8641968.9", False), ("8641969.1", True)])
def test_a_threshold_that_is_a_product_of_doubles(least: str, holds: bool) -> None:  # noqa: FBT001
    """0.7 of 12345670 is less than it should be in a double."""
    known = {"a": Fraction(least), "b": Fraction(12345670), "c": Fraction(7, 10)}
    assert as_written(Input("a") >= Input("b") * Input("c"), known, 10**12) == {holds}
    assert as_written(Input("b") * Input("c") > Input("a"), known, 10**12) == {not holds}
