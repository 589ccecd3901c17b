"""A unit as it stands somewhere on the way from a stage to the next: what scores it, its facts, its judgements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kaohe.results.sheet import Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer, Scores
from kaohe.submission.reader import Judgement, Values


@dataclass(frozen=True, slots=True)
class UnitState:
    """`known` are facts over all units, by their places in the row, where the unit's own row has none."""

    scorer: Scorer
    values: Values
    known: Mapping[int, Any] = field(default_factory=dict)

    @property
    def compiled(self) -> CompiledRubric:
        return self.scorer.compiled

    @property
    def label(self) -> str:
        """The stage by its name on the form."""
        return next(label for stage, label in self.compiled.rubric.stages.items() if stage == self.values.stage)

    @property
    def row(self) -> tuple[Any, ...]:
        """The facts with those over all units in their places."""
        own = self.values.row
        if not self.known:
            return own
        return tuple(self.known.get(place) if value is None else value for place, value in enumerate(own))

    def sheet(self) -> Sheet:
        return self.scorer.score(replace(self.values, row=self.row))

    def scores(self) -> Scores:
        return self.scorer.scores(replace(self.values, row=self.row))

    def at(self, stage: str, path: str) -> "UnitState":
        """The same at the beginning of a stage, of which a file tells."""
        return replace(self, values=replace(self.values, stage=stage, path=path))

    def place(self, item: str) -> int:
        """Where an item stands on the form."""
        return [trees.item.id for trees in self.compiled.items].index(item)

    def under(self, scorer: Scorer) -> "UnitState":
        """The same unit scored by another rubric: facts and items are known again by their names."""
        from kaohe.stages.rubric_versions import kept, row_under

        old, new = self.compiled, scorer.compiled
        row = row_under(old, new, self.values.row, self.values.year)
        known = {fact.start: self.known[one.start] for one, fact in kept(old, new) if one.start in self.known}
        places = {trees.item.id: place for place, trees in enumerate(new.items)}
        ids = [trees.item.id for trees in old.items]
        judgements = {places[ids[at]]: one for at, one in self.values.judgements.items() if ids[at] in places}
        return UnitState(scorer, replace(self.values, row=row, judgements=judgements), known)

    def changed(self, row: Sequence[Any]) -> "UnitState":
        return replace(self, values=replace(self.values, row=tuple(row)))

    def judged(self, place: int, judgement: Judgement | None) -> "UnitState":
        """With the points of one item given by judgement, or computed again."""
        rest = {at: one for at, one in self.values.judgements.items() if at != place}
        judgements = rest if judgement is None else {**rest, place: judgement}
        return replace(self, values=replace(self.values, judgements=judgements))
