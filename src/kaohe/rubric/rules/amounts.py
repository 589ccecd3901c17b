"""Amounts of points: as they stand, as a percent of the rule's points, or by a formula (按类别不同；加倍扣)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from kaohe.expr.numbers import Quantity, Scalar, read_number, read_quantity
from kaohe.expr.tree import ZERO, Call, Expr, Notation, Op, points
from kaohe.formulas.scope import Scope
from kaohe.formulas.tokens import names
from kaohe.rubric.rules.phrases import Words
from kaohe.rubric.rules.rule import Finding, Line

NO_LIMIT = "none"


def _read_amount(raw: object) -> Quantity | str:
    if isinstance(raw, str) and names(raw):
        return raw
    quantity: Quantity = read_quantity(raw)
    return quantity


def _read_most(raw: object) -> Fraction | str:
    return raw if isinstance(raw, str) and (raw == NO_LIMIT or names(raw)) else read_number(raw)


_SCHEMA = {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "minLength": 1}]}
Amount = Annotated[Quantity | str, Scalar(_read_amount, _SCHEMA)]
"""Points, a percent of the rule's points, or a formula of either."""
Most = Annotated[Fraction | str | None, Scalar(_read_most, _SCHEMA)]
"""The most that a rule awards: points, a formula, or `none` for no limit; left out, it is the rule's points."""


def amount(given: Quantity | str | None, full: Fraction, scope: Scope) -> Expr:
    """The amount as a tree; `full` are the rule's points."""
    assert given is not None  # noqa: S101 - `check` has seen to it
    if isinstance(given, str):
        return at_least_zero(given, scope)
    return points(given.value * full if given.unit is Notation.PERCENT else given.value)


def at_least_zero(formula: str, scope: Scope) -> Expr:
    """A formula's number, or nothing where it is below zero."""
    number = scope.number(formula)
    return number if scope.never_negative(formula) else Call(Op.MAXIMUM, (number, ZERO))


def amount_said(given: Quantity | str | None, full: Fraction, words: Words) -> str:
    """`1.5 分`, `「按类别的分」分`."""
    assert given is not None  # noqa: S101 - `check` has seen to it
    if isinstance(given, str):
        return words.choose(f"{words.name(given)} 分", f"{words.name(given)} points")
    return words.points(given.value * full if given.unit is Notation.PERCENT else given.value)


def award(full: Fraction, earned: Expr, most: Fraction | str | None, scope: Scope) -> Line:
    """The account of a rule that starts from nothing: what is earned, up to the most, against the full points."""
    limit = full if most is None else most
    if limit == NO_LIMIT:
        return Line(points(full) - earned)
    bound = at_least_zero(limit, scope) if isinstance(limit, str) else points(limit)
    return Line(points(full) - Call(Op.MINIMUM, (earned, bound)))


def most_said(full: Fraction, most: Fraction | str | None, words: Words) -> str:
    """Up to how much is awarded."""
    limit = full if most is None else most
    if limit == NO_LIMIT:
        return words.choose("，不封顶", ", without limit")
    said = amount_said(limit, full, words) if isinstance(limit, str) else words.points(limit)
    return words.choose(f"，合计最多 {said}", f", at most {said} in all")


def bonus_without_limit(full: Fraction, most: Fraction | str | None) -> Iterator[Finding]:
    """A rule that only gives a bonus must say how much at most."""
    if not full and most is None:
        yield Finding("most-expected", ())
