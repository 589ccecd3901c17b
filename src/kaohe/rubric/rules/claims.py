"""What a rule's trees promise whatever facts are reported; `validate` proves it, or says where it can't hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Quantity
from kaohe.expr.tree import Expr
from kaohe.formulas.scope import Scope
from kaohe.rubric.rules.amounts import amount

Path = tuple[str | int, ...]
Broken = Literal["may-be-negative", "never-counts", "never-holds", "below-floor"]
"""What is wrong where a claim can't be proved: a number may be below zero, or is always zero; a condition never holds;
points fall below zero where the rule's floor would stop them in silence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One promise; `path` leads to its place from the rule's own mapping."""

    broken: Broken
    path: Path
    tree: Expr
    parameters: Mapping[str, object] = field(default_factory=dict)


def sound_amount(given: Quantity | str | None, path: Path, full: Fraction, scope: Scope) -> Iterator[Claim]:
    """That an amount is not below zero, where it is a formula."""
    if isinstance(given, str):
        yield Claim("may-be-negative", path, amount(given, full, scope), {"formula": given})
