"""What deductions and awards are made of: so many points per occurrence, or points once for a fact."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.expr.numbers import Count, Points
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Op
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import NONE
from kaohe.rubric.rules.amounts import Amount, amount, amount_said
from kaohe.rubric.rules.phrases import Words
from kaohe.rubric.rules.rule import Finding, Line, Reference
from kaohe.source.models import frozen_model


@frozen_model
class Occurrence:
    """Either `count` and `each` (per occurrence; the first `free` ones do not matter), or `when`/`unless` and `once`.

    `cap` bounds this one; of a list, each of its members.
    """

    count: Reference | None = None
    each: Amount | None = None
    free: Count = 0
    when: Reference | None = None
    unless: Reference | None = None
    once: Amount | None = None
    cap: Points | None = None

    def line(self, scope: Scope, full: Fraction) -> Line:
        """Its account; `full` are the rule's points."""
        return Line(self._due(scope, full), scope.members(self.fact), self.cap)

    def _due(self, scope: Scope, full: Fraction) -> Expr:
        if self.count is not None and self.each is not None:
            number = scope.number(self.count, listed=True)
            if self.free:
                beyond = number - Const(Fraction(self.free))
                number = Call(Op.MAXIMUM, (beyond, NONE))
            elif not scope.never_negative(self.count):
                number = Call(Op.MAXIMUM, (number, NONE))
            return number * amount(self.each, full, scope)
        condition = scope.condition(self.fact, listed=True)
        cost = amount(self.once, full, scope)
        return If(condition, cost, ZERO) if self.when else If(condition, ZERO, cost)

    @property
    def fact(self) -> str:
        return self.count or self.when or self.unless or ""

    def well_formed(self) -> bool:
        one_fact = [self.count, self.when, self.unless].count(None) == 2  # noqa: PLR2004 - one of three
        counted = self.count is not None
        fits = counted == (self.each is not None) and counted == (self.once is None)
        return one_fact and fits and (counted or not self.free)

    def sentence(self, words: Words, verb: tuple[str, str], full: Fraction) -> str:
        """In words; the verb is 扣 or 加."""
        if self.count is not None and self.each is not None:
            return self._each(self.count, amount_said(self.each, full, words), words, verb) + self._most(words)
        cost = amount_said(self.once, full, words)
        event = words.holds([self.fact], negated=self.when is None)
        however = self.when in words.units
        said = words.choose(
            f"{event}的，{'不论多少都' if however else ''}{verb[0]} {cost}",
            f"{cost} {verb[1]} if {event}{', however many' if however else ''}",
        )
        return said + self._most(words)

    def _each(self, count: str, cost: str, words: Words, verb: tuple[str, str]) -> str:
        unit = words.units.get(count) or words.choose("个", "")
        free = ""
        if self.free:
            free = words.choose(f"（前 {self.free} {unit}不{verb[0]}）", f" beyond the first {self.free}")
        unit = words.choose(unit, f" ({unit})" if unit else "")
        return words.choose(
            f"{words.name(count)}每 1 {unit}{verb[0]} {cost}{free}",
            f"{cost} {verb[1]} for each {words.name(count)}{unit}{free}",
        )

    def _most(self, words: Words) -> str:
        if self.cap is None:
            return ""
        return words.choose(f"，最多 {words.points(self.cap)}", f", at most {words.points(self.cap)}")


def check_all(several: tuple[Occurrence, ...], key: str) -> Iterator[Finding]:
    if not several:
        yield Finding("nothing-counted", (key,))
    for index, one in enumerate(several):
        if not one.well_formed():
            yield Finding("occurrence-form", (key, index))
