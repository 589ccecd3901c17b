"""What a rubric asks a unit: each fact with how to answer, the clauses that ask and whether it may not apply."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.grade_trees import grade_trees
from kaohe.compiler.lowering import lower
from kaohe.compiler.row_layout import Fact, RowLayout, field_label, layout
from kaohe.compiler.totals import total_reads, totals
from kaohe.expr.tree_questions import facts_read, inputs
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language, say
from kaohe.rubric.model import Rubric
from kaohe.submission.member_headings import measured
from kaohe.submission.peers import peer_facts


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to be reported. Without clauses, only a reading that is not taken asks for it."""

    fact: Fact
    clauses: tuple[str, ...]
    optional: bool
    above: bool = False
    """Whether sections, the whole, grades or facts over all units ask for it."""
    members_of: str = ""
    """What the list is called whose members it has."""

    def lines(self, language: Language) -> Iterator[tuple[str, str]]:
        """The question in words, each part with its heading: the first has none, nor have remarks on the answer."""
        indicator = self.fact.indicator
        words = _words(indicator, language)
        kind = "names" if indicator.names_only else "list" if indicator.list else indicator.kind
        how = say(f"question.{kind}", language, **words)
        label = measured(indicator.label, indicator.unit, language)
        yield "", say("question.line", language, label=label, how=how)
        if indicator.list and not indicator.names_only:
            answer = say(f"question.member-{indicator.kind}", language, **words)
            yield "", say("question.member", language, answer=answer)
        if indicator.members:
            names = say("question.between", language).join(indicator.members)
            yield "", say("question.members", language, names=names)
        yield from (("", remark) for remark in self._bounds(language))
        if self.optional:
            yield "", say("question.not-applicable", language)
        if indicator.note:
            yield say("question.note", language), indicator.note
        for clause in self.clauses:
            yield say("question.clause", language), clause
        if self.above:
            yield "", say("question.above", language)
        elif not self.clauses:
            yield "", say("question.unasked", language)

    def remarks(self, language: Language, *, ranged: bool = True) -> Iterator[str]:
        """What is to be known of the answer, whatever it is written into; `ranged` where it is a number."""
        yield from self._bounds(language, ranged=ranged)
        if self.fact.indicator.note:
            yield f"{say('question.note', language)}{self.fact.indicator.note}"

    def _bounds(self, language: Language, *, ranged: bool = True) -> Iterator[str]:
        """Which members and which numbers may be given."""
        if self.members_of:
            yield say("question.members-of", language, other=self.members_of)
        span = self.fact.indicator.range
        if span is not None and ranged:
            low, high = ("…" if side is None else side.text() for side in (span.from_, span.to))
            yield say("question.range", language, low=low, high=high)
        if self.fact.indicator.evidence is not None:
            yield say(f"question.evidence-{self.fact.indicator.evidence}", language)


def fields(indicator: Indicator, language: Language) -> Mapping[str, str]:
    """What to write in each field of an indicator that has several."""
    return {name: field_label(indicator, name, language) for name in indicator.fields if name}


def questions(rubric: Rubric) -> Mapping[str, tuple[Question, ...]]:
    """The questions of each item by its id, in the form's order; the parameters' by an empty text."""
    place = layout(rubric)
    clauses: dict[str, dict[str, None]] = defaultdict(dict)
    optional: set[str] = set()
    lowered = lower(rubric)
    above = {fact.key for fact in place.find(_above(rubric, lowered, place))}
    for trees in lowered:
        optional |= trees.optional()
        for account, read in zip(trees.accounts, trees.trees, strict=True):
            for fact in place.find(frozenset().union(*map(inputs, read)) | {account.line.members}):
                for key in filter(None, (fact.key, fact.members_of)):
                    clauses[key][account.clause] = None
    found: dict[str, tuple[Question, ...]] = defaultdict(tuple)
    for fact in place.facts:
        if not fact.indicator.asked:
            continue
        asked_by = tuple(clauses[fact.key])
        other = place.by_key[fact.members_of].indicator.label if fact.members_of else ""
        question = Question(fact, asked_by, not optional.isdisjoint(fact.keys()), fact.key in above, other)
        found[fact.item] += (question,)
    return found


def _above(rubric: Rubric, items: tuple[ItemAccounts, ...], place: RowLayout) -> frozenset[str]:
    """The keys of the facts that are read above items, or over all units."""
    found = total_reads(totals(rubric, items))
    found |= facts_read(*(tree for trees in grade_trees(rubric).values() for tree in (*trees.asked, *trees.events)))
    return found.union(*(one.keys() for peer in peer_facts(rubric, place) for one in peer.facts))


def _words(indicator: Indicator, language: Language) -> Mapping[str, str]:
    """The names of an indicator's fields and of its options."""
    options = (say("question.option", language, name=name, label=label) for name, label in indicator.options.items())
    named = {name: field_label(indicator, name, language) for name in indicator.fields if name}
    record = ", ".join(f"{name}: {one.label}" for name, one in indicator.facts.items())
    return {**named, "options": say("question.between", language).join(options), "record": record}
