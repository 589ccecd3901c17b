"""All or nothing: the points when every requirement holds, else none (得X分，否则不得分)."""

from collections.abc import Iterator
from typing import Annotated, Literal

from kaohe.expr.numbers import Text
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.most_awarded import no_cap
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import REQUIREMENTS, Finding, Line, Rule
from kaohe.source.models import frozen_model


@frozen_model
class AllOrNothing(Rule):
    """The requirements, which every rule may have, are all there is to it."""

    type: Literal["all_or_nothing"] = "all_or_nothing"
    requires: Annotated[tuple[Text, ...], REQUIREMENTS]

    example = """\
- type: all_or_nothing
  clause: 建立使用管理制度的得3分，否则不得分
  points: 3
  requires: management_rules
"""
    facts = """\
management_rules: {label: 已建立使用管理制度, kind: flag}
"""
    given = """\
management_rules: false
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:  # noqa: ARG002 - the contract of every rule
        return ()

    def check(self, scope: Scope) -> Iterator[Finding]:  # noqa: ARG002 - the contract of every rule
        if not self.points:
            yield Finding("requires-without-points", ())
        yield from no_cap(self)

    def sentence(self, words: Words) -> str:
        needed, award = words.requirements(self.requires), words.award(self.points)
        return words.choose(f"{needed}的，{award}；否则不得分", f"{award} if {needed}, else nothing")


RULE = AllOrNothing
