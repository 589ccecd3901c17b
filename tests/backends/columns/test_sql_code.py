"""Formulas as SQL: DuckDB computes what Python does, and every dialect is read by a parser that knows it."""

from collections.abc import Iterator
from random import Random
from typing import Any

import duckdb
import pytest
import sqlglot

from kaohe.backends.cells.formulas import Apply, Formula, Literal, Reference, call, number
from kaohe.backends.columns.sql_code import FUNCTIONS, Sql, written
from kaohe.backends.columns.sql_dialects import DIALECTS, DUCKDB, LONG, SHORT, SPARK, TRINO, WIDE, Dialect
from kaohe.backends.columns.sql_text import select
from support.random_rows import seeded
from support.rounds import share

EDGES = (0, 1, -1, 2, -2, 7, -7, 2**31 - 1, -(2**31), 10**12 + 1, -(10**12) - 1)
WIDE_EDGES = (*EDGES, 2**63, -(2**63), 10**25 + 3, -(10**25) - 3)
COLUMNS = {"a b": Sql('"a b"', LONG), "是否": Sql('"是否"')}


def computed(formula: Formula) -> Any:
    (row,) = duckdb.execute(f"SELECT {written(formula, DUCKDB, {}).text}").fetchall()
    return row[0]


@pytest.mark.parametrize("divisor", [1, 2, 3, 10**9 + 7])
@pytest.mark.parametrize("value", WIDE_EDGES)
def test_a_quotient_is_cut_off_downwards(value: int, divisor: int) -> None:
    wide = call("WIDE", number(value))
    assert computed(call("//", wide, call("WIDE", number(divisor)))) == value // divisor
    assert computed(call("//", wide, number(divisor))) == value // divisor
    if abs(value) < 2**63:
        assert computed(call("//", number(value), number(divisor))) == value // divisor


def test_it_is_exact_where_doubles_are_not() -> None:
    assert computed(call("//", number(2**53 + 1), number(1))) == 2**53 + 1
    assert computed(call("//", call("WIDE", number(10**37 - 1)), number(10))) == 10**36 - 1


def test_a_divisor_of_zero_gives_nothing() -> None:
    assert computed(call("//", number(5), call("LONG", number(0)))) is None


def test_extremes_are_those_of_python() -> None:
    for one in EDGES:
        for other in EDGES:
            assert computed(call("MIN", number(one), number(other))) == min(one, other)
            assert computed(call("MAX", number(one), number(other))) == max(one, other)


def test_an_extreme_with_nothing_is_the_second() -> None:
    """As Polars has it; LEAST and GREATEST would say the number, or nothing, by the engine."""
    assert computed(call("MIN", call("NULL"), number(3))) == 3
    assert computed(call("MAX", number(3), call("NULL"))) is None


@pytest.mark.parametrize("value", EDGES)
def test_sign_and_size(value: int) -> None:
    assert computed(call("SIGN", number(value))) == (value > 0) - (value < 0)
    assert computed(call("ABS", call("LONG", number(value)))) == abs(value)


def test_a_number_that_is_held_in_fewer_bits_is_the_same_where_it_can_be() -> None:
    short = call("SHORT", call("WIDE", number(2**31 - 1)))
    assert computed(short) == 2**31 - 1
    assert computed(call("SHORT", call("WIDE", number(2**31)))) is None
    assert written(short, DUCKDB, {}).bits == SHORT


def test_nothing_has_no_sign() -> None:
    assert computed(call("SIGN", call("NULL"))) is None


TRUTHS = (True, False, None)


def _truth(value: bool | None) -> Formula:  # noqa: FBT001 - a truth is its matter
    return call("=", call("NULL"), number(0)) if value is None else Literal(value)


def test_truths_are_of_three_values() -> None:
    for one in TRUTHS:
        for other in TRUTHS:
            both = False if False in (one, other) else None if None in (one, other) else True
            assert computed(call("AND", _truth(one), _truth(other))) is both
            either = True if True in (one, other) else None if None in (one, other) else False
            assert computed(call("OR", _truth(one), _truth(other))) is either
        assert computed(call("NOT", _truth(one))) is (None if one is None else not one)
        assert computed(call("ISNULL", _truth(one))) is (one is None)
        assert computed(call("IFNULL", _truth(one), Literal(True))) is (one is not False)
        assert computed(call("IF", _truth(one), number(1), number(2))) == (1 if one else 2)


@pytest.mark.parametrize("seed", share(range(60), of=6))
def test_random_formulas_are_those_of_python(seed: int) -> None:
    formula, value = _random(seeded(seed), 4)
    assert computed(formula) == value
    for dialect in DIALECTS.values():
        sqlglot.parse_one(f"SELECT {written(formula, dialect, {}).text}", dialect=dialect.name)


def _random(random: Random, depth: int) -> tuple[Formula, int]:
    """A formula that is held in 127 bits, with its value."""
    if depth == 0:
        value = random.choice(EDGES)
        return call("WIDE", number(value)), value
    left, one = _random(random, depth - 1)
    right, other = _random(random, depth - 1)
    match random.choice("+-*/mMi"):
        case "+":
            return call("+", left, right, number(3)), one + other + 3
        case "-":
            return call("-", left, right), one - other
        case "*":
            return call("*", left, number(-1000)), one * -1000
        case "/":
            return call("//", left, number(7)), one // 7
        case "m":
            return call("MIN", left, right), min(one, other)
        case "M":
            return call("MAX", left, right), max(one, other)
    return call("IF", call(">=", left, right), call("ABS", left), right), abs(one) if one >= other else other


def every_function() -> Iterator[Apply]:
    truth, value = Reference("是否"), Reference("a b")
    for name in FUNCTIONS:
        if name == "NULL":
            yield Apply(name, ())
        elif name in ("NOT", "ISNULL", "ABS", "SIGN", "SHORT", "LONG", "WIDE"):
            yield Apply(name, (truth if name == "NOT" else value,))
        elif name == "IF":
            yield Apply(name, (truth, value, number(2**70)))
        else:
            yield Apply(name, (truth, truth) if name in ("AND", "OR") else (value, number(-3)))


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_every_function_is_read_in_every_dialect(dialect: Dialect) -> None:
    for formula in every_function():
        columns = {name: Sql(dialect.name_of(name), sql.bits) for name, sql in COLUMNS.items()}
        sqlglot.parse_one(select([written(formula, dialect, columns).text], "t"), dialect=dialect.name)


def test_the_bits_of_a_number_go_with_it() -> None:
    wide = written(call("+", Reference("a b"), call("WIDE", Reference("a b"))), DUCKDB, COLUMNS)
    assert wide == Sql('("a b" + CAST("a b" AS HUGEINT))', WIDE)
    assert written(call(">", Reference("a b"), number(2)), DUCKDB, COLUMNS) == ('("a b" > 2)', 0)


def test_wide_quotients_of_engines_without_wide_integers() -> None:
    formula = call("//", call("WIDE", number(2**70)), number(7))
    of_decimals = (
        "(CAST((CAST({wide} AS DECIMAL(38, 0)) - CAST({wide} AS DECIMAL(38, 0)) % 7) / 7 AS DECIMAL(38, 0))"
        " - CASE WHEN CAST({wide} AS DECIMAL(38, 0)) % 7 < 0 THEN 1 ELSE 0 END)"
    )
    assert written(formula, SPARK, {}) == Sql(of_decimals.format(wide=2**70), WIDE)
    assert written(formula, TRINO, {}) == Sql(of_decimals.format(wide=f"DECIMAL '{2**70}'"), WIDE)
    assert written(call("//", number(7), number(2)), SPARK, {}).text.startswith("((7 div 2) - ")


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("name", ["a.b", 'a"b', "a`b", "甲'乙", "a\\", "x; DROP TABLE y; --"])
def test_names_and_texts_end_where_they_should(dialect: Dialect, name: str) -> None:
    query = select([f"{dialect.text_of(name)} AS {dialect.name_of(name)}"], "t")
    tree: Any = sqlglot.parse_one(query, dialect=dialect.name)
    (column,) = tree.selects
    assert (column.alias, column.this.this) == (name, name)
