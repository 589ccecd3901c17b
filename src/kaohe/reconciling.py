"""From one stage's sheet to the next: each step's points, counted one after another, add up to the difference."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

from kaohe.dossier import Cause, Moved
from kaohe.sheet import Sheet
from kaohe.states import State, Step

Level = Literal["item", "section", "total"]
Scores = dict[tuple[Level, str], Fraction | None]
"""Every score of a sheet, by what it is the score of; the whole's, without an id, comes last."""


def scores(sheet: Sheet) -> Scores:
    found: Scores = {}
    for section in sheet.sections:
        found |= {("item", item.id): item.score for item in section.items}
        found["section", section.id] = section.score
    return {**found, ("total", ""): sheet.score}


def causes(state: State, steps: Iterable[Step]) -> Iterator[Cause]:
    """Each step with what it moved; the steps start from `state`.

    A score that a step leaves open keeps what it was until a later step decides it, and that step moved it.
    """
    reached = scores(state.sheet())
    for step in steps:
        after = scores(step.state.sheet())
        yield _cause(step, tuple(_moved(reached, after)))
        reached = {key: reached.get(key) if after[key] is None else after[key] for key in after}


def _moved(before: Mapping[tuple[Level, str], Fraction | None], after: Scores) -> Iterator[Moved]:
    for (level, name), score in after.items():
        old = before.get((level, name))
        points = None if old is None or score is None else score - old
        unknown = points is None and (old is None) != (score is None)
        if points or unknown or level == "total":
            yield Moved(level, name, points)


def _cause(step: Step, moved: tuple[Moved, ...]) -> Cause:
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
