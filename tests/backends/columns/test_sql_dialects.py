"""What each engine writes in its own way."""

import pytest

from kaohe.backends.columns.column_widths import BITS
from kaohe.backends.columns.sql_dialects import DIALECTS, DUCKDB, LONG, SHORT, SPARK, TRINO, WIDE, Dialect


@pytest.mark.parametrize(
    ("value", "bits"),
    [(0, SHORT), (2**31 - 1, SHORT), (2**31, LONG), (-(2**63) + 1, LONG), (2**63, WIDE), (2**127 - 1, WIDE)],
)
def test_the_bits_of_a_whole_number(value: int, bits: int) -> None:
    assert Dialect.bits_of(value) == bits


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_each_kind_of_whole_numbers_by_its_bits(dialect: Dialect) -> None:
    """They are those in which columns hold numbers."""
    assert [*dialect.types] == [32, *BITS]


def test_whole_numbers() -> None:
    assert [one.whole(-5) for one in DIALECTS.values()] == ["(-5)"] * 3
    assert [DUCKDB.whole(one) for one in (-1, 0, 1)] == ["(-1)", "0", "1"]
    assert [one.whole(2**70) for one in (DUCKDB, SPARK, TRINO)] == [str(2**70), str(2**70), f"DECIMAL '{2**70}'"]


def test_names_and_texts() -> None:
    assert [one.name_of('a."b`') for one in (DUCKDB, SPARK, TRINO)] == ['"a.""b`"', '`a."b```', '"a.""b`"']
    assert [one.text_of("a'\\") for one in (DUCKDB, SPARK, TRINO)] == ["'a''\\'", "'a\\'\\\\'", "'a''\\'"]


def test_quotients() -> None:
    assert [one.towards_zero[LONG]("a", "b") for one in DIALECTS.values()] == ["(a // b)", "(a div b)", "(a / b)"]
    rest = "CAST((a - a % b) / b AS DECIMAL(38, 0))"
    assert [one.towards_zero[WIDE]("a", "b") for one in DIALECTS.values()] == ["(a // b)", rest, rest]
