"""A unit on its way through the stages: its state at each, the steps between them, what is wrong in its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaohe.problems import Problem
from kaohe.results.causes import CauseKind
from kaohe.results.sheet import LEFT_OUT, Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer, Scores
from kaohe.source import Document
from kaohe.submission.reader import Judgement, Values, Why

if TYPE_CHECKING:
    from kaohe.stages.rubric_differences import RubricPart
    from kaohe.submission.amendment import Amendment

Known = Mapping[str, Mapping[int, Any]]
"""For each file, facts over all units by their places in the row."""
Bad = dict[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class UnitState:
    """What scores a unit, its facts, its judgements.

    `known` are facts over all units, by their places in the row, where the unit's own row has none.
    """

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

    @property
    def whole(self) -> Values:
        """All that the unit is scored by."""
        return replace(self.values, row=self.row) if self.known else self.values

    def sheet(self, *, told: bool = True) -> Sheet:
        return self.scorer.score(self.whole, told=told)

    def scores(self) -> Scores:
        return self.scorer.scores(self.whole)

    def at(self, stage: str, path: str) -> "UnitState":
        """The same at the beginning of a stage, of which a file tells."""
        return replace(self, values=replace(self.values, stage=stage, path=path, doubts=()))

    def place(self, item: str) -> int:
        """Where an item stands on the form."""
        return [trees.item.id for trees in self.compiled.items].index(item)

    def changed(self, row: Sequence[Any]) -> "UnitState":
        return replace(self, values=replace(self.values, row=tuple(row)))

    def judged(self, place: int, judgement: Judgement | None) -> "UnitState":
        """With the points of one item given by judgement, or computed again."""
        rest = {at: one for at, one in self.values.judgements.items() if at != place}
        judgements = rest if judgement is None else {**rest, place: judgement}
        return replace(self, values=replace(self.values, judgements=judgements))


@dataclass(frozen=True, slots=True)
class Transition:
    """One cause on the way, before its points are counted, and the state that it leads to.

    `old` is empty for a judgement: the points that an item had before are known when it is scored. `parts` are the
    items of another version of the rubric.
    """

    kind: CauseKind
    number: str
    item: str
    subject: str
    old: str
    new: str
    why: Why
    state: UnitState
    parts: "tuple[RubricPart, ...]" = ()


@dataclass(frozen=True, slots=True)
class UnitStages:
    """What a unit's files have given, before anything is scored, and what is wrong in some of them, by path.

    `steps` lead from each state to the next, by the `amendments`; `choices` are the readings that the run has taken.
    `left_out` says which later stages' files are not counted.
    """

    states: tuple[UnitState, ...]
    steps: tuple[tuple[Transition, ...], ...] = ()
    amendments: "tuple[Amendment, ...]" = ()
    bad: Bad = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[Problem, ...] = ()

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """What is to be doubted at every stage."""
        return tuple(one for state in self.states for one in state.values.doubts)

    def without(self, path: str, stage: str = "") -> "UnitStages":
        """The same unit, of which a later stage's file was not counted; `stage` is its id where that is known."""
        last = self.states[-1]
        labels = {str(name): label for name, label in last.compiled.rubric.stages.items()}
        told = {"file": Path(path).name, "stage": labels.get(stage, ""), "id": stage, "reached": last.label}
        return replace(self, left_out=(*self.left_out, Problem(LEFT_OUT, path, parameters=told)))

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """How the files were taken where they write something in another way."""
        return (*self.states[0].values.said, *(one for amendment in self.amendments for one in amendment.said))

    @property
    def names_evidence(self) -> bool:
        """Whether any of the files names files of evidence."""
        named = (step.why.evidence for way in self.steps for step in way)
        return bool(self.states[0].values.evidence) or any(named)


def stage_of(document: Document) -> str:
    data: Any = document.data
    return str(data.get("stage", "self"))
