"""What the signs of formulas make of two trees, and the numbers that stand in formulas."""

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction

from kaohe.expr.tree import Call, Const, Expr, Notation, Op
from kaohe.formulas.terms import Term
from kaohe.formulas.thresholds import read_date, read_month


def folded(tree: Call) -> Expr:
    """Arithmetic of two numbers that are written, done at once; a division by zero is left for whoever asks."""
    match tree:
        case Call(op, (Const(Fraction() as one, unit), Const(Fraction() as other))) if op in FOLDS and (
            op is not Op.DIVIDE or other
        ):
            kept = unit if op in (Op.ADD, Op.SUBTRACT) else Notation.NONE  # 70% * 6 is 4.2
            return Const(FOLDS[op](one, other), kept)
    return tree


def as_percent(tree: Expr, beside: Term) -> Expr:
    """A number that was worked out is a percent where it is compared with percents."""
    match tree:
        case Const(Fraction() as value, Notation.NONE) if beside.percent:
            return Const(value, Notation.PERCENT)
    return tree


FOLDS: Mapping[Op, Callable[[Fraction, Fraction], Fraction]] = {
    Op.ADD: operator.add,
    Op.SUBTRACT: operator.sub,
    Op.MULTIPLY: operator.mul,
    Op.DIVIDE: operator.truediv,
}
COMPARISONS: Mapping[str, Callable[[Expr, Expr], Expr]] = {
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    "<": lambda left, right: left < right,
    "=": lambda left, right: Call(Op.EQUAL, (left, right)),
    "!=": lambda left, right: ~Call(Op.EQUAL, (left, right)),
}
TIMES = (Notation.DATE, Notation.MONTH)
UNITS = {"percent": Notation.PERCENT, "date": Notation.DATE, "month": Notation.MONTH}
LITERALS: Mapping[str, Callable[[str], Fraction]] = {
    "number": Fraction,
    "percent": lambda text: Fraction(text[:-1]) / 100,
    "date": lambda text: Fraction(read_date(text)),
    "month": lambda text: Fraction(read_month(text)),
}
