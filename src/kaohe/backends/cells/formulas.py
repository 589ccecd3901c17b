"""Formulas of a spreadsheet as data: literals, references to cells by name, functions of them. Known truths fold."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    value: bool | float | str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell by its name; where it stands is the matter of whoever draws the sheet."""

    name: str


@dataclass(frozen=True, slots=True)
class Apply:
    """A function or an infix operator on its arguments; `python_code` has a line for each that there is."""

    function: str
    arguments: "tuple[Formula, ...]"


Formula = Literal | Reference | Apply
INFIX = frozenset({"+", "-", "*", "/", "=", ">", ">=", "&"})
TRUE, FALSE = Literal(True), Literal(False)


def call(function: str, *arguments: Formula) -> Formula:
    return Apply(function, arguments)


def number(value: float) -> Literal:
    return Literal(value)


def weight(formula: Formula) -> int:
    """How many literals and references a formula has."""
    return sum(map(weight, formula.arguments)) if isinstance(formula, Apply) else 1


def referred(formula: Formula) -> frozenset[str]:
    """The names of the cells that a formula reads."""
    if isinstance(formula, Apply):
        return frozenset().union(*map(referred, formula.arguments))
    return frozenset({formula.name}) if isinstance(formula, Reference) else frozenset()


def plus(left: Formula, right: Formula) -> Formula:
    match left, right:
        case Literal(float() | int() as one), Literal(float() | int() as other):
            return Literal(one + other)
        case Literal(0), _:
            return right
        case _, Literal(0):
            return left
    return call("+", left, right)


def minus(left: Formula, right: Formula) -> Formula:
    match left, right:
        case Literal(float() | int() as one), Literal(float() | int() as other):
            return Literal(one - other)
        case _, Literal(0):
            return left
    return call("-", left, right)


def times(left: Formula, right: Formula) -> Formula:
    match left, right:
        case Literal(float() | int() as one), Literal(float() | int() as other):
            return Literal(one * other)
        case (Literal(0), _) | (_, Literal(0)):
            return Literal(0)
        case Literal(1), _:
            return right
        case _, Literal(1):
            return left
    return call("*", left, right)


def least(*several: Formula) -> Formula:
    return _one_of("MIN", several)


def greatest(*several: Formula) -> Formula:
    return _one_of("MAX", several)


def _one_of(function: str, several: Sequence[Formula]) -> Formula:
    distinct = tuple(dict.fromkeys(several))
    if len(distinct) == 1:
        return distinct[0]
    values = [one.value for one in distinct if isinstance(one, Literal) and not isinstance(one.value, str)]
    if len(values) == len(distinct):
        return Literal(min(values) if function == "MIN" else max(values))
    return Apply(function, distinct)


def choose(condition: Formula, then: Formula, otherwise: Formula) -> Formula:
    """One of two numbers or texts, never of truths; the other may be an error."""
    if condition == TRUE or then == otherwise:
        return then
    if condition == FALSE:
        return otherwise
    return call("IF", condition, then, otherwise)


def both(*several: Formula) -> Formula:
    return _joined("AND", several, TRUE, FALSE)


def either(*several: Formula) -> Formula:
    return _joined("OR", several, FALSE, TRUE)


def _joined(function: str, several: Sequence[Formula], neutral: Literal, decisive: Literal) -> Formula:
    asked = tuple(dict.fromkeys(one for one in several if one != neutral))
    if decisive in asked:
        return decisive
    if len(asked) < 2:  # noqa: PLR2004 - one condition is itself
        return asked[0] if asked else neutral
    return Apply(function, asked)


def negation(condition: Formula) -> Formula:
    match condition:
        case Literal(bool() as value):
            return Literal(not value)
        case Apply("NOT", (inside,)):
            return inside
    return call("NOT", condition)


def compare(sign: str, left: Formula, right: Formula) -> Formula:
    """Two numbers compared; `sign` is one of `=`, `>` and `>=`."""
    match left, right:
        case Literal(float() | int() as one), Literal(float() | int() as other):
            return Literal({"=": one == other, ">": one > other, ">=": one >= other}[sign])
    return call(sign, left, right)


def total(several: Sequence[Formula]) -> Formula:
    """A sum of any number of terms, one behind another."""
    terms = [one for one in several if one != Literal(0)]
    if len(terms) < 2:  # noqa: PLR2004 - one term is itself
        return terms[0] if terms else Literal(0)
    return Apply("+", tuple(terms))
