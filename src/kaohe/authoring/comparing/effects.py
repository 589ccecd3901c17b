"""What another rubric does to units: their scores by either, and what each changed clause moved on the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from kaohe.authoring.comparing.comparison import RubricComparison
from kaohe.authoring.comparing.mixed_items import Parts, material
from kaohe.authoring.comparing.reached import Reached
from kaohe.authoring.comparing.way import Step, way
from kaohe.messages import Language
from kaohe.results.causes import Level, Points
from kaohe.results.rank_spans import RankSpan, rank_spans
from kaohe.results.score_range import ScoreRange
from kaohe.rubric.model import Rubric, Section
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer, Scores
from kaohe.stages.peer_facts import known_over_all
from kaohe.stages.rubric_versions import row_under
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.reader import Judgement, Values


@dataclass(frozen=True, slots=True)
class Moved:
    """What one step moved the whole by; None where that can't be said as long as facts are missing."""

    parts: Parts
    points: Points


@dataclass(frozen=True, slots=True)
class UnitEffect:
    """A unit by both rubrics. Where both scores are decided, `moved` add up to their difference.

    `asked` are the labels of facts that the new rubric asks for and the unit has not reported; `judged` the titles of
    items whose points by judgement were given for another text, and so do not count by the new one.
    """

    unit: str
    old: ScoreRange
    new: ScoreRange
    old_rank: RankSpan
    new_rank: RankSpan
    moved: tuple[Moved, ...]
    asked: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()

    @property
    def difference(self) -> Points:
        old, new = self.old.score, self.new.score
        return None if old is None or new is None else new - old

    @property
    def difference_range(self) -> ScoreRange:
        """Between what the difference lies, as long as a score is open."""
        low, high = _less(self.new.low, self.old.high), _less(self.new.high, self.old.low)
        return ScoreRange(Fraction(0), low, high, self.old.scored and self.new.scored)


def _less(one: Points, other: Points) -> Points:
    return None if one is None or other is None else one - other


TOTAL: tuple[Level, str] = ("total", "")


def effects(
    comparison: RubricComparison,
    sides: tuple[CompiledRubric, CompiledRubric],
    states: Sequence[UnitState],
    language: Language,
) -> tuple[UnitEffect, ...]:
    """For units, as the rubrics that their files name have them, scored by the `sides`: the old rubric and the new."""
    units = _Units(comparison, *sides, states, language)
    before = units.under(Step((), sides[0], {}))
    reached = [units.reached(scores) for scores in units.scores(before)]
    moved: list[list[Moved]] = [[] for _ in states]
    for step in way(comparison, sides[1]):
        after = units.under(step)
        own = [(pair.old or pair.shown).item.id for pair, _ in step.parts]
        for one, scores, found in zip(reached, units.scores(after, step.names), moved, strict=True):
            items = {name: points for (level, name), points in scores.items() if level == "item"}
            found.append(Moved(step.parts, one.step(own, scores[TOTAL], items)))
    return tuple(units.effects(before, after, moved))


@dataclass(frozen=True, slots=True)
class _Scored:
    """Units under one rubric of the way."""

    scorer: Scorer
    values: Sequence[Values]


@dataclass(frozen=True, slots=True)
class _Units:
    """Units that go the way from one rubric to another."""

    comparison: RubricComparison
    old: CompiledRubric
    new: CompiledRubric
    states: Sequence[UnitState]
    language: Language

    def under(self, step: Step) -> _Scored:
        """The units as this step has them, with what is known over all of them."""
        compiled = step.compiled
        rows = [self._row(state, step) for state in self.states]
        if compiled.peers:
            known = dict(known_over_all([(str(at), row) for at, row in enumerate(rows)], compiled))
            rows = [
                tuple(known[str(at)].get(place, one) for place, one in enumerate(row)) for at, row in enumerate(rows)
            ]
        values = [
            replace(state.values, row=row, judgements=self._judged(state, compiled, step.names), given={}, notes=())
            for state, row in zip(self.states, rows, strict=True)
        ]
        return _Scored(Scorer(compiled, self.language), values)

    def _row(self, state: UnitState, step: Step) -> tuple[Any, ...]:
        """The facts of the old rubric as that has them; what only the new one asks for as it knows them again."""
        old, new = (self._under(state, side) for side in (self.old, self.new))
        if step.compiled in (self.old, self.new):
            return new if step.compiled is self.new else old
        found: list[Any] = []
        for fact in step.compiled.layout.facts:
            before = self.old.layout.by_key.get(fact.keys()[0])
            same = before is not None and material(before.indicator) == material(fact.indicator)
            after = self.new.layout.by_key.get(_key(fact.keys()[0], step.names))
            side, row = (before, old) if same else (after, new)
            found += [None] * fact.width() if side is None else row[side.start : side.start + fact.width()]
        return tuple(found)

    def _under(self, state: UnitState, side: CompiledRubric) -> tuple[Any, ...]:
        return row_under(state.compiled, side, state.row, state.values.year, labels=True)

    def _judged(self, state: UnitState, compiled: CompiledRubric, names: Mapping[str, str]) -> Mapping[int, Judgement]:
        """Points by judgement as long as their item is worth what it was; `names` are ids by those of before."""
        given = {state.compiled.items[at].item.id: one for at, one in state.values.judgements.items()}
        worth = {trees.item.id: trees.item.points for trees in state.compiled.items}
        back = {new: old for old, new in names.items()} if compiled is self.new else {}
        found = {}
        for at, trees in enumerate(compiled.items):
            name = back.get(trees.item.id, trees.item.id)
            if name in given and worth[name] == trees.item.points:
                found[at] = given[name]
        return found

    def reached(self, scores: Scores) -> Reached:
        items = {name: points for (level, name), points in scores.items() if level == "item"}
        return Reached(scores[TOTAL], items, _plain(self.old.rubric) and _plain(self.new.rubric))

    def scores(self, scored: _Scored, names: Mapping[str, str] | None = None) -> list[Scores]:
        """Every unit's scores, those of items by the ids that they have on the way."""
        back = {new: old for old, new in (names or {}).items()} if scored.scorer.compiled is self.new else {}
        found = [scored.scorer.scores(one) for one in scored.values]
        return [{(level, back.get(name, name)): points for (level, name), points in one.items()} for one in found]

    def effects(self, before: _Scored, after: _Scored, moved: Sequence[Sequence[Moved]]) -> Iterator[UnitEffect]:
        old, new = ([side.scorer.score(one) for one in side.values] for side in (before, after))
        old_ranks, new_ranks = (rank_spans([one.bare() for one in sheets]) for sheets in (old, new))
        for at, state in enumerate(self.states):
            lacked = {one.label for one in old[at].missing}
            judged, still = (_judged_items(side, at) for side in (before, after))
            yield UnitEffect(
                unit=state.values.unit,
                old=old[at].bare(),
                new=new[at].bare(),
                old_rank=old_ranks[at],
                new_rank=new_ranks[at],
                moved=tuple(moved[at]),
                asked=tuple(dict.fromkeys(one.label for one in new[at].missing if one.label not in lacked)),
                judged=tuple(one for one in judged if one not in still),
            )


def _judged_items(side: _Scored, at: int) -> list[str]:
    """The titles of the items that a unit has points by judgement for."""
    return [side.scorer.compiled.items[place].item.title for place in side.values[at].judgements]


def _key(key: str, ids: Mapping[str, str]) -> str:
    """A fact's key under the id that its item has in the new rubric."""
    item, dot, rest = key.partition(".")
    return f"{ids.get(item, item)}{dot}{rest}"


def _plain(rubric: Rubric) -> bool:
    """Whether the whole is the sum of its items."""
    several: tuple[Rubric | Section, ...] = (rubric, *rubric.sections)
    bound = any(one.score is not None or one.most is not None or one.least is not None or one.vetoes for one in several)
    return not bound and rubric.rescale is None
