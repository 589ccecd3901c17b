"""What a fact is compared with in a rule: a number, a percent, a date or a month, written or worked out (100 / 9)."""

from fractions import Fraction
from typing import Annotated

from kaohe.expr.numbers import Quantity, Scalar, Unreadable
from kaohe.expr.tree import Const, Expr, Notation
from kaohe.formulas.scope import Scope, UnknownReference
from kaohe.formulas.thresholds import THRESHOLD, read_threshold
from kaohe.formulas.tokens import ARITHMETIC, Malformed, is_formula, names


def _read_written(raw: object) -> Quantity:
    try:
        return read_threshold(raw)
    except Unreadable:
        if isinstance(raw, str) and is_formula(raw) and not names(raw):
            return _worked_out(raw)
        raise


def _worked_out(formula: str) -> Quantity:
    scope = Scope("", {}, {})
    try:
        tree, unit = scope.number(formula, times=True), scope.unit(formula)
    except Malformed as wrong:
        raise Unreadable(wrong.code, **wrong.parameters) from None
    except UnknownReference:  # it is a condition
        raise Unreadable("number-expected", found=formula) from None
    match tree:
        case Const(Fraction() as value):
            return Quantity(value, unit or (Notation.PERCENT if "%" in formula else Notation.NONE))
    raise Unreadable("number-expected", found=formula)


def _read_side(raw: object) -> Quantity | str:
    return raw if isinstance(raw, str) and names(raw) else _read_written(raw)


WRITTEN_SIDE = Scalar(
    _read_written,
    {"anyOf": [*THRESHOLD.schema["anyOf"], {"type": "string", "pattern": ARITHMETIC.pattern}]},
    "written-side",
)
WrittenSide = Annotated[Quantity, WRITTEN_SIDE]
"""A number that is known before any fact is."""
Side = Annotated[Quantity | str, Scalar(_read_side, {"anyOf": [{"type": "number"}, {"type": "string"}]}, "side")]
"""The same, or a formula of facts (各单位中最高的)."""


def side(given: Quantity | str, scope: Scope) -> Expr:
    """The side as a tree."""
    return scope.number(given, times=True) if isinstance(given, str) else given.const()


def side_unit(given: Quantity | str, scope: Scope) -> Notation | None:
    """Its unit; None where it fits percents and plain numbers."""
    return scope.unit(given) if isinstance(given, str) else given.unit
