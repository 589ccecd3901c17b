"""A unit's stages scored, once each, and the causes counted that led from each score to the next."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise

from kaohe.expr.numbers import plain
from kaohe.messages import say
from kaohe.results.causes import Cause, Level, Moved
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.results.sheet import Sheet
from kaohe.scoring.scorer import Scores
from kaohe.stages.rubric_causes import rubric_causes
from kaohe.stages.unit_stages import Transition, UnitStages


def scored(unit: UnitStages, *, told: bool = True) -> Dossier:
    """Score every stage; what is wanted of it more than once is to be kept.

    Without what is `told` of items' points it is had much sooner.
    """
    sheets = tuple(state.sheet(told=told) for state in unit.states)
    reconciliations = tuple(
        Reconciliation(place, place + 1, tuple(causes(before, steps, after)))
        for place, (steps, (before, after)) in enumerate(zip(unit.steps, pairwise(sheets), strict=True))
    )
    whole = Dossier(sheets, reconciliations, seal=cache(partial(_sealed, unit)))
    return whole.with_problems(unit.left_out) if unit.left_out else whole


def _sealed(unit: UnitStages) -> str:
    """All that the sheets are computed from, as one text, which only workbooks want."""
    from kaohe.stages.seal import sealed_text

    return sealed_text(unit.states, unit.amendments, unit.choices, unit.left_out)


def causes(before: Sheet, steps: Sequence[Transition], after: Sheet) -> Iterator[Cause]:
    """Each step from a sheet to another with what it moved: counted one after another, they add up to the difference.

    A score that a step leaves open keeps what it was until a later step decides it, and that step moved it; only of
    another version of the rubric it is known before which of its items moved it.
    """
    found = reached = _scores(before)
    for step in steps:
        old = _old(step, found)
        found = _scores(after) if step is steps[-1] else step.state.scores()
        cause = _cause(step, old, tuple(_moved(reached, found)))
        language = step.state.scorer.reasons.language
        several = [*rubric_causes(cause, step.parts, reached, found, language)] if step.parts else [cause]
        yield from several
        reached = {key: _reached(key, reached, several) if found[key] is None else found[key] for key in found}


def _reached(
    key: tuple[Level, str], before: Mapping[tuple[Level, str], Fraction | None], several: Sequence[Cause]
) -> Fraction | None:
    """What a score that is open now was, with what is known of how it moved."""
    old = before.get(key)
    known = [one.points for cause in several for one in cause.moved if (one.level, one.id) == key and one.points]
    return None if old is None else sum(known, old)


def _scores(sheet: Sheet) -> Scores:
    """Every score of a sheet, in the order of a scorer's."""
    found: Scores = {}
    for section in sheet.sections:
        found |= {("item", item.id): item.score for item in section.items}
        found["section", section.id] = section.score
    return {**found, ("total", ""): sheet.score}


def _moved(before: Mapping[tuple[Level, str], Fraction | None], after: Scores) -> Iterator[Moved]:
    for (level, name), score in after.items():
        old = before.get((level, name))
        points = None if old is None or score is None else score - old
        unknown = points is None and (old is None) != (score is None)
        if points or unknown or level == "total":
            yield Moved(level, name, points)


def _old(step: Transition, before: Scores) -> str:
    """What was there before the step: for a judgement the item's points, however they came about."""
    if step.kind != "judgement":
        return step.old
    points = before["item", step.item]
    return say("arithmetic.open_points", step.state.scorer.reasons.language) if points is None else plain(points)


def _cause(step: Transition, old: str, moved: tuple[Moved, ...]) -> Cause:
    why = step.why
    return Cause(
        kind=step.kind,
        number=step.number,
        item=step.item,
        subject=step.subject,
        old=old,
        new=step.new,
        reason=why.reason,
        by=why.by,
        on=why.on,
        evidence=why.evidence,
        moved=moved,
    )
