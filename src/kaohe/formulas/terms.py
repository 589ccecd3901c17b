"""A part of a formula or a fact that rules refer to: its tree, and what may be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kaohe.expr.tree import Const, Expr, Notation

NONE, ONE = Const(Fraction(0)), Const(Fraction(1))


class Use(Enum):
    """What a reference or a formula stands for in a rule."""

    NUMBER = "number"
    CONDITION = "condition"
    CHOICE = "choice"


@dataclass(frozen=True)
class Term:
    """A part of a formula: its tree, and what may be done with it.

    A CHOICE is a mapping of its names to conditions. `percent` is whether a number is compared with percents, None
    where it may be. A `counted` number holds, as a condition, when it is above zero. `members` is the key of the list
    that the term runs over.
    """

    use: Use
    tree: Expr | Mapping[str, Expr]
    percent: bool | None = None
    counted: bool = False
    members: str = ""
    time: Notation = Notation.NONE
    """DATE or MONTH of a point in time: it is compared with its like, and taken from it."""
    result: bool = False
    """Whether it is what a rule, an item or what stands above items came to, and no fact."""

    def one(self) -> Expr:
        """The tree of a number or a condition."""
        assert isinstance(self.tree, Expr)  # noqa: S101 - only a CHOICE has several
        return self.tree


def result(tree: Expr, members: str = "") -> Term:
    """The points that a rule, an item or what stands above items came to, as formulas name them."""
    return Term(Use.NUMBER, tree, percent=False, members=members, result=True)
