"""How many decimals a number has at most, whatever the facts are."""

from collections.abc import Mapping
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op


def places_of(expr: Expr, known: Mapping[str, int]) -> int | None:
    """None where nothing bounds them; `known` are those of facts."""
    match expr:
        case Const(Fraction() as value):
            return _written(value)
        case Input(key):
            return known.get(key)
        case If(_, then, otherwise):
            return _most(places_of(then, known), places_of(otherwise, known))
        case Call(op, args):
            return _of_call(op, args, known)
    return None


def _of_call(op: Op, args: tuple[Expr, ...], known: Mapping[str, int]) -> int | None:
    match op, args:
        case Op.FLOOR | Op.MONTHS, _:
            return 0
        case Op.ROUND, (_, Const(Fraction() as places)):
            return int(places)
        case Op.TOTAL | Op.HIGHEST, (_, body):
            return places_of(body, known)
        case Op.ADD | Op.SUBTRACT | Op.MINIMUM | Op.MAXIMUM, (left, right):
            return _most(places_of(left, known), places_of(right, known))
        case Op.MULTIPLY, (left, Const(Fraction() as factor)):
            return _moved(places_of(left, known), factor)
        case Op.MULTIPLY, (left, right):
            first, second = places_of(left, known), places_of(right, known)
            return None if first is None or second is None else first + second
        case Op.DIVIDE, (left, Const(Fraction() as divisor)) if divisor:
            return _moved(places_of(left, known), 1 / divisor)
    return None


def _moved(places: int | None, factor: Fraction) -> int | None:
    """Of a number multiplied by one that is known: a hundred takes two decimals away."""
    if places is None:
        return None
    return _written(factor / 10**places)


def _written(value: Fraction) -> int | None:
    text = plain(value)
    return None if "/" in text else len(text.partition(".")[2])


def _most(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else max(left, right)
