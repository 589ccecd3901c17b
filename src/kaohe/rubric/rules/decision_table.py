"""Decision table: the first row whose conditions hold decides (三类条件同时满足的得5分，只满足两类的得3分)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from kaohe.expr.numbers import Points, plain
from kaohe.expr.tree import ZERO, Expr, If, points
from kaohe.formulas.scope import Scope
from kaohe.rubric.rules.phrases import Words
from kaohe.rubric.rules.rule import Finding, Line, Reference, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Row:
    """A condition, and what the rule then awards or takes: `points` or `deduct`."""

    when: Reference
    points: Points | None = None
    deduct: Points | None = None


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
        nothing = Fraction(0) if self.deducts or not self.points else self.points
        due: Expr = points(nothing)
        for row in reversed(self.rows):
            due = If(scope.condition(row.when), points(self._amount(row)), due)
        return (Line(due if self.points or self.deducts else ZERO - due),)

    def _amount(self, row: Row) -> Fraction:
        """What a row takes from the rule's points; where these are none, the bonus that it gives."""
        if row.deduct is not None:
            return row.deduct
        return self.points - (row.points or Fraction(0)) if self.points else row.points or Fraction(0)

    def check(self, scope: Scope) -> Iterator[Finding]:  # noqa: ARG002 - the contract of every rule
        for index, row in enumerate(self.rows):
            if (row.points is None) == (row.deduct is None) or (row.deduct is not None) != self.deducts:
                yield Finding("points-or-deduct", ("rows", index))
        most = max((row.points or Fraction(0) for row in self.rows), default=Fraction(0))
        if not self.deducts and most < self.points:
            yield Finding("earns-too-little", ("rows",), {"found": plain(most), "points": plain(self.points)})
        if not self.rows:
            yield Finding("nothing-inside", ("rows",), {"key": "rows"})

    def sentence(self, words: Words) -> str:
        said = [_said(row, words, bonus=not self.points) for row in self.rows]
        listed = words.choose("；否则", "; else ").join(said)
        verb = "扣" if self.deducts else "得" if self.points else "加"
        rest = words.choose(f"都不满足的不{verb}分", "nothing off" if self.deducts else "nothing")
        return words.choose(f"{listed}；{rest}", f"{listed}; else {rest}")


def _said(row: Row, words: Words, *, bonus: bool) -> str:
    event = words.requirements([row.when])
    if row.deduct is not None:
        return words.choose(f"{event}的扣 {words.points(row.deduct)}", f"if {event}: {words.points(row.deduct)} off")
    earned = words.award(row.points or Fraction(0))
    if bonus and row.points:
        earned = words.choose(f"加 {words.points(row.points)}", f"{words.points(row.points)} more")
    return words.choose(f"{event}的{earned}", f"if {event}: {earned}")


RULE = DecisionTable
