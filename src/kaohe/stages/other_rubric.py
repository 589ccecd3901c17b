"""A unit scored by another rubric than its file names: what is taken over, and what is left behind."""

from dataclasses import dataclass, field, replace

from kaohe.scoring.scorer import Scorer
from kaohe.stages.kept_items import judged_items
from kaohe.stages.kept_meanings import Meanings, meanings
from kaohe.stages.rubric_versions import taken_over, under
from kaohe.stages.unit_stages import UnitStages, UnitState


@dataclass(frozen=True, slots=True)
class UnderOther:
    """The unit at its latest stage under the other rubric.

    `taken` counts the facts that were taken over. `meanings` are what a person should look at among them; `left` are
    those that the unit has reported and the other rubric does not ask for, or would not take; `asked` those that it
    lacks; `judged` the items whose points by judgement do not count by it.
    """

    unit: UnitStages
    taken: int
    meanings: Meanings
    left: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    judged: tuple[str, ...] = field(default=())


def under_other(unit: UnitStages, scorer: Scorer, choices: dict[str, str]) -> UnderOther:
    """`choices` are the readings that the scorer takes."""
    state = unit.states[-1]
    old, new = state.compiled, scorer.compiled
    reached, judged = _without_other_worth(state, under(replace(state, known={}), scorer, labels=True))
    values = reached.values
    stages = [*new.rubric.stages]
    stage = values.stage if values.stage in stages else stages[0]
    reached = replace(reached, values=replace(values, stage=str(stage), notes=(), evidence=(), doubts=()))
    taken = taken_over(old, new, state.values.row)
    known = {one.key for one, _ in taken}
    reported = [one for one in old.layout.facts if any(state.values.row[place] is not None for place in one.places())]
    return UnderOther(
        unit=UnitStages((reached,), choices=choices, left_out=unit.left_out),
        taken=len(taken),
        meanings=meanings(old, new, state.values.row),
        left=tuple(one.called for one in reported if one.key not in known and one.indicator.asked),
        asked=tuple(one.called for one in new.gaps(reached.row, reached.values.judgements)),
        judged=judged,
    )


def _without_other_worth(state: UnitState, reached: UnitState) -> tuple[UnitState, tuple[str, ...]]:
    """Points by judgement count as long as their item is worth what it was; else the titles of these items."""
    old, new = state.compiled.items, reached.compiled.items
    places = judged_items(state.compiled, reached.compiled)
    still = {at for at, place in places.items() if old[at].item.points == new[place].item.points}
    kept = {places[at]: one for at, one in state.values.judgements.items() if at in still}
    judged = tuple(old[at].item.title for at in state.values.judgements if at not in still)
    return replace(reached, values=replace(reached.values, judgements=kept)), judged
