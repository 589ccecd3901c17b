"""The expression tree every rule lowers to: four node shapes and one closed table of operators.

Arithmetic is on exact numbers, conditions on booleans. A tree says what a score is; it never computes one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction


class Op(Enum):
    """Every operator there is; a back-end is a table with a line for each."""

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"  # by what is above zero: where a divisor is not, `defined` says so and nothing is computed
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    FLOOR = "floor"
    ROUND = "round"  # (number, places): half up, away from zero
    MONTHS = "months"  # (date, date, started): the full months between them; with 1, a month begun counts as one
    AT_LEAST = "at_least"
    ABOVE = "above"
    EQUAL = "equal"
    NOT = "not"
    AND = "and"
    OR = "or"
    APPLICABLE = "applicable"  # whether the fact exists at all for this unit
    TOTAL = "total"  # (list, body): the body summed over the list's members
    HIGHEST = "highest"  # (list, body): the greatest that the body is for any member; there is one at least


class Notation(Enum):
    """How a number is written for people; it never changes what the number is."""

    NONE = ""
    POINTS = "points"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    DATE = "date"
    MONTH = "month"


class Expr:
    """Base of the four nodes; Python's operators build trees."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise TypeError("an expression has no truth value while a tree is being built; use If")

    def __add__(self, other: "Expr") -> "Call":
        return Call(Op.ADD, (self, other))

    def __sub__(self, other: "Expr") -> "Call":
        return Call(Op.SUBTRACT, (self, other))

    def __mul__(self, other: "Expr") -> "Call":
        return Call(Op.MULTIPLY, (self, other))

    def __truediv__(self, other: "Expr") -> "Call":
        return Call(Op.DIVIDE, (self, other))

    def __ge__(self, other: "Expr") -> "Call":
        return Call(Op.AT_LEAST, (self, other))

    def __gt__(self, other: "Expr") -> "Call":
        return Call(Op.ABOVE, (self, other))

    def __le__(self, other: "Expr") -> "Call":
        return Call(Op.AT_LEAST, (other, self))

    def __lt__(self, other: "Expr") -> "Call":
        return Call(Op.ABOVE, (other, self))

    def __and__(self, other: "Expr") -> "Call":
        return Call(Op.AND, (self, other))

    def __or__(self, other: "Expr") -> "Call":
        return Call(Op.OR, (self, other))

    def __invert__(self) -> "Call":
        return Call(Op.NOT, (self,))


@dataclass(frozen=True, slots=True)
class Const(Expr):
    """A number, a truth value or a choice's name."""

    value: Fraction | bool | str
    unit: Notation = field(default=Notation.NONE, compare=False)


@dataclass(frozen=True, slots=True)
class Input(Expr):
    """One raw fact, by its key: `item.indicator.field`, or `parameters.name`."""

    key: str


@dataclass(frozen=True, slots=True)
class Call(Expr):
    """An operator on its arguments. `label` names a derived fact, so that people read its name, not its formula."""

    op: Op
    args: tuple[Expr, ...]
    label: str = field(default="", compare=False)
    unit: Notation = field(default=Notation.NONE, compare=False)


@dataclass(frozen=True, slots=True)
class If(Expr):
    """One of two branches; the one not taken is never computed. `label` as of a Call."""

    condition: Expr
    then: Expr
    otherwise: Expr
    label: str = field(default="", compare=False)


def points(value: Fraction) -> Const:
    return Const(value, Notation.POINTS)


ZERO = points(Fraction(0))
COMPUTABLE = "computable"
"""The label of a condition that is only there so that nothing is divided by zero: people need not read it."""


def total(terms: Sequence[Expr]) -> Expr:
    """The sum of any number of terms."""
    return chain(Op.ADD, terms, ZERO)


def chain(op: Op, terms: Sequence[Expr], empty: Expr) -> Expr:
    """Terms joined by an operator that does not care for brackets, halved again and again; `empty` for none of them.

    So a hundred terms are seven levels deep, not a hundred.
    """
    if len(terms) < 2:  # noqa: PLR2004 - one term is itself
        return terms[0] if terms else empty
    half = (len(terms) + 1) // 2
    return Call(op, (chain(op, terms[:half], empty), chain(op, terms[half:], empty)))
