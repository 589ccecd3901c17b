"""Deductions: one pool of points drained per occurrence or once (每有一次扣1分，扣完为止)."""

from collections.abc import Iterator
from typing import Literal

from kaohe.expr.tree import Expr
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.claims import Claim, Path
from kaohe.rubric.rule_parts.occurrences import Occurrence, check_all, claims_of_all
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Deductions(Rule):
    """All deductions drain the rule's points, in the order written.

    Escalation is a second entry on the same count: from the third time on, `free: 2`.
    """

    type: Literal["deductions"] = "deductions"
    deductions: tuple[Occurrence, ...]

    example = """\
- type: deductions
  clause: 市和所辖县（市）按规定时间全部出台文件得5分，市级未出台文件扣2分，县级未出台文件每个扣0.5分，扣完为止
  points: 5
  deductions:
    - {unless: city_document_issued, once: 2}
    - {count: counties_without_document, each: 0.5}
"""
    facts = """\
city_document_issued: {label: 市级已出台文件, kind: flag}
counties_without_document: {label: 未出台文件的县（市）, kind: count, unit: 个}
"""
    given = """\
city_document_issued: false
counties_without_document: 3
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        optional = self.not_applicable is not None
        return tuple(one.line(scope, self.points, optional=optional) for one in self.deductions)

    def apart(self, scope: Scope) -> tuple[Expr, ...]:
        return tuple(one.exists(scope, self.points) for one in self.deductions)

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:
        for index, one in enumerate(self.deductions):
            yield ("deductions", index), one.occurs(scope)

    def claims(self, scope: Scope) -> Iterator[Claim]:
        yield from claims_of_all(self.deductions, "deductions", self.points, scope)

    def check(self, scope: Scope) -> Iterator[Finding]:
        yield from check_all(self.deductions, "deductions", scope)

    def sentence(self, words: Words) -> str:
        full = words.points(self.points)
        lead = words.choose(f"从 {full}起扣：", f"from {full}: ") if self.points else words.choose("只扣分：", "")
        said = (one.sentence(words, ("扣", "off"), self.points) for one in self.deductions)
        listed = words.choose("；", "; ").join(said)
        return f"{lead}{listed}{words.choose('，扣完为止', ', down to 0') if self.floor == 'part' else ''}"


RULE = Deductions
