"""Units, years or stages side by side: how they differ, fact by fact, and what each difference does to points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kaohe.messages import say
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.stages.rubric_versions import asked_anew
from kaohe.stages.scored_dossier import causes, scored
from kaohe.stages.transitions import difference_transition, judged_transition, rubric_transition
from kaohe.stages.unit_stages import Transition, UnitStages, UnitState
from kaohe.submission.reader import Why

UNSAID = Why("")
"""Two units differ without anybody having changed anything."""


def across_stages(unit: UnitStages) -> Dossier:
    """A unit's stages, each with all that led to it from the one before."""
    return replace(scored(unit), seal=str)


def side_by_side(states: Sequence[UnitState]) -> Dossier:
    """One unit's years, each against the one before; or units, each against the first.

    A difference is how the one would have to change to become the other, in the form's order.
    """
    sheets = tuple(state.sheet() for state in states)
    years = len({state.values.unit for state in states}) == 1
    pairs = list(pairwise(range(len(states)))) if years else [(0, place) for place in range(1, len(states))]
    ways = []
    for one, other in pairs:
        steps = list(_steps(states[one], states[other]))
        ways.append(Reconciliation(one, other, tuple(causes(sheets[one], steps, sheets[other]))))
    return Dossier(sheets, tuple(ways))


def _steps(state: UnitState, other: UnitState) -> Iterator[Transition]:
    """Another rubric first, then facts, then points by judgement."""
    if state.scorer is not other.scorer:
        steps = list(_form_steps(state, other))
        yield from steps
        state = steps[-1].state
    for fact in other.compiled.layout.facts:
        span = slice(fact.start, fact.start + fact.width())
        if state.row[span] != other.row[span]:
            yield (step := difference_transition(state, fact, other.row[span], UNSAID))
            state = step.state
    for place in sorted(state.values.judgements.keys() | other.values.judgements.keys()):
        judgement = other.values.judgements.get(place)
        if state.values.judgements.get(place) != judgement:
            yield (step := judged_transition(state, place, judgement, judgement.why if judgement else UNSAID))
            state = step.state


def _form_steps(state: UnitState, other: UnitState) -> Iterator[Transition]:
    """Another rubric, then the facts that it asks anew, which move nothing more.

    They are reported for it alone: what they give comes with the rubric, and no fact has differed.
    """
    step = rubric_transition(state, other.scorer, UNSAID)
    asked = list(asked_anew(state, step.state))
    row = list(step.state.row)
    for fact in asked:
        row[fact.start : fact.start + fact.width()] = other.row[fact.start : fact.start + fact.width()]
    reached = replace(step.state.changed(row), known={})
    yield replace(step, state=reached)
    before = say("stage.rubric_not_asked", state.scorer.reasons.language)
    for fact in asked:
        told = difference_transition(step.state, fact, other.row[fact.start : fact.start + fact.width()], UNSAID)
        yield replace(told, old=before, state=reached)
