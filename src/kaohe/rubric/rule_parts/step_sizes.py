"""How long a step is, and how many of them lie between a number and its target."""

import re
from fractions import Fraction
from typing import Annotated, Literal

from kaohe.expr.numbers import POSITIVE, Quantity, Scalar, Unreadable, read_positive, shown
from kaohe.expr.tree import Call, Const, Expr, Notation, Op
from kaohe.formulas.terms import NONE, ONE

Direction = Literal["below", "above", "either"]
"""The bad side of a target; of a rule that only awards, the good one."""
Partial = Literal["whole", "started", "pro_rata"]
"""What a step that is not full counts: nothing, a step, its share."""
TIME_UNITS = {Notation.DATE: ("天", "day"), Notation.MONTH: ("个月", "month")}
_TIMED = re.compile(r"([1-9]\d*) (day|month)s?")
_UNITS = {"day": Notation.DATE, "month": Notation.MONTH}


def read_step(raw: object) -> Quantity:
    """A number above zero, `7 days` or `1 month`."""
    if isinstance(raw, str):
        found = _TIMED.fullmatch(raw)
        if found is None:
            raise Unreadable("step-expected", found=shown(raw))
        return Quantity(Fraction(found[1]), _UNITS[found[2]])
    return Quantity(read_positive(raw), Notation.NONE)


StepSize = Annotated[
    Quantity,
    Scalar(
        read_step, {"anyOf": [POSITIVE.schema, {"type": "string", "pattern": r"^[1-9][0-9]* (day|month)s?$"}]}, "step"
    ),
]
ONE_MONTH = Quantity(Fraction(1), Notation.MONTH)


def distance(number: Expr, target: Expr, direction: Direction) -> Expr:
    """How far a number is from its target in a direction; below zero on the other side."""
    short, over = target - number, number - target
    return _to(direction, short, over)


def months_apart(number: Expr, target: Expr, direction: Direction, partial: Partial) -> Expr:
    """The months from the earlier to the later of two dates; with `started`, one that has begun counts as one."""
    started = ONE if partial == "started" else NONE
    short, over = Call(Op.MONTHS, (number, target, started)), Call(Op.MONTHS, (target, number, started))
    return _to(direction, short, over)


def _to(direction: Direction, short: Expr, over: Expr) -> Expr:
    if direction == "either":
        return Call(Op.MAXIMUM, (short, over))
    return short if direction == "below" else over


def steps_in(length: Expr, size: Expr, partial: Partial) -> Expr:
    """How many steps of a size a length has, what lies on the other side of the target being none."""
    exact = Call(Op.MAXIMUM, (length, NONE))
    if size != ONE:
        exact = exact / size
    if partial == "pro_rata":
        return exact
    if partial == "whole":
        return Call(Op.FLOOR, (exact,))
    return NONE - Call(Op.FLOOR, (NONE - exact,))


def step_const(size: Quantity) -> Const:
    """The size as a number in the unit of what is measured."""
    return Const(size.value)
