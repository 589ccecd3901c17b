"""Formulas as SQL: one line for each function that there is; a number is held in so many bits as it is written."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, NamedTuple

from kaohe.backends.cells.formulas import Formula, Literal, Reference
from kaohe.backends.columns.sql_dialects import LONG, SHORT, WIDE, Dialect

REPEATED = frozenset({"//", "MIN", "MAX", "SIGN"})
"""What has its arguments more than once in its text."""


class Sql(NamedTuple):
    """The text of a formula, and the bits of the whole number that it is; a truth has none."""

    text: str
    bits: int = 0


Function = Callable[..., Sql]


def written(formula: Formula, dialect: Dialect, columns: Mapping[str, Sql]) -> Sql:
    """A formula over columns by the names of cells."""
    if isinstance(formula, Literal):
        return _literal(formula.value, dialect)
    if isinstance(formula, Reference):
        return columns[formula.name]
    return FUNCTIONS[formula.function](dialect, *(written(one, dialect, columns) for one in formula.arguments))


def _literal(value: Any, dialect: Dialect) -> Sql:
    if isinstance(value, bool):
        return Sql(str(value).upper())
    return Sql(dialect.whole(value), dialect.bits_of(value))


def _widest(*several: Sql) -> int:
    return max(one.bits for one in several)


def _joined(sign: str) -> Function:
    """Any number of arguments with a sign between them."""
    return lambda _, *several: Sql(f"({f' {sign} '.join(one.text for one in several)})", _widest(*several))


def _compared(sign: str) -> Function:
    return lambda _, left, right: Sql(f"({left.text} {sign} {right.text})")


def _floor(dialect: Dialect, left: Sql, right: Sql) -> Sql:
    """By what is above zero; every engine cuts off towards zero. Of a divisor that is zero nobody asks."""
    bits = max(LONG, _widest(left, right))
    divisor = right.text if right.text.isdigit() else f"NULLIF({right.text}, 0)"
    quotient = dialect.towards_zero[bits](left.text, divisor)
    return Sql(f"({quotient} - CASE WHEN {left.text} % {divisor} < 0 THEN 1 ELSE 0 END)", bits)


def _extreme(sign: str) -> Function:
    """LEAST and GREATEST take NULL in another way in each engine."""

    def one_of(left: Sql, right: Sql) -> Sql:
        text = f"CASE WHEN {left.text} {sign} {right.text} THEN {left.text} ELSE {right.text} END"
        return Sql(text, _widest(left, right))

    return lambda _, *several: reduce(one_of, several)


def _chosen(_: Dialect, condition: Sql, then: Sql, otherwise: Sql) -> Sql:
    text = f"CASE WHEN {condition.text} THEN {then.text} ELSE {otherwise.text} END"
    return Sql(text, _widest(then, otherwise))


def _sign(_: Dialect, value: Sql) -> Sql:
    """SIGN is a double in some engine."""
    cases = " ".join(f"WHEN {value.text} {sign} 0 THEN {found}" for sign, found in ((">", 1), ("<", -1), ("=", 0)))
    return Sql(f"CASE {cases} END", SHORT)


def _cast(bits: int) -> Function:
    return lambda dialect, value: Sql(f"CAST({value.text} AS {dialect.types[bits]})", bits)


FUNCTIONS: Mapping[str, Function] = {
    "+": _joined("+"),
    "-": _joined("-"),
    "*": _joined("*"),
    "//": _floor,
    "=": _compared("="),
    ">": _compared(">"),
    ">=": _compared(">="),
    "AND": _joined("AND"),
    "OR": _joined("OR"),
    "NULL": lambda dialect: Sql(f"CAST(NULL AS {dialect.types[SHORT]})", SHORT),
    "NOT": lambda _, value: Sql(f"(NOT {value.text})"),
    "IF": _chosen,
    "MIN": _extreme("<"),
    "MAX": _extreme(">"),
    "ABS": lambda _, value: Sql(f"ABS({value.text})", value.bits),
    "SIGN": _sign,
    "ISNULL": lambda _, value: Sql(f"({value.text} IS NULL)"),
    "IFNULL": lambda _, *several: Sql(f"COALESCE({', '.join(one.text for one in several)})", _widest(*several)),
    "SHORT": lambda dialect, value: Sql(f"TRY_CAST({value.text} AS {dialect.types[SHORT]})", SHORT),
    "LONG": _cast(LONG),
    "WIDE": _cast(WIDE),
}
