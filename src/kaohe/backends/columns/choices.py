"""Choices in formulas: which are between literals, what is left of them where their condition is known."""

from kaohe.backends.cells.formulas import FALSE, TRUE, Apply, Formula, Literal
from kaohe.backends.columns.sums import literals


def decided(formula: Formula) -> bool:
    """Whether it is a choice between literals alone."""
    return isinstance(formula, Apply) and None not in literals(formula)


def has_literal(formula: Formula) -> bool:
    """Whether it is a choice with a literal for one of its branches at least."""
    return (
        isinstance(formula, Apply)
        and formula.function == "IF"
        and any(isinstance(one, Literal) for one in formula.arguments[1:])
    )


def each_once(condition: Formula, then: Formula, otherwise: Formula) -> bool:
    """Whether no branch that is more than a literal would stand there twice."""
    ends = [*literals(condition)]
    return (isinstance(then, Literal) or ends.count(TRUE) == 1) and (
        isinstance(otherwise, Literal) or ends.count(FALSE) == 1
    )


def given(formula: Formula, condition: Formula, *, holds: bool) -> Formula:
    """What is left of a formula where it is known whether a condition holds."""
    match condition:
        case Apply("AND" | "OR", several) if (condition.function == "AND") is holds:
            for one in several:
                formula = given(formula, one, holds=holds)
            return formula
    match formula:
        case Apply("IF", (asked, then, otherwise)) if asked == condition:
            return given(then if holds else otherwise, condition, holds=holds)
        case Apply(function, arguments):
            return Apply(function, tuple(given(one, condition, holds=holds) for one in arguments))
    return formula
