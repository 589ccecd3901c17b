"""From a stage to the next: what a later stage's file says must fit the state it starts from; then it becomes steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.scorer import Scorer
from kaohe.source.file_findings import FileFindings
from kaohe.stages.judgement_checks import check_judgement, check_together
from kaohe.stages.prepared_rubrics import Choices, PreparedRubrics
from kaohe.stages.transitions import (
    fact_transition,
    judgement_transition,
    reading_transition,
    rubric_transition,
    written,
)
from kaohe.stages.unit_stages import Transition, UnitState
from kaohe.submission.amendment import Amendment, FactChange, ReadingChange
from kaohe.submission.answers import instead
from kaohe.submission.given_facts import differing
from kaohe.submission.reader import Why

FINAL = "final"
"""The stage in which no fact may be missing any more."""


def advance(rubrics: PreparedRubrics, state: UnitState, amendment: Amendment, choices: Choices) -> list[Transition]:
    """Every change of a file in turn, from the state before it; `choices` are the readings that it starts from.

    Raises Problems with all that does not fit: an old value that is not the one before, points beyond an item's range,
    another version of the rubric without a reason, a final stage in which facts are missing.
    """
    found = FileFindings(amendment.document)
    steps = list(_Amending(rubrics, amendment, found).steps(state, choices))
    last = steps[-1].state if steps else state
    check_together(state, last, amendment, found)
    for gone, there in last.compiled.reader.mixed.find(last.row):
        labels = {"label": gone.called, "other": there.called}
        found.add("mixed-answers", ("changes", gone.item, gone.id), labels)
    for unlike in last.compiled.reader.members.unlike(last.row):
        unlike.report(("changes",), found)
    _refuse_gaps(last, amendment, found)
    found.raise_any()
    return steps


@dataclass(frozen=True, slots=True)
class _Amending:
    """The changes of one file, checked one after another against what those before them have made."""

    rubrics: PreparedRubrics
    amendment: Amendment
    found: FileFindings

    def steps(self, state: UnitState, choices: Choices) -> Iterator[Transition]:
        """Rubric, readings, facts, judgements: what is judged is judged on facts that are settled."""
        for step in self._rubric(state, choices):
            state = step.state
            yield step
        for reading in self.amendment.readings:
            if reading.reading in self.rubrics.choices:
                continue  # the run takes it in its own way at every stage
            choices = {**choices, reading.reading: reading.new}
            yield (step := self._reading(state, reading, choices))
            state = step.state
        for change in self.amendment.facts:
            if self._fits(state, change):
                yield (step := fact_transition(state, change))
                state = step.state
        for judged in self.amendment.judgements:
            check_judgement(state, judged, self.found)
            yield (step := judgement_transition(state, judged))
            state = step.state

    def _rubric(self, state: UnitState, choices: Choices) -> Iterator[Transition]:
        document, why = self.amendment.document, self.amendment.rubric_why
        scorer = self.rubrics.scorer(document)
        if scorer.compiled.sha256 == state.compiled.sha256:
            if why is not None:
                self.found.add("rubric-unchanged", ("rubric_reason",), {})
            return
        if why is None:
            old, new = state.compiled.sha256[:12], scorer.compiled.sha256[:12]
            self.found.add("rubric-changed", ("rubric",), {"old": old, "new": new})
        yield rubric_transition(state, self.rubrics.scorer(document, known(scorer, choices)), why or Why(""))

    def _reading(self, state: UnitState, change: ReadingChange, choices: Choices) -> Transition:
        items = state.compiled.rubric.items()
        chosen = next(one.chosen for _, item in items for name, one in item.readings() if name == change.reading)
        if chosen != change.old:
            self.found.add("old-differs", (*change.path, "old"), {"found": change.old, "expected": chosen})
        return reading_transition(state, change, self.rubrics.scorer(self.amendment.document, choices))

    def _fits(self, state: UnitState, change: FactChange) -> bool:
        """Whether a change can be made; all that is wrong with it is noted."""
        present = change.present(state.values.row)
        if not change.stands(state.values.row):
            given, expected = (written(state, change, value) for value in (change.old, present))
            self.found.add("old-differs", (*change.path, "old"), {"found": given, "expected": expected})
            return False
        if NOT_APPLICABLE in change.applied(state.values.row)[change.place.start :][:1] and not change.place.optional:
            self.found.add(
                "must-apply", (*change.path, "new"), {"label": change.place.called, "expected": instead(change.place)}
            )
            return False
        self._refuse_given(state, change)
        if self._idle(state, change):
            item = next(item.title for _, item in state.compiled.rubric.items() if item.id == change.group)
            self.found.add("judgement-stands", change.path, {"item": item}, key=True)
        return True

    def _refuse_given(self, state: UnitState, change: FactChange) -> None:
        """What the province's files give is changed there, and for all units at once."""
        after, new = change.applied(state.values.row), written(state, change, change.new)
        for at in range(change.place.start, change.place.stop):
            one = state.values.given.get(at)
            if one is not None and after[at] != one.value:
                self.found.add(*differing(one, (*change.path, "new"), change.place, new))
                return

    def _idle(self, state: UnitState, change: FactChange) -> bool:
        """Whether a fact only counts for an item that is judged, and that is not judged anew."""
        judged = {state.compiled.items[place].item.id for place in state.values.judgements}
        if change.group not in judged - {one.item for one in self.amendment.judgements}:
            return False
        return not state.compiled.counts_beyond(change.place.start)


def known(scorer: Scorer, choices: Choices) -> Choices:
    """Of some readings those that a rubric has."""
    readings = {name: one for _, item in scorer.compiled.rubric.items() for name, one in item.readings()}
    return {name: one for name, one in choices.items() if name in readings and one in readings[name].options}


def _refuse_gaps(state: UnitState, amendment: Amendment, found: FileFindings) -> None:
    """What is over all units is not for the unit to report."""
    over_all = {(fact.item, fact.id) for fact in state.compiled.layout.facts if fact.indicator.peers is not None}
    missing = state.scorer.missing(state.whole) if amendment.stage == FINAL else ()
    missing = tuple(one for one in missing if (one.item, one.indicator) not in over_all)
    if missing:
        listed = "、".join(f"{one.number} {one.label}".strip() for one in missing)
        found.add("final-incomplete", ("stage",), {"count": len(missing), "facts": listed})
