"""Computed: points by a formula (得分=完成率×0.5；园区70%与乡镇30%加权；酌情扣1至3分；其他表的得分)."""

from collections.abc import Iterator
from typing import Literal

from kaohe.expr.sentence_tree import Facts
from kaohe.formulas.formula_keys import Reference
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.claims import Claim, sound_amount
from kaohe.rubric.rule_parts.most_awarded import Most, award, bonus_without_limit, most_said, no_cap, sound_most
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Computed(Rule):
    """Either `award`, up to `most` (the rule's points where it is not given), or `deduct`, which is never below zero.

    An award below zero takes as much, as far as the floor allows.
    """

    type: Literal["computed"] = "computed"
    award: Reference | None = None
    deduct: Reference | None = None
    most: Most = None

    example = """\
- type: computed
  clause: 被服务单位打分按园区70%与乡镇30%加权，满分15分
  points: 15
  award: 70% * park_score + 30% * township_score
"""
    facts = """\
park_score: {label: 园区打分, kind: number, unit: 分}
township_score: {label: 乡镇打分, kind: number, unit: 分}
"""
    given = """\
park_score: 14.5
township_score: 13
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        if self.award is not None:
            earned = scope.points(self.award)
            return (award(self.points, earned, self.most, scope, Facts(earned)),)
        assert self.deduct is not None  # noqa: S101 - `check` has seen to it
        taken = scope.points(self.deduct)
        return (Line(taken, told=Facts(taken)),)

    def claims(self, scope: Scope) -> Iterator[Claim]:
        yield from sound_amount(self.deduct, ("deduct",), self.points, scope)
        yield from sound_most(self.points, self.most, scope)
        if self.award is not None and not self.points:
            yield Claim("below-floor", ("award",), scope.number(self.award))
        if self.deduct is not None:
            yield Claim("never-counts", ("deduct",), scope.number(self.deduct), {"formula": self.deduct})

    def check(self, scope: Scope) -> Iterator[Finding]:  # noqa: ARG002 - the contract of every rule
        if (self.award is None) == (self.deduct is None):
            yield Finding("award-or-deduct", ())
        elif self.award is not None:
            yield from bonus_without_limit(self.points, self.most)
            yield from no_cap(self)
        elif self.most is not None:
            yield Finding("most-of-awards", ("most",))

    def sentence(self, words: Words) -> str:
        if self.award is None:
            taken = words.name(self.deduct or "")
            return words.choose(
                f"从 {words.points(self.points)}起扣：{taken}", f"from {words.points(self.points)}: {taken} off"
            )
        verb = words.choose("得分" if self.points else "加分", "earned" if self.points else "added")
        said = words.choose(f"{verb}＝{words.name(self.award)}", f"{verb}: {words.name(self.award)}")
        least = words.choose("，最少 0 分", ", at least 0") if self.floor == "part" and "-" in self.award else ""
        return said + most_said(self.points, self.most, words) + least


RULE = Computed
