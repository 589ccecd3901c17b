"""Awards: points gathered per occurrence or once, up to a limit (每次得0.5分，最高1分；获表彰一次加3分)."""

from collections.abc import Iterator
from typing import Literal

from kaohe.expr.sentence_tree import Choice, EachMember, Figure, Joined, Phrase, Sentence
from kaohe.expr.tree import ZERO, Expr, Notation, total
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.claims import Claim, Path
from kaohe.rubric.rule_parts.most_awarded import Most, award, bonus_without_limit, most_said, no_cap, sound_most
from kaohe.rubric.rule_parts.occurrences import Occurrence, check_all, claims_of_all
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Awards(Rule):
    """What is gathered counts up to `most`; that is the rule's points where it is not given.

    With `points: 0` all of it is a bonus beyond the full marks, and `most` must be given.
    """

    type: Literal["awards"] = "awards"
    awards: tuple[Occurrence, ...]
    most: Most = None

    example = """\
- type: awards
  clause: 国家、省（部）级表彰一次得3、2分，信息采用每篇得0.1分且累计不超过2分，满分10分
  points: 10
  awards:
    - {count: national_commendations, each: 3}
    - {count: provincial_commendations, each: 2}
    - {count: articles, each: 0.1, cap: 2}
"""
    facts = """\
national_commendations: {label: 国家表彰, kind: count, unit: 次}
provincial_commendations: {label: 省（部）级表彰, kind: count, unit: 次}
articles: {label: 信息采用, kind: count, unit: 篇}
"""
    given = """\
national_commendations: 1
provincial_commendations: 2
articles: 24
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        told = Joined([self._told(one) for one in self._lines(scope)])
        return (award(self.points, self._gathered(scope), self.most, scope, told),)

    def _lines(self, scope: Scope) -> list[Line]:
        optional = self.not_applicable is not None
        return [one.line(scope, self.points, optional=optional) for one in self.awards]

    def _gathered(self, scope: Scope) -> Expr:
        return total([line.total() for line in self._lines(scope)])

    def _told(self, line: Line) -> Sentence:
        """What one kind of occurrence came to."""
        if line.members:
            return EachMember(line.members, line.due, _gained(line.told, line.due, line.limit))
        alone = len(self.awards) == 1 and line.limit is None
        return line.told if alone else _gained(line.told, line.due, line.limit)

    def apart(self, scope: Scope) -> tuple[Expr, ...]:
        return tuple(one.exists(scope, self.points) for one in self.awards)

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:
        for index, one in enumerate(self.awards):
            yield ("awards", index), one.occurs(scope)

    def claims(self, scope: Scope) -> Iterator[Claim]:
        yield from claims_of_all(self.awards, "awards", self.points, scope)
        yield from sound_most(self.points, self.most, scope)
        yield Claim("below-floor", ("awards",), self._gathered(scope))

    def check(self, scope: Scope) -> Iterator[Finding]:
        yield from check_all(self.awards, "awards", scope)
        yield from bonus_without_limit(self.points, self.most)
        yield from no_cap(self)

    def sentence(self, words: Words) -> str:
        verb = ("得", "earned") if self.points else ("加", "added")
        listed = words.choose("；", "; ").join(one.sentence(words, verb, self.points) for one in self.awards)
        return listed + most_said(self.points, self.most, words)


def _gained(facts: Sentence, due: Expr, limit: Expr | None) -> Sentence:
    """Facts with what they give."""
    blanks = {"facts": facts, "points": Figure(due, Notation.POINTS)}
    gained: Sentence = Phrase("{facts} 得 {points}", "{facts}: {points}", blanks)
    if limit is not None:
        blanks = {"facts": facts, "points": Figure(limit, Notation.POINTS)}
        most = Phrase("{facts} 最多得 {points}", "{facts}: at most {points}", blanks)
        gained = Choice(due > limit, most, gained)
    return Choice(due > ZERO, gained, facts)


RULE = Awards
