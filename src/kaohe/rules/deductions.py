"""Deductions: one pool of points drained per occurrence or once (每有一次扣1分，扣完为止)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kaohe.expr import ZERO, Call, Const, Expr, If, Op, points
from kaohe.indicators import Scope
from kaohe.loading import STRICT
from kaohe.quantities import Count, Points
from kaohe.rules.rule import Finding, Line, Reference, Rule, Words


@dataclass(frozen=True, kw_only=True)
class Deduction:
    """Either `count` and `each` (per occurrence; the first `free` ones cost nothing), or `when`/`unless` and `once`."""

    __pydantic_config__ = STRICT

    count: Reference | None = None
    each: Points | None = None
    free: Count = 0
    when: Reference | None = None
    unless: Reference | None = None
    once: Points | None = None

    def due(self, scope: Scope) -> Expr:
        if self.count is not None and self.each is not None:
            number = scope.number(self.count, listed=True)
            if self.free:
                beyond = number - Const(Fraction(self.free))
                number = Call(Op.MAXIMUM, (beyond, Const(Fraction(0))))
            return number * points(self.each)
        condition = scope.condition(self.fact, listed=True)
        cost = points(self.once or Fraction(0))
        return If(condition, cost, ZERO) if self.when else If(condition, ZERO, cost)

    @property
    def fact(self) -> str:
        return self.count or self.when or self.unless or ""

    def well_formed(self) -> bool:
        one_fact = [self.count, self.when, self.unless].count(None) == 2  # noqa: PLR2004 - one of three
        counted = self.count is not None
        fits = counted == (self.each is not None) and counted == (self.once is None)
        return one_fact and fits and (counted or not self.free)

    def sentence(self, words: Words) -> str:
        if self.count is not None and self.each is not None:
            return self._each(self.count, words.points(self.each), words)
        cost = words.points(self.once or Fraction(0))
        event = words.holds([self.fact], negated=self.when is None)
        however = self.when in words.units
        return words.choose(
            f"{event}的，{'不论多少都' if however else ''}扣 {cost}",
            f"{cost} off if {event}{', however many' if however else ''}",
        )

    def _each(self, count: str, cost: str, words: Words) -> str:
        unit = words.units.get(count) or words.choose("个", "")
        free = words.choose(f"（前 {self.free} {unit}不扣）", f" beyond the first {self.free}") if self.free else ""
        unit = words.choose(unit, f" ({unit})" if unit else "")
        return words.choose(
            f"{words.name(count)}每 1 {unit}扣 {cost}{free}", f"{cost} off for each {words.name(count)}{unit}{free}"
        )


@dataclass(frozen=True, kw_only=True)
class Deductions(Rule):
    """All deductions drain the rule's points, in the order written."""

    type: Literal["deductions"] = "deductions"
    deductions: tuple[Deduction, ...]

    example = """\
- type: deductions
  clause: 市和所辖县（市）按规定时间全部出台文件得5分，市级未出台文件扣2分，县级未出台文件每个扣0.5分，扣完为止
  points: 5
  deductions:
    - {unless: city_document_issued, once: 2}
    - {count: counties_without_document, each: 0.5}
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        return tuple(Line(one.due(scope), scope.members(one.fact)) for one in self.deductions)

    def check(self, scope: Scope) -> Iterator[Finding]:  # noqa: ARG002 - the contract of every rule
        if not self.deductions:
            yield Finding("nothing-deducted", ("deductions",))
        for index, one in enumerate(self.deductions):
            if not one.well_formed():
                yield Finding("deduction-form", ("deductions", index))

    def sentence(self, words: Words) -> str:
        full = words.points(self.points)
        lead = words.choose(f"从 {full}起扣：", f"from {full}: ") if self.points else words.choose("只扣分：", "")
        listed = words.choose("；", "; ").join(one.sentence(words) for one in self.deductions)
        return f"{lead}{listed}{words.choose('，扣完为止', ', down to 0') if self.floor == 'part' else ''}"


RULE = Deductions
