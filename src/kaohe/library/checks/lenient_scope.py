"""A scope that goes on past a wrong reference, so that all of them are found in one run."""

from dataclasses import dataclass, field
from typing import Self

from kaohe.backends.bounds import Facts
from kaohe.expr.tree import Const, Expr
from kaohe.formulas.scope import Scope, UnknownReference
from kaohe.formulas.terms import NONE, Term, Use
from kaohe.formulas.tokens import Malformed
from kaohe.library.checks.proofs.divisors import by_zero

Noted = UnknownReference | Malformed
BY_ZERO = "formula-zero"
STANDS_IN = Term(Use.NUMBER, NONE, counted=True)
"""What is built on in place of a fact that is not there: it may be a number or a condition."""
WANTED = {
    Use.NUMBER: STANDS_IN,
    Use.CONDITION: Term(Use.CONDITION, Const(False)),
    Use.CHOICE: Term(Use.CHOICE, {}),
}


@dataclass(frozen=True)
class NotingScope(Scope):
    """Keeps each wrong reference and formula once, until it is taken."""

    noted: dict[tuple[object, ...], Noted] = field(default_factory=dict)
    possible: Facts = field(default_factory=dict)
    """What each fact of the rubric may be."""

    def take(self) -> list[Noted]:
        found = list(self.noted.values())
        self.noted.clear()
        return found

    def term(self, formula: str, use: Use, *, listed: bool = False, times: bool = False) -> Term:
        try:
            found = super().term(formula, use, listed=listed, times=times)
        except (UnknownReference, Malformed) as wrong:
            if all(one.formula != formula for one in self.noted.values()):
                self._note(wrong)
            return WANTED[use]
        sound = all(one.code == BY_ZERO for one in self.noted.values())  # what stands in for a fact is zero too
        if sound and isinstance(found.tree, Expr) and by_zero(found.tree, self.possible):
            self._note(Malformed(BY_ZERO, formula, 0, {"formula": formula}))
        return found

    def points(self, formula: str) -> Expr:
        try:
            return super().points(formula)
        except Malformed as wrong:
            self._note(wrong)
            return NONE

    def of_each(self, name: str) -> Self:
        try:
            return super().of_each(name)
        except UnknownReference as unknown:
            self._note(unknown)
            return self

    def members(self, formula: str) -> str:
        try:
            return super().members(formula)
        except (UnknownReference, Malformed) as wrong:
            self._note(wrong)
            return ""

    def _name(self, name: str, use: Use | None, formula: str, offset: int) -> Term:
        try:
            return super()._name(name, use, formula, offset)
        except UnknownReference as unknown:
            self._note(unknown)
            return STANDS_IN

    def _note(self, wrong: Noted) -> None:
        of = (wrong.code, wrong.formula, wrong.offset)
        self.noted.setdefault(of, wrong)
