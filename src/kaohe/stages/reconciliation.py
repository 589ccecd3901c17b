"""From one stage's sheet to the next: each step's points, counted one after another, add up to the difference."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kaohe.results.dossier import Cause, Level, Moved
from kaohe.scoring.scorer import Scores
from kaohe.stages.transitions import Transition
from kaohe.stages.unit_state import UnitState


def causes(state: UnitState, steps: Iterable[Transition]) -> Iterator[Cause]:
    """Each step with what it moved; the steps start from `state`.

    A score that a step leaves open keeps what it was until a later step decides it, and that step moved it.
    """
    reached = state.scores()
    for step in steps:
        after = step.state.scores()
        yield _cause(step, tuple(_moved(reached, after)))
        reached = {key: reached.get(key) if after[key] is None else after[key] for key in after}


def _moved(before: Mapping[tuple[Level, str], Fraction | None], after: Scores) -> Iterator[Moved]:
    for (level, name), score in after.items():
        old = before.get((level, name))
        points = None if old is None or score is None else score - old
        unknown = points is None and (old is None) != (score is None)
        if points or unknown or level == "total":
            yield Moved(level, name, points)


def _cause(step: Transition, moved: tuple[Moved, ...]) -> Cause:
    why = step.why
    return Cause(
        kind=step.kind,
        number=step.number,
        item=step.item,
        subject=step.subject,
        old=step.old,
        new=step.new,
        reason=why.reason,
        by=why.by,
        on=why.on,
        evidence=why.evidence,
        moved=moved,
    )
