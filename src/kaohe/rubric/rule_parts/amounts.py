"""Amounts of points: as they stand, as a percent of the rule's points, or by a formula (按类别不同；九项分担)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from kaohe.expr.numbers import Quantity, Scalar, read_quantity, read_signed_quantity
from kaohe.expr.sentence_tree import Facts, Sentence
from kaohe.expr.tree import Const, Expr, Notation, points
from kaohe.formulas.scope import Scope
from kaohe.formulas.tokens import is_formula
from kaohe.rubric.rule_parts.phrases import Words


def _read_amount(raw: object) -> Quantity | str:
    if isinstance(raw, str) and is_formula(raw):
        return raw
    quantity: Quantity = read_quantity(raw)
    return quantity


def _read_signed(raw: object) -> Quantity | str:
    return raw if isinstance(raw, str) and is_formula(raw) else read_signed_quantity(raw)


_SCHEMA = {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "minLength": 1}]}
_SIGNED_SCHEMA = {"anyOf": [{"type": "number"}, {"type": "string", "minLength": 1}]}
Amount = Annotated[Quantity | str, Scalar(_read_amount, _SCHEMA, "amount")]
"""Points, a percent of the rule's points, or a formula of either; what is taken, counted or allowed at most."""
SignedAmount = Annotated[Quantity | str, Scalar(_read_signed, _SIGNED_SCHEMA, "signed-amount")]
"""The same where a clause itself gives or takes (落实得3分，未落实扣3分): below zero it takes."""


def amount(given: Quantity | str | None, full: Fraction, scope: Scope) -> Expr:
    """The amount as a tree; `full` are the rule's points."""
    assert given is not None  # noqa: S101 - `check` has seen to it
    return scope.points(given) if isinstance(given, str) else points(written(given, full))


def priced(given: Quantity | str | None, scope: Scope) -> Iterator[Sentence]:
    """The facts that set an amount, where a formula does."""
    if isinstance(given, str):
        yield Facts(scope.points(given))


def short_of(full: Fraction, earned: Expr) -> Expr:
    """The points between what is earned and the full ones; of written numbers their difference."""
    match earned:
        case Const(Fraction() as value) if full:
            return points(full - value)
    return points(full) - earned


def beyond(full: Fraction, most: Expr) -> Expr:
    """How much more than the full points the most is."""
    match most:
        case Const(Fraction() as value):
            return points(value - full)
    return most - points(full)


def written(given: Quantity, full: Fraction) -> Fraction:
    """An amount that is no formula, in points."""
    return given.value * full if given.unit is Notation.PERCENT else given.value


def amount_said(given: Quantity | str | None, full: Fraction, words: Words) -> str:
    """`1.5 分`, `「按类别的分」分`."""
    assert given is not None  # noqa: S101 - `check` has seen to it
    if isinstance(given, str):
        return words.choose(f"{words.name(given)} 分", f"{words.name(given)} points")
    return words.points(written(given, full))


def earned_said(given: Quantity | str, full: Fraction, words: Words, more: str = "") -> str:
    """What is earned, or taken where it is below zero: `得 3 分`, `不得分`, `扣 3 分`; `more` is 再 or its like."""
    if isinstance(given, str):
        return words.choose(f"{more}得{amount_said(given, full, words)}", f"{amount_said(given, full, words)}{more}")
    value = written(given, full)
    if value < 0:
        return words.choose(f"扣 {words.points(-value)}", f"{words.points(-value)} off")
    return words.award(value, more)
