"""What a tree means, said a second time as simply as can be: a recursive walk over fractions."""

import operator
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import RowLayout
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op


def _half_up(number: Fraction, places: Fraction) -> Fraction:
    whole, rest = divmod(abs(number) * 10 ** int(places), 1)
    size = Fraction(whole + (rest >= Fraction(1, 2)), 10 ** int(places))
    return size if number > 0 else -size


def _later(day: int, months: int) -> int:
    """The same day so many months on, or the last one of that month."""
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def full_months(first: int, last: int) -> int:
    """The most months that can be added to the first day without passing the last."""
    found = 0
    while _later(first, found + 1) <= last:
        found += 1
    while _later(first, found) > last:
        found -= 1
    return found


def months_begun(first: int, last: int) -> int:
    """The fewest months that must be added to the first day to reach the last."""
    found = full_months(first, last)
    return found + (_later(first, found) < last)


OPERATORS: Mapping[Op, Callable[..., Any]] = {
    Op.ADD: operator.add,
    Op.SUBTRACT: operator.sub,
    Op.MULTIPLY: operator.mul,
    Op.DIVIDE: lambda left, right: Fraction(left) / right,
    Op.MINIMUM: min,
    Op.MAXIMUM: max,
    Op.FLOOR: lambda number: Fraction(number) // 1,
    Op.MONTHS: lambda first, last, begun: (months_begun if begun else full_months)(int(first), int(last)),
    Op.ROUND: lambda number, places: _half_up(Fraction(number), places),
    Op.AT_LEAST: operator.ge,
    Op.ABOVE: operator.gt,
    Op.EQUAL: operator.eq,
    Op.NOT: operator.not_,
    Op.APPLICABLE: lambda fact: fact is not NOT_APPLICABLE,
}


def evaluate(expr: Expr, facts: Mapping[str, Any]) -> Any:
    """The value of a tree for facts by key; a list is a list of such mappings."""
    match expr:
        case Const(value):
            return value
        case Input(key):
            return facts[key]
        case If(condition, then, otherwise):
            return evaluate(then if evaluate(condition, facts) else otherwise, facts)
        case Call(Op.TOTAL, (Input(key), body)):
            return sum((evaluate(body, {**facts, **member}) for member in facts[key]), Fraction(0))
        case Call(Op.HIGHEST, (Input(key), body)):
            return max(evaluate(body, {**facts, **member}) for member in facts[key])
        case Call(Op.AND | Op.OR as op, (left, right)):
            first = evaluate(left, facts)
            return evaluate(right, facts) if first is (op is Op.AND) else first
        case Call(op, args):
            return OPERATORS[op](*[evaluate(arg, facts) for arg in args])
    raise TypeError(expr)


def facts_of(layout: RowLayout, row: Any) -> dict[str, Any]:
    """A row as facts by key."""
    found: dict[str, Any] = {}
    for fact in layout.facts:
        if not fact.indicator.list:
            found |= dict(zip(fact.keys(), row[fact.start :], strict=False))
        elif row[fact.start] is NOT_APPLICABLE or row[fact.start] is None:
            found[fact.key] = row[fact.start]
        else:
            found[fact.key] = [dict(zip(fact.field_keys(), member[1:], strict=True)) for member in row[fact.start]]
    return found
