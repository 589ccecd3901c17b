"""Decision table: the first row whose conditions hold decides (三类条件同时满足的得5分，只满足两类的得3分)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Quantity, plain
from kaohe.expr.sentence_tree import Because, Choice, Joined, Sentence
from kaohe.expr.tree import ZERO, Const, Expr, If, Op, chain, points
from kaohe.formulas.formula_keys import Condition
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import (
    Amount,
    SignedAmount,
    amount,
    amount_said,
    earned_said,
    priced,
    short_of,
    written,
)
from kaohe.rubric.rule_parts.claims import Claim, Path, sound_amount, within_points
from kaohe.rubric.rule_parts.most_awarded import earns_enough
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Row:
    """A condition, and what the rule then awards or takes: `points` or `deduct`."""

    when: Condition
    points: SignedAmount | None = None
    deduct: Amount | None = None


@frozen_model
class DecisionTable(Rule):
    """Rows are tried in order; where none holds, a table of awards gives nothing, one of deductions takes nothing."""

    type: Literal["decision_table"] = "decision_table"
    rows: tuple[Row, ...]

    example = """\
- type: decision_table
  clause: 有预算安排且年末结余小于当年投入50%的得6分，只有预算安排的得3分
  points: 6
  rows:
    - {when: budgeted and balance < 50% * invested, points: 6}
    - {when: budgeted, points: 3}
"""
    facts = """\
budgeted: {label: 有预算安排, kind: flag}
balance: {label: 年末结余, kind: number, unit: 万元}
invested: {label: 当年投入, kind: number, unit: 万元}
"""
    given = """\
budgeted: true
balance: 620
invested: 1000
"""

    @property
    def deducts(self) -> bool:
        return any(row.deduct is not None for row in self.rows)

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        due: Expr = ZERO if self.deducts else points(self.points)
        conditions = [scope.condition(row.when) for row in self.rows]
        told: Sentence = Because(chain(Op.OR, conditions, Const(False)))
        for row, condition in zip(reversed(self.rows), reversed(conditions), strict=True):
            due = If(condition, self._due(row, scope), due)
            given = row.points if row.deduct is None else row.deduct
            told = Choice(condition, Joined((Because(condition), *priced(given, scope))), told)
        return (Line(due if self.points or self.deducts else ZERO - due, told=told, earns=not self.deducts),)

    def _due(self, row: Row, scope: Scope) -> Expr:
        """What a row takes from the rule's points; where these are none, the bonus that it gives."""
        given = amount(row.points if row.deduct is None else row.deduct, self.points, scope)
        return short_of(self.points, given) if self.points and not self.deducts else given

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:
        conditions = [scope.condition(row.when) for row in self.rows]
        for index, condition in enumerate(conditions):
            before = [~one for one in conditions[:index]]
            yield ("rows", index), chain(Op.AND, [*before, condition], Const(True))

    def claims(self, scope: Scope) -> Iterator[Claim]:
        for index, row in enumerate(self.rows):
            where = ("rows", index)
            yield Claim("never-holds", (*where, "when"), scope.condition(row.when), {"formula": row.when})
            yield from sound_amount(row.deduct, (*where, "deduct"), self.points, scope)
            if row.points is not None:
                yield Claim("below-floor", (*where, "points"), amount(row.points, self.points, scope))
            if self.points:
                yield from within_points(row.points, (*where, "points"), self.points, scope)

    def check(self, scope: Scope) -> Iterator[Finding]:  # noqa: ARG002 - the contract of every rule
        for index, row in enumerate(self.rows):
            if (row.points is None) == (row.deduct is None) or (row.deduct is not None) != self.deducts:
                yield Finding("points-or-deduct", ("rows", index))
            elif self.points and isinstance(row.points, Quantity) and written(row.points, self.points) > self.points:
                parameters = {"found": row.points.text(), "points": plain(self.points)}
                yield Finding("level-above-points", ("rows", index, "points"), parameters)
        if not self.deducts:
            yield from earns_enough([row.points for row in self.rows if row.points is not None], "rows", self.points)
        if not self.rows:
            yield Finding("nothing-inside", ("rows",), {"key": "rows"})

    def sentence(self, words: Words) -> str:
        said = [_said(row, self.points, words) for row in self.rows]
        listed = words.choose("；否则", "; else ").join(said)
        verb = "扣" if self.deducts else "得" if self.points else "加"
        rest = words.choose(f"都不满足的不{verb}分", "nothing off" if self.deducts else "nothing")
        return words.choose(f"{listed}；{rest}", f"{listed}; else {rest}")


def _said(row: Row, full: Fraction, words: Words) -> str:
    event = words.requirements([row.when])
    if row.points is None:
        taken = amount_said(row.deduct, full, words)
        return words.choose(f"{event}的扣 {taken}", f"if {event}: {taken} off")
    earned = earned_said(row.points, full, words)
    if not full and isinstance(row.points, Quantity) and row.points.value > 0:
        more = amount_said(row.points, full, words)
        earned = words.choose(f"加 {more}", f"{more} more")
    return words.choose(f"{event}的{earned}", f"if {event}: {earned}")


RULE = DecisionTable
