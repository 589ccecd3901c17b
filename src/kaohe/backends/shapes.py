"""What a tree looks like once it is written: a row of terms, a product, a number rounded up, the least of a list."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.expr.tree import COMPUTABLE, Call, Const, Expr, If, Input, Op

TIGHT = {Op.MULTIPLY, Op.DIVIDE}
SIGNS = {Op.ADD: "+", Op.SUBTRACT: "-", Op.MULTIPLY: "×", Op.DIVIDE: "÷"}


def asks_existence(condition: Expr) -> bool:
    """Whether a condition is about facts being there, and computable: that is no reason to read while they are."""
    if isinstance(condition, Call) and condition.op is Op.AND:
        return any(map(asks_existence, condition.args))
    if isinstance(condition, Call) and condition.op is Op.OR:
        return all(map(asks_existence, condition.args))
    return isinstance(condition, Call) and (condition.op is Op.APPLICABLE or condition.label == COMPUTABLE)


def is_product(expr: Expr) -> bool:
    """Whether an operand is written as a product or a quotient."""
    return any(isinstance(side, Call) and side.op in TIGHT and not side.label for side in alternatives(expr))


def is_sum(side: Expr) -> bool:
    """Whether it is written as a sum or a difference."""
    sums = isinstance(side, Call) and side.op in SIGNS and side.op not in TIGHT and not side.label
    return sums and rounded_up(side) is None and lowest_of(side) is None


def rounded_up(expr: Expr) -> Expr | None:
    """What is rounded up: minus the floor of minus it."""
    match expr:
        case Call(Op.SUBTRACT, (Const(0), Call(Op.FLOOR, (Call(Op.SUBTRACT, (Const(0), steps)),)))):
            return steps
    return None


def lowest_of(expr: Expr) -> tuple[Input, Expr] | None:
    """The list and the body of which an expression is the least."""
    match expr:
        case Call(Op.SUBTRACT, (Const(0), Call(Op.HIGHEST, (Input() as listed, Call(Op.SUBTRACT, (Const(0), body)))))):
            return listed, body
    return None


def is_tally(expr: Expr) -> bool:
    """Whether it is how many of several conditions hold."""
    several = [one for _, one in signed_terms(expr)]
    return len(several) > 1 and all(isinstance(one, If) and _counts_one(one) for one in several)


def _counts_one(choice: If) -> bool:
    return (choice.then, choice.otherwise) == (Const(Fraction(1)), Const(Fraction(0)))


def alternatives(expr: Expr) -> Iterator[Expr]:
    """What may be written of a lesser or greater of two."""
    if isinstance(expr, Call) and expr.op in (Op.MINIMUM, Op.MAXIMUM) and not expr.label:
        for arg in expr.args:
            yield from alternatives(arg)
    else:
        yield expr


def signed_terms(expr: Expr, sign: str = "+") -> list[tuple[str, Expr]]:
    """A sum and difference as one row of signed terms."""
    if not (isinstance(expr, Call) and expr.op in (Op.ADD, Op.SUBTRACT) and not expr.label) or lowest_of(expr):
        return [(sign, expr)]
    left, right = expr.args
    turned = sign if expr.op is Op.ADD else "-" if sign == "+" else "+"
    return [*signed_terms(left, sign), *signed_terms(right, turned)]
