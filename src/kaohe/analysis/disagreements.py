"""Where a unit and the province disagree: items whose scores were changed, and by what."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.results.batch_figures import Disagreement, StagePair
from kaohe.results.causes import Cause
from kaohe.results.summary import Heading, Summary


def disagreements(summary: Summary, pairs: Sequence[StagePair]) -> tuple[Disagreement, ...]:
    """Those of most points first; of as many, in the ranking's and the form's order."""
    changes: dict[str, list[Cause]] = {}
    for one in summary.changes:
        changes.setdefault(one.path, []).append(one.cause)
    found = [one for pair in pairs for one in _of(pair, summary.items, changes.get(pair.first.path, ()))]
    return tuple(sorted(found, key=lambda one: -abs(one.by)))


def _of(pair: StagePair, items: Sequence[Heading], causes: Sequence[Cause]) -> list[Disagreement]:
    found = []
    for item, first, now in zip(items, pair.first.items, pair.now.items, strict=True):
        old, new = first.score, now.score
        if old is not None and new is not None and old != new:
            found.append(Disagreement(pair, item, old, new, _moving(item, causes, new - old)))
    return found


def _moving(item: Heading, causes: Sequence[Cause], by: Fraction) -> tuple[Cause, ...]:
    """The causes that moved an item, those that went its way first."""
    moved = {place: _points(item, one) for place, one in enumerate(causes)}
    places = sorted((place for place in moved if moved[place]), key=lambda place: -moved[place] * by)
    return tuple(causes[place] for place in places)


def _points(item: Heading, cause: Cause) -> Fraction:
    known = (one.points for one in cause.moved if one.level == "item" and one.id == item.id)
    return next((points for points in known if points is not None), Fraction(0))
