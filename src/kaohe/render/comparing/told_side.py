"""One of two rubrics that are compared, as its own words tell its rules."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from kaohe.authoring.comparing.pairs import Clause, Placed
from kaohe.compiler.accounts import Part
from kaohe.compiler.lowering import ITEMS, in_turn, lower_rule
from kaohe.formulas.scope import Scope, UnknownReference
from kaohe.formulas.tokens import Malformed
from kaohe.messages import Language, say
from kaohe.render.explain.rubric_page import rule_told, words
from kaohe.render.explain.rule_sentences import veto_sentence
from kaohe.render.explain.totals_page import made_of, total, whole_words
from kaohe.rubric.model import Common, Item, Rubric, Section, Veto
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Rule


@dataclass(frozen=True, slots=True)
class ToldSide:
    """A rubric that may not be sound yet: what can't be told in sentences is left out."""

    rubric: Rubric
    language: Language

    def clause(self, placed: Placed, clause: Clause) -> str:
        """All that a rule or a veto does; nothing for other words."""
        with suppress(UnknownReference, Malformed, LookupError):
            return say("compare.stop", self.language).join(self._sentences(placed, clause))
        return ""

    def _sentences(self, placed: Placed, clause: Clause) -> list[str]:
        item, one = placed.item, clause.holder
        called = words(item, self.rubric.common, self.language, self._titles())
        if isinstance(one, Rule):
            scope = _scope(item, self.rubric.common_before(item))
            return [] if _unsound(one, scope) else rule_told(one, item, called, scope)
        if isinstance(one, Veto):
            return [veto_sentence(one, called)]
        return []

    def made(self, placed: Placed) -> list[str]:
        """How the item's facts that are made of others come about."""
        with suppress(UnknownReference, Malformed, LookupError):
            called = words(placed.item, self.rubric.common, self.language, self._titles())
            return list(made_of(placed.item.indicators, called))
        return []

    def above(self, one: Section | Rubric) -> list[str]:
        """How a section, or the whole, comes about where it is no plain sum."""
        with suppress(UnknownReference, Malformed, LookupError):
            return list(total(one, self._whole()))
        return []

    def _whole(self) -> Words:
        of_items = {
            item.id: words(item, self.rubric.common, self.language, self._titles()) for _, item in self.rubric.items()
        }
        return whole_words(self.rubric, of_items, self.language)

    def _titles(self) -> Mapping[str, str]:
        return {f"{ITEMS}.{item.id}": item.title for _, item in self.rubric.items()}


def _scope(item: Item, common: Common) -> Scope:
    """All that the item's rules may name; the result of a rule that is not sound is nothing."""
    scope = item.scope(common)
    for _, _, following in in_turn(item, scope, _lowered):
        scope = following
    return scope


def _lowered(place: int, item: Item, scope: Scope) -> Part | None:
    return None if _unsound(item.rules[place - 1], scope) else lower_rule(place, item, scope)


def _unsound(rule: Rule, scope: Scope) -> bool:
    """Whether something is wrong with it for which it can't be computed."""
    return any(rule.of_one.check(scope.of_each(rule.for_each.list) if rule.for_each else scope))
