"""What deductions and awards are made of: so many points per occurrence, or points once for a fact."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Count
from kaohe.expr.sentence_tree import Because, Choice, Facts, Figure, Joined, Named, Phrase, Sentence
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Op
from kaohe.formulas.formula_keys import Condition, Reference
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import NONE
from kaohe.rubric.rule_parts.amounts import Amount, amount, amount_said, priced
from kaohe.rubric.rule_parts.claims import Claim, sound_amount
from kaohe.rubric.rule_parts.existence import existence
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line
from kaohe.source.models import frozen_model

Key = Literal["deductions", "awards"]


@frozen_model
class Occurrence:
    """Either `count` and `each` (per occurrence; the first `free` ones do not matter), or `when`/`unless` and `once`.

    `factor` doubles or halves it (加倍扣, 减半扣). `cap` bounds this one; of a list, each of its members. Over a list,
    `each`, `once` and `factor` may name facts of the member.
    """

    count: Reference | None = None
    each: Amount | None = None
    free: Count = 0
    when: Condition | None = None
    unless: Condition | None = None
    once: Amount | None = None
    factor: Amount | None = None
    cap: Amount | None = None

    def line(self, scope: Scope, full: Fraction, *, optional: bool) -> Line:
        """Its account; `full` are the rule's points. Where its facts may not exist, that is asked first."""
        due = self._due(scope, full)
        limit = None if self.cap is None else amount(self.cap, full, scope)
        there = self.exists(scope, full)
        return Line(
            If(there, due, ZERO) if optional else due,
            scope.members(self.fact),
            limit,
            told=Choice(there, self._told(scope), Because(there)) if optional else self._told(scope),
        )

    def _told(self, scope: Scope) -> Sentence:
        """What occurred, how often; what of it does not matter, and how many times it counts."""
        if self.count is None:
            return Joined((Because(scope.condition(self.fact, listed=True)), *self._priced(scope)))
        number = scope.number(self.fact, listed=True)
        parts: list[Sentence] = [] if isinstance(number, Const) else [Named(number)]
        if self.free:
            free = {"free": Figure(Const(Fraction(self.free)), like=scope.number(self.fact, listed=True))}
            parts.append(Phrase("前 {free} 不计", "the first {free} not counted", free))
        return Joined((*parts, *self._priced(scope)))

    def _priced(self, scope: Scope) -> Iterator[Sentence]:
        """The facts that set its price, and how many times it counts."""
        inside = scope.inside(scope.members(self.fact))
        yield from priced(self.each, inside)
        yield from priced(self.once, inside)
        if self.factor is not None:
            factor = self._factor(inside)
            yield Facts(factor)
            yield Phrase("按 {factor} 倍计", "counted {factor} times", {"factor": Figure(factor)})

    def exists(self, scope: Scope, full: Fraction) -> Expr:
        """Whether all its facts exist for the unit."""
        return existence([self._due(scope, full)], [scope.members(self.fact)], scope)

    def occurs(self, scope: Scope) -> Expr:
        """Whether it comes to anything: more than the free ones were counted, or the event was there."""
        if self.count is not None:
            return scope.number(self.fact, listed=True) > Const(Fraction(self.free))
        condition = scope.condition(self.fact, listed=True)
        return condition if self.when else ~condition

    def _due(self, scope: Scope, full: Fraction) -> Expr:
        cost = self._cost(scope, full)
        if self.count is not None:
            return self._number(scope) * cost
        condition = scope.condition(self.fact, listed=True)
        return If(condition, cost, ZERO) if self.when else If(condition, ZERO, cost)

    def _cost(self, scope: Scope, full: Fraction) -> Expr:
        """What one costs or earns."""
        inside = scope.inside(scope.members(self.fact))
        cost = amount(self.once if self.each is None else self.each, full, inside)
        return cost if self.factor is None else cost * self._factor(inside)

    def _factor(self, scope: Scope) -> Expr:
        """How many times it counts, a plain number or a percent."""
        assert self.factor is not None  # noqa: S101 - the caller has seen to it
        return scope.number(self.factor) if isinstance(self.factor, str) else Const(self.factor.value, self.factor.unit)

    def _number(self, scope: Scope) -> Expr:
        """How many occurrences matter."""
        number = scope.number(self.fact, listed=True)
        return Call(Op.MAXIMUM, (number - Const(Fraction(self.free)), NONE)) if self.free else number

    @property
    def fact(self) -> str:
        return self.count or self.when or self.unless or ""

    def well_formed(self) -> bool:
        one_fact = [self.count, self.when, self.unless].count(None) == 2  # noqa: PLR2004 - one of three
        counted = self.count is not None
        fits = counted == (self.each is not None) and counted == (self.once is None)
        return one_fact and fits and (counted or not self.free)

    def of_members(self, scope: Scope) -> Iterator[tuple[str, str, str]]:
        """Each key that has a formula, with it and the list over which it may run; a limit runs over none."""
        own = scope.members(self.fact)
        for name, given, allowed in (
            ("each", self.each, own),
            ("once", self.once, own),
            ("factor", self.factor, own),
            ("cap", self.cap, ""),
        ):
            if isinstance(given, str):
                yield name, given, allowed

    def sentence(self, words: Words, verb: tuple[str, str], full: Fraction) -> str:
        """In words; the verb is 扣 or 加."""
        if self.count is not None:
            return self._each(self.count, self._cost_said(words, full), words, verb) + self._most(words, full)
        cost = self._cost_said(words, full)
        event = words.holds([self.fact], negated=self.when is None)
        however = self.when in words.units
        said = words.choose(
            f"{event}的，{'不论多少都' if however else ''}{verb[0]} {cost}",
            f"{cost} {verb[1]} if {event}{', however many' if however else ''}",
        )
        return said + self._most(words, full)

    def _cost_said(self, words: Words, full: Fraction) -> str:
        cost = amount_said(self.once if self.each is None else self.each, full, words)
        if self.factor is None:
            return cost
        times = words.name(self.factor) if isinstance(self.factor, str) else self.factor.text()
        return f"{cost} × {times}"

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

    def _most(self, words: Words, full: Fraction) -> str:
        if self.cap is None:
            return ""
        most = amount_said(self.cap, full, words)
        return words.choose(f"，最多 {most}", f", at most {most}")

    def claims(self, scope: Scope, path: tuple[Key, int], full: Fraction) -> Iterator[Claim]:
        """A number of occurrences and what is taken for them are not below zero, and come to something at times."""
        if self.count is not None:
            number = scope.number(self.count, listed=True)
            yield Claim("may-be-negative", (*path, "count"), number, {"formula": self.count})
        inside = scope.inside(scope.members(self.fact))
        if path[0] == "deductions":
            yield from sound_amount(self.each, (*path, "each"), full, inside)
            yield from sound_amount(self.once, (*path, "once"), full, inside)
        if isinstance(self.factor, str):
            yield Claim("may-be-negative", (*path, "factor"), self._factor(inside), {"formula": self.factor})
        yield from sound_amount(self.cap, (*path, "cap"), full, scope)
        due = self.line(scope, full, optional=False)
        limited = due.due if due.limit is None else Call(Op.MINIMUM, (due.due, due.limit))
        yield Claim("never-counts", path, limited, {"formula": self.fact})


def check_all(several: tuple[Occurrence, ...], key: str, scope: Scope) -> Iterator[Finding]:
    if not several:
        yield Finding("nothing-counted", (key,))
    for index, one in enumerate(several):
        if not one.well_formed():
            yield Finding("occurrence-form", (key, index))
            continue
        for name, formula, allowed in one.of_members(scope):
            if scope.members(formula) not in ("", allowed):
                yield Finding("members-elsewhere", (key, index, name), {"found": formula})


def claims_of_all(several: tuple[Occurrence, ...], key: Key, full: Fraction, scope: Scope) -> Iterator[Claim]:
    for index, one in enumerate(several):
        yield from one.claims(scope, (key, index), full)
