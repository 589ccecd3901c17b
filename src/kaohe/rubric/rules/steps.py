"""Steps short of a target, or over it: each costs points or earns them (每低1%扣1分；每超3%加1分，最多加6分)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Percent, Positive, Quantity
from kaohe.expr.sentence_tree import Choice, EachMember, Figure, Joined, Phrase, Sentence
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Notation, Op
from kaohe.formulas.formula_keys import Reference
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import NONE, ONE
from kaohe.rubric.rule_parts.amounts import Amount, amount, amount_said, beyond, priced, written
from kaohe.rubric.rule_parts.claims import Claim, sound_amount
from kaohe.rubric.rule_parts.most_awarded import (
    NO_LIMIT,
    Most,
    award,
    bonus_without_limit,
    most_said,
    no_cap,
    sound_most,
)
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.rubric.rule_parts.sides import Side, side, side_unit
from kaohe.rubric.rule_parts.step_sizes import (
    ONE_MONTH,
    TIME_UNITS,
    Direction,
    Partial,
    StepSize,
    distance,
    months_apart,
    step_const,
    steps_in,
)
from kaohe.rubric.rule_parts.step_words import (
    DIRECTIONS,
    OF_TIMES,
    PARTIAL,
    PARTIAL_AWARD,
    percentage_points_said,
    share_said,
    size_said,
)
from kaohe.rubric.rule_parts.steps_told import StepsTold, step_told
from kaohe.source.models import frozen_model

_PERCENTAGE_POINT = Fraction(1, 100)


@frozen_model
class Steps(Rule):
    """`every_percent` is a share of the target, `every_percentage_point` a difference, `every` in native units.

    Of dates `every` is in days or months (`7 days`, `1 month`), of months in months. `partial` says what a step that
    is not full counts: nothing (whole), a step (started), its share (pro_rata). Each step either costs (`deduct`) or
    earns (`award`, up to `most`; with `points: 0` a bonus). With both, the target itself earns the rule's points, a
    step on its bad side costs and one on its good side earns. `of` may be a list: then each member has an account of
    its own and `cap_each` bounds it; awards are summed.
    """

    type: Literal["steps"] = "steps"
    of: Reference
    target: Side
    direction: Direction = "below"
    every_percent: Percent | None = None
    every_percentage_point: Positive | None = None
    every: StepSize | None = None
    deduct: Amount | None = None
    award: Amount | None = None
    partial: Partial
    cap_each: Amount | None = None
    most: Most = None

    example = """\
- type: steps
  clause: 调查数据有效率达95%以上得5分，有效率每低1个百分点扣0.5分，扣完为止
  points: 5
  of: validity.rate
  target: 95%
  every_percentage_point: 1
  deduct: 0.5
  partial: whole
"""
    facts = """\
validity: {label: 调查数据, kind: ratio, unit: 条, labels: {part: 有效, whole: 全部}}
"""
    given = """\
validity: {part: 928, whole: 1000}
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        members = scope.members(self.of)
        if self.award is None:
            limit = None if self.cap_each is None else amount(self.cap_each, self.points, scope)
            return (Line(self._taken(scope), members, limit, told=self._told(self.direction, scope)),)
        if self.deduct is not None:
            return (self._both(scope),)
        earned = self._counted(self.direction, scope) * amount(self.award, self.points, scope)
        if self.cap_each is not None:
            earned = Call(Op.MINIMUM, (earned, amount(self.cap_each, self.points, scope)))
        told = self._told(self.direction, scope)
        if members:
            told = EachMember(members, earned, told)
            earned = Call(Op.TOTAL, (Input(members), earned))
        return (award(self.points, earned, self.most, scope, told),)

    def _both(self, scope: Scope) -> Line:
        """What is short of the target costs; what is beyond it earns more than the points that stand there."""
        good: Direction = "above" if self.direction == "below" else "below"
        number, target = scope.number(self.of, times=True), side(self.target, scope)
        earned = self._counted(good, scope) * amount(self.award, self.points, scope)
        better = self._told(good, scope)
        if self.most != NO_LIMIT:
            most = beyond(self.points, amount(self.most, self.points, scope))
            cut = Phrase("最多加 {most}", "at most {most} more", {"most": Figure(most, Notation.POINTS)})
            better = Joined((better, Choice(earned > most, Joined((*priced(self.most, scope), cut)))))
            earned = Call(Op.MINIMUM, (earned, most))
        reached = number > target if good == "above" else target > number
        told = Choice(reached, better, self._told(self.direction, scope))
        return Line(If(reached, ZERO - earned, self._taken(scope)), told=told)

    def _taken(self, scope: Scope) -> Expr:
        return self._counted(self.direction, scope) * amount(self.deduct, self.points, scope)

    def _counted(self, direction: Direction, scope: Scope) -> Expr:
        """How many steps the number is away from the target in a direction."""
        length = self._length(direction, scope)
        if self._months_of_dates(scope) and self.every == ONE_MONTH:  # whole already
            return Call(Op.MAXIMUM, (length, NONE))
        return steps_in(length, self._step(side(self.target, scope)), self.partial)

    def _length(self, direction: Direction, scope: Scope) -> Expr:
        """How far the number is from the target in a direction."""
        number, target = scope.number(self.of, listed=True, times=True), side(self.target, scope)
        if self._months_of_dates(scope):
            return months_apart(number, target, direction, self.partial)
        return distance(number, target, direction)

    def _told(self, direction: Direction, scope: Scope) -> Sentence:
        number, target = scope.number(self.of, listed=True, times=True), side(self.target, scope)
        unit, every = scope.unit(self.of) or Notation.NONE, Notation.NONE if self.every is None else self.every.unit
        size = step_told(self.every_percent, self.every_percentage_point, self.every, number)
        plain = self.every_percent == _PERCENTAGE_POINT or 1 in (
            self.every_percentage_point,
            self.every and self.every.value,
        )
        told = StepsTold(
            number, target, self._step(target), unit, every, self.partial, size, plain, self.every_percent is not None
        )
        price = (*priced(self.deduct, scope), *priced(self.award, scope))
        return Joined((told.sentence(direction, self._length(direction, scope)), *price))

    def _months_of_dates(self, scope: Scope) -> bool:
        """Whether it is months that lie between two dates."""
        return self.every is not None and self.every.unit is Notation.MONTH and scope.unit(self.of) is Notation.DATE

    def _step(self, target: Expr) -> Expr:
        if self.every_percent is not None:
            if isinstance(target, Const) and isinstance(target.value, Fraction):
                return Const(self.every_percent * target.value, target.unit)
            return Const(self.every_percent, Notation.PERCENT) * target
        if self.every_percentage_point is not None:
            return Const(self.every_percentage_point * _PERCENTAGE_POINT, Notation.PERCENTAGE_POINT)
        return ONE if self.every is None else step_const(self.every)

    def claims(self, scope: Scope) -> Iterator[Claim]:
        for key, given in (("deduct", self.deduct), ("award", self.award), ("cap_each", self.cap_each)):
            yield from sound_amount(given, (key,), self.points, scope)
        yield from sound_most(self.points, self.most, scope)
        if self.every_percent is not None and isinstance(self.target, str):
            yield Claim("formula-zero", ("target",), side(self.target, scope), {"formula": self.target})

    def check(self, scope: Scope) -> Iterator[Finding]:
        if [self.every_percent, self.every_percentage_point, self.every].count(None) != 2:  # noqa: PLR2004 - one of three
            yield Finding("one-step-size", ())
        elif self.every_percent is not None and isinstance(self.target, Quantity) and self.target.value <= 0:
            yield Finding("relative-step-without-target", ("every_percent",))
        elif self.every_percent == 0:
            yield Finding("zero-divisor", ("every_percent",), {"found": "0%"})
        if self.deduct is None and self.award is None:
            yield Finding("award-or-deduct", ())
        elif self.deduct is not None and self.award is not None:
            yield from self._both_sides(scope)
        elif self.award is not None:
            yield from bonus_without_limit(self.points, self.most)
            yield from no_cap(self)
        elif self.most is not None:
            yield Finding("most-of-awards", ("most",))
        unit, other = scope.unit(self.of), side_unit(self.target, scope)
        if unit is not other and (
            None not in (unit, other) or not {unit, other} <= {None, Notation.NONE, Notation.PERCENT}
        ):
            yield Finding("percent-mismatch", ("target",), {"reference": self.of})
        yield from self._step_fits(unit)

    def _step_fits(self, unit: Notation | None) -> Iterator[Finding]:
        """That a step can be counted in the unit of the number."""
        if unit in TIME_UNITS:
            allowed = (Notation.DATE, Notation.MONTH) if unit is Notation.DATE else (Notation.MONTH,)
            if self.every is None or self.every.unit not in allowed:
                yield Finding("step-of-times", (), {"reference": self.of})
            elif self.partial == "pro_rata" and unit is Notation.DATE and self.every.unit is Notation.MONTH:
                yield Finding("share-of-month", ("partial",))
        elif (
            (unit not in (None, Notation.PERCENT) and self.every_percentage_point is not None)
            or (unit is Notation.PERCENT and self.every is not None)
            or (self.every is not None and self.every.unit is not Notation.NONE)
        ):
            yield Finding("step-unit", (), {"reference": self.of})

    def _both_sides(self, scope: Scope) -> Iterator[Finding]:
        """What can't be where one rule both costs and earns."""
        if self.direction == "either":
            yield Finding("both-sides-of-one", ("direction",))
        if self.most is None:
            yield Finding("most-expected", ())
        else:
            yield from bonus_without_limit(self.points, self.most)
        if self.cap_each is not None:
            yield Finding("cap-each-of-both", ("cap_each",))
        if scope.members(self.of):
            yield Finding("not-a-single-fact", ("of",), {"found": self.of, "nearest": "", "known": "-"})

    def sentence(self, words: Words) -> str:
        target, step = self._target_text(words), self._step_said(words)
        if self.award is not None:
            return self._awarded(words, target, step)
        return self._deducted(words, target, step)

    def _deducted(self, words: Words, target: str, step: str) -> str:
        chinese, english = (OF_TIMES if self._timed else DIRECTIONS)[self.direction]
        cost = amount_said(self.deduct, self.points, words)
        met = words.choose(
            f"{words.name(self.of)}{chinese[0]}{target}的{words.award(self.points)}",
            f"{words.award(self.points)} if {words.name(self.of)} is {english[0]} {target}",
        )
        lost = words.choose(f"每{chinese[1]}{step}扣 {cost}", f"{cost} off for each {step} {english[1]} it")
        ends = [words.choose(f"不足{step}的{PARTIAL[self.partial][0]}", PARTIAL[self.partial][1])]
        if self.cap_each is not None:
            most = amount_said(self.cap_each, self.points, words)
            ends.append(words.choose(f"每个最多扣 {most}", f"at most {most} for each one"))
        if self.floor == "part" and not self._capped():
            ends.append(words.choose("扣完为止", "down to 0"))
        return words.choose("；", "; ").join([met, words.choose("，", ", ").join([lost, *ends])])

    def _capped(self) -> bool:
        """Whether the rule's cap may leave some of its points."""
        return self.cap is not None and (isinstance(self.cap, str) or written(self.cap, self.points) < self.points)

    def _awarded(self, words: Words, target: str, step: str) -> str:
        if self.deduct is not None:
            return self._both_said(words, target, step)
        chinese, english = (OF_TIMES if self._timed else DIRECTIONS)[self.direction]
        earned, verb = (
            amount_said(self.award, self.points, words),
            words.choose("得" if self.points else "加", "earned"),
        )
        part = words.choose(f"不足{step}的{PARTIAL_AWARD[self.partial][0]}", PARTIAL_AWARD[self.partial][1])
        most = self._each_said(words) + most_said(self.points, self.most, words)
        return words.choose(
            f"{words.name(self.of)}比{target}每{chinese[1]}{step}{verb} {earned}，{part}{most}",
            f"{earned} {verb} for each {step} that {words.name(self.of)} is {english[1]} {target}, {part}{most}",
        )

    def _each_said(self, words: Words) -> str:
        if self.cap_each is None:
            return ""
        most = amount_said(self.cap_each, self.points, words)
        return words.choose(f"，每个最多 {most}", f", at most {most} for each one")

    def _both_said(self, words: Words, target: str, step: str) -> str:
        names = OF_TIMES if self._timed else DIRECTIONS
        bad, good = names[self.direction], names["above" if self.direction == "below" else "below"]
        earned, cost = amount_said(self.award, self.points, words), amount_said(self.deduct, self.points, words)
        most = most_said(self.points, self.most, words)
        part = words.choose(f"不足{step}的{PARTIAL_AWARD[self.partial][0]}", PARTIAL_AWARD[self.partial][1])
        return words.choose(
            f"{words.name(self.of)}等于{target}的得 {words.points(self.points)}，每{good[0][1]}{step}加 {earned}，"
            f"每{bad[0][1]}{step}扣 {cost}，{part}{most}",
            f"{words.points(self.points)} if {words.name(self.of)} is {target}, "
            f"{earned} more for each {step} {good[1][1]} it, {cost} off for each {step} {bad[1][1]} it, {part}{most}",
        )

    def _target_text(self, words: Words) -> str:
        if isinstance(self.target, str):
            return words.name(self.target)
        unit = words.units.get(self.of, "")
        text = f"{self.target.text()}{f' {unit}' if unit else ''}"
        return words.choose(f" {text}{'' if unit else ' '}", text)

    def _step_said(self, words: Words) -> str:
        if self.every_percent is not None:
            return share_said(self.every_percent, words)
        if self.every_percentage_point is not None:
            return percentage_points_said(self.every_percentage_point, words)
        return size_said(self.every or Quantity(Fraction(1), Notation.NONE), words.units.get(self.of, ""), words)

    @property
    def _timed(self) -> bool:
        """Whether it is dates or months that are compared: their steps alone are days or months."""
        return self.every is not None and self.every.unit in TIME_UNITS


RULE = Steps
