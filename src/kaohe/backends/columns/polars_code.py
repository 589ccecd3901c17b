"""Formulas as Polars expressions: one line for each function that there is."""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import add, and_, mul, or_
from typing import Any

import polars as pl

from kaohe.backends.cells.formulas import Formula, Literal, Reference

KINDS = {32: pl.Int32, 64: pl.Int64, 128: pl.Int128}
"""Whole numbers of so many bits."""


def expression(formula: Formula, columns: Mapping[str, pl.Expr]) -> pl.Expr:
    """A formula over columns by the names of cells."""
    if isinstance(formula, Literal):
        return _literal(formula.value)
    if isinstance(formula, Reference):
        return columns[formula.name]
    return FUNCTIONS[formula.function](*(expression(one, columns) for one in formula.arguments))


def _literal(value: Any) -> pl.Expr:
    if isinstance(value, bool | str):
        return pl.lit(value)
    return pl.lit(value, next(kind for bits, kind in KINDS.items() if abs(value) < 2 ** (bits - 1)))


def _each(join: Callable[[Any, Any], Any]) -> Callable[..., pl.Expr]:
    return lambda *several: reduce(join, several)


def _least(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    return pl.when(left < right).then(left).otherwise(right)


def _greatest(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    return pl.when(left > right).then(left).otherwise(right)


FUNCTIONS: Mapping[str, Callable[..., pl.Expr]] = {
    "+": _each(add),
    "-": lambda left, right: left - right,
    "*": _each(mul),
    "//": lambda left, right: left // right,
    "=": lambda left, right: left == right,
    ">": lambda left, right: right < left,
    ">=": lambda left, right: right <= left,
    "AND": _each(and_),
    "OR": _each(or_),
    "NOT": lambda value: ~value,
    "IF": lambda condition, then, otherwise: pl.when(condition).then(then).otherwise(otherwise),
    "MIN": _each(_least),
    "MAX": _each(_greatest),
    "NULL": lambda: pl.lit(None, pl.Int32),
    "ABS": lambda value: value.abs(),
    "SIGN": lambda value: value.sign(),
    "ISNULL": lambda value: value.is_null(),
    "IFNULL": pl.coalesce,
    "SHORT": lambda value: value.cast(pl.Int32, strict=False),  # what is refused afterwards may be anything here
    "LONG": lambda value: value.cast(pl.Int64),
    "WIDE": lambda value: value.cast(pl.Int128),
}
