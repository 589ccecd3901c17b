"""Levels: each of several exclusive levels has points of its own (增长得10分，持平得5分，降低的不得分)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Quantity, plain
from kaohe.expr.sentence_tree import SILENT, Because, Choice, Joined, Sentence
from kaohe.expr.tree import ZERO, Expr, If, points
from kaohe.formulas.formula_keys import Name
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import SignedAmount, amount, earned_said, priced, written
from kaohe.rubric.rule_parts.claims import Claim, Path, within_points
from kaohe.rubric.rule_parts.most_awarded import earns_enough
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Levels(Rule):
    """`of` names a choice; every one of its levels is listed, with 0 where it earns nothing."""

    type: Literal["levels"] = "levels"
    of: Name
    levels: dict[str, SignedAmount]

    example = """\
- type: levels
  clause: 年度财政安排的就业专项资金比上年增长的得10分，持平的得5分，降低的不得分
  points: 10
  of: funds.direction
  levels: {increased: 10, unchanged: 5, decreased: 0}
"""
    facts = """\
funds: {label: 就业专项资金, kind: change, unit: 万元}
"""
    given = """\
funds: {previous: 3200, current: 3200}
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        earned: Expr = ZERO
        told: Sentence = SILENT
        conditions = scope.choice(self.of)
        for level, condition in reversed(list(conditions.items())):
            earned = If(condition, amount(self.levels[level], self.points, scope), earned)
            told = Choice(condition, Joined((Because(condition), *priced(self.levels[level], scope))), told)
        return (Line(points(self.points) - earned, told=told, earns=True),)

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:
        for level, condition in scope.choice(self.of).items():
            yield ("levels", level), condition

    def claims(self, scope: Scope) -> Iterator[Claim]:
        for level, given in self.levels.items():
            where = ("levels", level)
            yield Claim("below-floor", where, amount(given, self.points, scope))
            yield from within_points(given, where, self.points, scope)

    def check(self, scope: Scope) -> Iterator[Finding]:
        known = scope.choice(self.of)
        for level, award in self.levels.items():
            if level not in known:
                yield Finding("unknown-level", ("levels", level), {"found": level, "known": ", ".join(known)})
            if isinstance(award, Quantity) and written(award, self.points) > self.points:
                parameters = {"found": award.text(), "points": plain(self.points)}
                yield Finding("level-above-points", ("levels", level), parameters)
        for level in known:
            if level not in self.levels:
                yield Finding("level-missing", ("levels",), {"level": level})
        yield from earns_enough(list(self.levels.values()), "levels", self.points)

    def sentence(self, words: Words) -> str:
        listed = [
            words.choose(f"{name}的{earned_said(award, self.points, words)}", _earns(name, award, self.points, words))
            for level, award in self.levels.items()
            for name in [words.labels.get(f"{self.of}={level}", level)]
        ]
        levels = words.choose("；", "; ").join(listed)
        return words.choose(f"看{words.name(self.of)}：{levels}", f"by {words.name(self.of)}: {levels}")


def _earns(name: str, award: Quantity | str, full: Fraction, words: Words) -> str:
    verb = " earns" if isinstance(award, str) or award.value >= 0 else ":"
    return f"{name}{verb} {earned_said(award, full, words)}"


RULE = Levels
