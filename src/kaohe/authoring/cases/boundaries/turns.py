"""Where a tree takes another course: numbers of which the sign, or the whole part, decides what is computed."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op
from kaohe.expr.tree_questions import is_condition

COMPARED = (Op.AT_LEAST, Op.ABOVE, Op.EQUAL, Op.MINIMUM, Op.MAXIMUM)
HALF = Const(Fraction(1, 2))
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """A number; the course changes with its sign, or of a `whole` one with its whole part.

    `members` is the key of the list of whose members it is a number, empty for one of the unit.
    """

    number: Expr
    whole: bool = False
    members: str = ""


def turns(tree: Expr) -> tuple[Turn, ...]:
    """All of a tree, each once; how its own number is rounded in the end is none."""
    rounded = tree.args[0] if isinstance(tree, Call) and tree.op is Op.ROUND else tree
    return tuple(dict.fromkeys(_turns(rounded, "")))


def constants(tree: Expr) -> frozenset[tuple[Fraction, Notation]]:
    """The numbers that stand in a tree, with how they are written."""
    match tree:
        case Const(Fraction() as value, unit):
            return frozenset({(value, unit)})
        case Call(_, args):
            return frozenset().union(*map(constants, args))
        case If(condition, then, otherwise):
            return constants(condition) | constants(then) | constants(otherwise)
        case _:
            return frozenset()


def _turns(tree: Expr, members: str) -> Iterator[Turn]:
    match tree:
        case If(condition, then, otherwise):
            for part in (condition, then, otherwise):
                yield from _turns(part, members)
        case Call(Op.TOTAL | Op.HIGHEST, (Input(key), body)):
            yield from _turns(body, key)
        case Call(op, args):
            yield from _own(op, args, tree, members)
            for part in args:
                yield from _turns(part, members)


def _own(op: Op, args: tuple[Expr, ...], tree: Expr, members: str) -> Iterator[Turn]:
    if op in COMPARED and not any(map(_is_no_number, args)):
        yield Turn(args[0] - args[1], members=members)
    elif op is Op.FLOOR:
        yield Turn(args[0], whole=True, members=members)
    elif op is Op.MONTHS:
        yield Turn(tree, whole=True, members=members)
    elif op is Op.ROUND and isinstance(args[1], Const) and isinstance(args[1].value, Fraction):
        scale = Const(Fraction(TENTHS ** int(args[1].value)))
        yield Turn(args[0] * scale + HALF, whole=True, members=members)


def _is_no_number(one: Expr) -> bool:
    return (isinstance(one, Const) and not isinstance(one.value, Fraction)) or is_condition(one)
