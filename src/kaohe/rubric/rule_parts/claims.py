"""What a rule's trees promise whatever facts are reported; `validate` proves it, or says where it can't hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Quantity, plain
from kaohe.expr.tree import Expr
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import amount

Path = tuple[str | int, ...]
Broken = Literal[
    "may-be-negative",
    "never-counts",
    "never-holds",
    "below-floor",
    "may-exceed-points",
    "otherwise-out-of-reach",
    "formula-zero",
]
"""What is wrong where a claim can't be proved: a number may be below zero, or is always zero; a condition never holds;
points fall below zero where the rule's floor would stop them in silence, or go beyond the rule's own; what is given
where the requirements fail is cut short by the rule's cap; a divisor is never above zero."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One promise; `path` leads to its place from the rule's own mapping."""

    broken: Broken
    path: Path
    tree: Expr
    parameters: Mapping[str, object] = field(default_factory=dict)
    most: Fraction = Fraction(0)
    """What the tree may come to, of points that must not exceed those of the rule."""


def sound_amount(given: Quantity | str | None, path: Path, full: Fraction, scope: Scope) -> Iterator[Claim]:
    """That an amount is not below zero, where it is a formula."""
    if isinstance(given, str):
        yield Claim("may-be-negative", path, amount(given, full, scope), {"formula": given})


def within_points(
    given: Quantity | str | None, path: Path, full: Fraction, scope: Scope, most: Fraction | None = None
) -> Iterator[Claim]:
    """That what is earned is not more than the rule's points, or than `most`, where it is a formula."""
    if isinstance(given, str):
        most = full if most is None else most
        parameters = {"formula": given, "points": plain(most)}
        yield Claim("may-exceed-points", path, amount(given, full, scope), parameters, most)
