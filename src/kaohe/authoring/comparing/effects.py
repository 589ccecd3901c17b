"""What another rubric does to units: their scores by either, and what each changed clause moved on the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kaohe.authoring.comparing.comparison import RubricComparison
from kaohe.authoring.comparing.mixed_items import Parts
from kaohe.authoring.comparing.reached import Reached
from kaohe.authoring.comparing.rows import Rows, rows_of
from kaohe.authoring.comparing.way import Step, way
from kaohe.messages import Language
from kaohe.results.causes import Level, Points, less
from kaohe.results.rank_spans import RankSpan, rank_spans
from kaohe.results.score_range import ScoreRange
from kaohe.rubric.model import Rubric, Section
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer, Scores
from kaohe.stages.kept_meanings import Meanings, meanings
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
    items whose points by judgement were given for another text, and so do not count by the new one; `meanings` what to
    look at of the facts that were taken over.
    """

    unit: str
    old: ScoreRange
    new: ScoreRange
    old_rank: RankSpan
    new_rank: RankSpan
    moved: tuple[Moved, ...]
    asked: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    meanings: Meanings = field(default_factory=Meanings)

    @property
    def difference(self) -> Points:
        return less(self.new.score, self.old.score)

    @property
    def difference_range(self) -> ScoreRange:
        """Between what the difference lies, as long as a score is open."""
        low, high = less(self.new.low, self.old.high), less(self.new.high, self.old.low)
        return ScoreRange(Fraction(0), low, high, self.old.scored and self.new.scored)


TOTAL: tuple[Level, str] = ("total", "")


def effects(
    comparison: RubricComparison,
    sides: tuple[CompiledRubric, CompiledRubric],
    states: Sequence[UnitState],
    language: Language,
) -> tuple[UnitEffect, ...]:
    """For units, as the rubrics that their files name have them, scored by the `sides`: the old rubric and the new."""
    units = _Units(*sides, states, rows_of(states, *sides), language)
    before = units.under(Step((), sides[0], {}))
    reached = units.reached(before)
    moved: list[list[Moved]] = [[] for _ in states]
    for step in way(comparison, sides[1]):
        after = units.under(step)
        for found, points in zip(moved, units.move(step, after, reached), strict=True):
            found.append(Moved(step.parts, points))
    return tuple(units.effects(before, after, moved))


@dataclass(frozen=True, slots=True)
class _Scored:
    """Units under one rubric of the way."""

    scorer: Scorer
    values: Sequence[Values]


@dataclass(frozen=True, slots=True)
class _Units:
    """Units that go the way from one rubric to another."""

    old: CompiledRubric
    new: CompiledRubric
    states: Sequence[UnitState]
    rows: Rows
    language: Language

    def under(self, step: Step) -> _Scored:
        """The units as this step has them, with what is known over all of them."""
        values = [
            replace(state.values, row=row, judgements=self._judged(state, step), given={}, notes=())
            for state, row in zip(self.states, self.rows.under(step), strict=True)
        ]
        return _Scored(Scorer(step.compiled, self.language), values)

    def _judged(self, state: UnitState, step: Step) -> Mapping[int, Judgement]:
        """Points by judgement as long as their item is worth what it was."""
        given = {state.compiled.items[at].item.id: one for at, one in state.values.judgements.items()}
        worth = {trees.item.id: trees.item.points for trees in state.compiled.items}
        back = self._back(step)
        found = {}
        for at, trees in enumerate(step.compiled.items):
            name = back.get(trees.item.id, trees.item.id)
            if name in given and worth[name] == trees.item.points:
                found[at] = given[name]
        return found

    def _back(self, step: Step) -> Mapping[str, str]:
        """The ids that the items of the new rubric have on the way, where they have others."""
        return {new: old for old, new in step.names.items()} if step.compiled is self.new else {}

    def reached(self, before: _Scored) -> list[Reached]:
        """Where the units begin."""
        plain = _plain(self.old.rubric) and _plain(self.new.rubric)
        found = [before.scorer.scores(one) for one in before.values]
        return [Reached(scores[TOTAL], _items(scores, {}), plain) for scores in found]

    def move(self, step: Step, after: _Scored, reached: Sequence[Reached]) -> list[Points]:
        """By how much a step moves each unit."""
        names = {new: old for old, new in step.names.items()}
        own = [pair.old.item.id if pair.old else names[pair.shown.item.id] for pair, _ in step.parts]
        found = [after.scorer.scores(one) for one in after.values]
        back = self._back(step)
        return [one.step(own, scores[TOTAL], _items(scores, back)) for one, scores in zip(reached, found, strict=True)]

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
                meanings=meanings(state.compiled, self.new, state.row),
            )


def _judged_items(side: _Scored, at: int) -> list[str]:
    """The titles of the items that a unit has points by judgement for."""
    return [side.scorer.compiled.items[place].item.title for place in side.values[at].judgements]


def _items(scores: Scores, back: Mapping[str, str]) -> dict[str, Points]:
    return {back.get(name, name): points for (level, name), points in scores.items() if level == "item"}


def _plain(rubric: Rubric) -> bool:
    """Whether the whole is the sum of its items."""
    several: tuple[Rubric | Section, ...] = (rubric, *rubric.sections)
    bound = any(one.score is not None or one.most is not None or one.least is not None or one.vetoes for one in several)
    return not bound and rubric.rescale is None
