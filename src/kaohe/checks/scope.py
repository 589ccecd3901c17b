"""A scope that goes on past a wrong reference, so that all of them are found in one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaohe.expr import Const, Expr
from kaohe.indicators import NONE, Scope, UnknownReference, Use

STANDS_IN: Mapping[Use, Expr | Mapping[str, Expr]] = {Use.NUMBER: NONE, Use.CONDITION: Const(False), Use.CHOICE: {}}
"""What is built on in place of a fact that is not there."""


@dataclass(frozen=True)
class NotingScope(Scope):
    """Keeps each wrong reference once, until it is taken."""

    noted: dict[tuple[str, str], UnknownReference] = field(default_factory=dict)

    def take(self) -> list[UnknownReference]:
        found = list(self.noted.values())
        self.noted.clear()
        return found

    def _find(self, reference: str, use: Use, lookup: str, *, listed: bool) -> Expr | Mapping[str, Expr]:
        try:
            return super()._find(reference, use, lookup, listed=listed)
        except UnknownReference as unknown:
            self.noted.setdefault((unknown.reference, unknown.code), unknown)
            return STANDS_IN[use]
