"""A tree's formulas run on facts, beside what the bounds say of the same tree."""

from collections.abc import Container, Mapping
from fractions import Fraction
from math import inf
from typing import Any

from kaohe.backends.bounds import Interval, Missing, bounds, truths
from kaohe.backends.cells.formulas import Reference
from kaohe.backends.cells.magnitudes import ENDLESS, growing
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Found, Span, Truth, known, truth
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.python_code import compile_cells
from kaohe.backends.excel.sheet_writer import SheetWriter
from kaohe.expr.tree import Expr
from kaohe.scoring.calculation.shown import shown

Facts = Mapping[str, Any]
OVER = 10
"""Facts are in tenths."""


def as_written(tree: Expr, facts: Facts, everyday: float = 1000, certain: Container[str] = ()) -> Any:
    """What formulas make of a tree: (low, high) of a number, the set of a condition's values.

    Of facts that are `certain` it is known beforehand that they can't be missing.
    """
    found_of = {key: _certain if key in certain else _found for key in facts}
    writer = SheetWriter(Known({key: found_of[key](key, value, everyday) for key, value in facts.items()}))
    found = writer.write(tree)
    if isinstance(found, Truth):
        writer.cell("may", found.may)
        writer.cell("may_not", found.may_not)
    else:
        writer.cell("low", shown(found.low))
        writer.cell("high", shown(found.high))
    inputs = {name: value for key, fact in facts.items() for name, value in _inputs(key, fact).items()}
    values = compile_cells(writer.cells.items(), inputs)(inputs)
    if isinstance(found, Truth):
        return frozenset(one for one, name in ((True, "may"), (False, "may_not")) if values[name])
    return values["low"], values["high"]


def as_bounded(tree: Expr, facts: Facts, *, condition: bool) -> Any:
    """The same by the bounds."""
    if condition:
        return truths(tree, facts)
    low, high = bounds(tree, facts)
    return _side(low), _side(high)


def _side(side: Any) -> float:
    """A side as a cell shows it."""
    return float(side) if abs(side) != inf else (1e100 if side > 0 else -1e100)


def _found(key: str, value: Any, everyday: float) -> Found:
    if isinstance(value, bool) or (isinstance(value, Missing) and isinstance(value.possible, frozenset)):
        return Truth(Reference(f"{key}.may"), Reference(f"{key}.may_not"))
    size = growing(key, everyday * OVER, signed=True)
    return Span(*(Pair(Reference(f"{key}.{side}"), size, OVER) for side in ("low", "high")))


def _certain(key: str, value: Any, everyday: float) -> Found:
    found = _found(key, value, everyday)
    return truth(found.may) if isinstance(found, Truth) else known(found.low)


def _inputs(key: str, value: Any) -> dict[str, Any]:
    possible = value.possible if isinstance(value, Missing) else value
    if isinstance(possible, bool | frozenset):
        values = possible if isinstance(possible, frozenset) else {possible}
        return {f"{key}.may": True in values, f"{key}.may_not": False in values}
    low, high = possible if isinstance(possible, Interval) else (possible, possible)
    return {f"{key}.low": _numerator(low), f"{key}.high": _numerator(high)}


def _numerator(side: Any) -> float:
    if abs(side) == inf:
        return ENDLESS * 1e5 if side > 0 else -ENDLESS * 1e5
    numerator = Fraction(side) * OVER
    assert numerator.denominator == 1
    return numerator.numerator
