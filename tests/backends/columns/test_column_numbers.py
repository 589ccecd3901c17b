"""Numbers in columns: a quotient of quotients, whose denominators are columns themselves."""

from fractions import Fraction

import polars as pl

from kaohe.backends.cells.formulas import TRUE, Reference
from kaohe.backends.cells.magnitudes import Limits, between
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import known
from kaohe.backends.columns.column_numbers import ColumnNumbers
from kaohe.backends.columns.polars_code import expression

SMALL = between(1, 1000)


def quotient(top: str, over: str) -> Pair:
    return Pair(Reference(top), SMALL, Reference(over), SMALL, bits=64)


def test_a_quotient_of_quotients() -> None:
    numbers = ColumnNumbers(lambda formula: formula, Limits())
    found, _ = numbers.quotient(known(quotient("a", "b")), known(quotient("c", "d")))
    values = {"a": 3, "b": 7, "c": 5, "d": 11}
    columns = {name: pl.col(name) for name in values}
    sides = [expression(one, columns).alias(name) for name, one in (("top", found.top), ("over", found.divisor))]
    ((top, over),) = pl.DataFrame({name: [value] for name, value in values.items()}).select(sides).rows()
    assert Fraction(top, over) == Fraction(3, 7) / Fraction(5, 11)


def test_of_a_number_that_must_have_an_end_it_is_not_asked() -> None:
    assert ColumnNumbers(lambda formula: formula, Limits()).bounded(quotient("a", "b")) == TRUE
