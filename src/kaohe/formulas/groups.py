"""Lists whose members the rubric itself names, such as the items of a section: formulas over them are written out."""

from collections.abc import Mapping
from functools import reduce

from kaohe.expr.tree import Call, Expr, If, Input, Op, chain
from kaohe.formulas.terms import NONE

Groups = Mapping[str, tuple[Mapping[str, Expr], ...]]
"""Each list by its key: of every member, what stands for each of its facts, by the end of the fact's key."""


def unrolled(expr: Expr, groups: Groups) -> Expr:
    """The tree with every sum and every greatest over such a list written out, member by member."""
    match expr:
        case Call(Op.TOTAL | Op.HIGHEST as op, (Input(key), body)) if key in groups:
            each = [_put(body, {f"{key}.*{end}": one for end, one in member.items()}) for member in groups[key]]
            if op is Op.TOTAL or not each:
                return chain(Op.ADD, each, NONE)
            return reduce(lambda one, other: Call(Op.MAXIMUM, (one, other)), each)
        case Call(op, args, label, unit):
            return Call(op, tuple(unrolled(one, groups) for one in args), label, unit)
        case If(condition, then, otherwise, label):
            return If(unrolled(condition, groups), unrolled(then, groups), unrolled(otherwise, groups), label)
    return expr


def _put(expr: Expr, given: Mapping[str, Expr]) -> Expr:
    """The tree with these in place of the inputs of that name."""
    match expr:
        case Input(key):
            return given.get(key, expr)
        case Call(op, args, label, unit):
            return Call(op, tuple(_put(one, given) for one in args), label, unit)
        case If(condition, then, otherwise, label):
            return If(_put(condition, given), _put(then, given), _put(otherwise, given), label)
    return expr
