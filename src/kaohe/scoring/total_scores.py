"""Sections and the whole of one unit: computed where all is known, between bounds where something is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Any

from kaohe.backends.bounds import Interval, Missing, bounds
from kaohe.backends.exact import Compiled, compile_trees
from kaohe.backends.sentences import SpokenSentence
from kaohe.backends.spoken_numbers import spoken_points
from kaohe.backends.text import Arithmetic
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import BY_FORMULA, SECTIONS, WHOLE, Total
from kaohe.expr.numbers import added, int_if_whole
from kaohe.expr.sentence_tree import Because
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Op, points
from kaohe.expr.tree_questions import defined, facts_read, inputs
from kaohe.messages import Language, say
from kaohe.results.score_range import ScoreRange, Side
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.gaps import Row, is_missing, possible

Results = Mapping[str, ScoreRange]


@dataclass(frozen=True, slots=True)
class Change:
    """What one step of a total took (or gave, below zero), why, and its arithmetic.

    It is `certain` where missing facts leave the arithmetic open, but not the score: then it stands for all steps.
    """

    name: str
    clause: str
    taken: Fraction
    why: str
    arithmetic: str = ""
    certain: bool = False


class TotalScorer:
    """Sections and the whole of one rubric's units."""

    def __init__(self, compiled: CompiledRubric, language: Language) -> None:
        self._compiled = compiled
        items = [trees.item for trees in compiled.items]
        sections = compiled.rubric.sections
        names = [*(f"{ITEMS}.{item.id}" for item in items), *(f"{SECTIONS}.{one.id}" for one in sections), WHOLE]
        behind = {name: f"v[{compiled.layout.width + place}]" for place, name in enumerate(names)}
        self._slots = {**compiled.layout.slots, **behind}
        self._places = {name: compiled.layout.width + place for place, name in enumerate(names)}
        self._language = language
        self._names = compiled.layout.names(language)
        self._runs: dict[str, Any] = {}
        self._sounds: dict[Expr, Compiled | None] = {}
        self._reasons: dict[Expr, SpokenSentence] = {}
        self._texts: dict[tuple[str, int], tuple[SpokenSentence, Arithmetic]] = {}

    def settle(self, total: Total, row: Row, results: Results) -> ScoreRange:
        """A section or the whole; `results` are those of the items and sections below it, by name."""
        if self._unscored(total, row, results):
            return ScoreRange.none(total.points)
        if total.steps and self._complete(total.score, row, results):
            score = Fraction(self._run(total)(self._full(row, results))[-1])
            return ScoreRange.at(total.points, score)
        return self.within(total, row, results)

    def _unscored(self, total: Total, row: Row, results: Results) -> bool:
        """Whether there is nothing to score: nothing applies, or a part that it is made of has no score."""
        read = frozenset(total.parts) if not total.steps else inputs(total.score)
        if any(not results[name].scored for name in read & results.keys()):
            return True
        applies = total.applies
        return applies is not None and bounds(applies, self._possible(applies, row, results)).high <= 0

    def within(self, total: Total, row: Row, results: Results) -> ScoreRange:
        """The same by bounds alone, also where the row holds `Missing` in place of a fact that could be anything."""
        if not total.steps:
            return _summed(total.points, [results[name] for name in total.parts])
        interval = bounds(total.score, self._possible(total.score, row, results))
        return ScoreRange(total.points, *interval.points())

    def changes(self, total: Total, row: Row, results: Results, left: Fraction) -> Sequence[Change]:
        """What each step (a formula, a bound, a veto) took or gave on the way to a decided score.

        `left` is where the steps start: full points less what the total's parts have lost. Where facts are missing that
        can't change the score, but could change what each step takes, the one that settles it stands for all.
        """
        if not all(self._complete(step.tree, row, results) for step in total.steps):
            score = self.settle(total, row, results).score
            settled = score is not None and score != left
            return [self._certain(total, row, results, left - (score or 0))] if settled else []
        full, reached, found = self._full(row, results), left, []
        for place, score in enumerate(self._run(total)(full) if total.steps else ()):
            if score != reached:
                step = total.steps[place]
                sentence, arithmetic = self._texts_of(total, place)
                why = sentence.fill(full)
                if step.name == BY_FORMULA:
                    plain = spoken_points(Fraction(reached), self._language)
                    why = say("reason.by_formula", self._language, why=why, left=plain)
                found.append(Change(step.name, step.clause, reached - score, why, arithmetic.fill(full)))
            reached = Fraction(score)
        return found

    def _certain(self, total: Total, row: Row, results: Results, taken: Fraction) -> Change:
        """By the first step from which on nothing that is missing changes what is reached."""
        spans = [bounds(step.tree, self._possible(step.tree, row, results)) for step in total.steps]
        still_open = [place for place, span in enumerate(spans[:-1]) if not span.exact()]
        step, why = total.steps[max(still_open, default=-1) + 1], ""
        match step.tree:
            case Call(Op.MINIMUM | Op.MAXIMUM as op, (_, Const(Fraction() as side))):
                code = "reason.total_most" if op is Op.MINIMUM else "reason.total_least"
                why = say(code, self._language, bound=spoken_points(side, self._language))
        return Change(step.name, step.clause, taken, why, certain=True)

    def holds(self, condition: Expr, row: Row, results: Results) -> bool | None:
        """Whether a condition holds; None where missing facts leave that open."""
        interval = bounds(If(condition, points(Fraction(1)), ZERO), self._possible(condition, row, results))
        return None if interval.low != interval.high else interval.low == 1

    def because(self, condition: Expr, row: Row, results: Results) -> str:
        """The facts and scores that decide a condition; nothing while something that it reads is open."""
        if not self._complete(condition, row, results):
            return ""
        if condition not in self._reasons:
            sentence = Because(condition)
            self._reasons[condition] = SpokenSentence(sentence, self._slots, self._names, self._language)
        return self._reasons[condition].fill(self._full(row, results))

    def number(self, tree: Expr, row: Row, results: Results) -> Side:
        """What a number above items comes to; None where missing facts leave that open."""
        low, high = bounds(tree, self._possible(tree, row, results)).points()
        return low if low == high else None

    def _complete(self, tree: Expr, row: Row, results: Results) -> bool:
        """Whether nothing that the tree reads is missing or open, and nothing divides by zero."""
        facts = self._compiled.layout.find(facts_read(tree))
        decided = all(results[key].score is not None for key in inputs(tree) if key in results)
        if not decided or any(is_missing(fact, row) for fact in facts):
            return False
        sound = self._sound(tree)
        return sound is None or bool(sound(self._full(row, results))[0])

    def _sound(self, tree: Expr) -> Compiled | None:
        """Whether the tree can be computed, as a function; None where nothing is divided."""
        if tree not in self._sounds:
            condition = defined(tree)
            self._sounds[tree] = None if condition is None else compile_trees([condition], self._slots)
        return self._sounds[tree]

    def _possible(self, tree: Expr, row: Row, results: Results) -> Mapping[str, Any]:
        facts = dict(possible(self._compiled.layout.find(facts_read(tree)), row, self._compiled.optional))
        for name, one in results.items():
            low, high = (-inf if one.low is None else one.low), (inf if one.high is None else one.high)
            facts[name] = one.low if one.score is not None else Missing(Interval(low, high))
        return facts

    def _full(self, row: Row, results: Results) -> list[Any]:
        full = [*row, *([0] * len(self._places))]
        for name, one in results.items():
            full[self._places[name]] = int_if_whole(one.score or Fraction(0))
        return full

    def _run(self, total: Total) -> Any:
        if total.id not in self._runs:
            self._runs[total.id] = compile_trees([step.tree for step in total.steps], self._slots)
        return self._runs[total.id]

    def _texts_of(self, total: Total, place: int) -> tuple[SpokenSentence, Arithmetic]:
        """The sentence of a step, and its arithmetic."""
        key = total.id, place
        if key not in self._texts:
            step, given = total.steps[place], (self._slots, self._names, self._language)
            self._texts[key] = SpokenSentence(step.told, *given), Arithmetic(step.tree, *given)
        return self._texts[key]


def _summed(full: Fraction, parts: Sequence[ScoreRange]) -> ScoreRange:
    """A plain sum; one side that is open leaves the sum's open."""
    low = _sum([one.low for one in parts])
    decided = all(one.low is one.high for one in parts)
    return ScoreRange(full, low, low if decided else _sum([one.high for one in parts]))


def _sum(sides: Sequence[Side]) -> Side:
    known = [side for side in sides if side is not None]
    return added(known) if len(known) == len(sides) else None
