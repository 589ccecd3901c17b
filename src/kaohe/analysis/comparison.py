"""Two units, two years or two stages: how they differ, fact by fact, and what each difference does to points."""

from collections.abc import Iterator

from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.stages.scored_dossier import causes, scored
from kaohe.stages.transitions import difference_transition, judged_transition, rubric_transition
from kaohe.stages.unit_stages import Transition, UnitStages, UnitState
from kaohe.submission.reader import Why

UNSAID = Why("")
"""Two units differ without anybody having changed anything."""


def across_stages(unit: UnitStages) -> Dossier:
    """A unit's first stage and its latest, with all that led from one to the other."""
    whole = scored(unit)
    found = tuple(cause for one in whole.reconciliations for cause in one.causes)
    return Dossier((whole.sheets[0], whole.sheets[-1]), (Reconciliation(0, 1, found),))


def side_by_side(one: UnitState, other: UnitState) -> Dossier:
    """Two units, or one in two years: how the first would have to change to become the second, in the form's order."""
    before, after = one.sheet(), other.sheet()
    found = tuple(causes(before, list(_steps(one, other)), after))
    return Dossier((before, after), (Reconciliation(0, 1, found),))


def _steps(state: UnitState, other: UnitState) -> Iterator[Transition]:
    """Another rubric first, then facts, then points by judgement."""
    if state.scorer is not other.scorer:
        yield (step := rubric_transition(state, other.scorer, UNSAID))
        state = step.state
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
