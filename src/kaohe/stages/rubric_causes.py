"""Another version of a rubric as causes: each item's own points, then what is left for the form as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.results.causes import Cause, Level, Moved, Points, less
from kaohe.stages.rubric_differences import RubricPart

Key = tuple[Level, str]
Scores = Mapping[Key, Fraction | None]
WHOLE: Key = ("total", "")


def rubric_causes(
    whole: Cause, parts: Sequence[RubricPart], before: Scores, after: Scores, language: Language
) -> Iterator[Cause]:
    """`whole` is the cause undivided. What an item moved, it moved its section and the whole by; all adds up to it.

    An item that is open moves nothing that is known; what does move is told when facts decide it.
    """
    found = [one for part in parts if (one := _of_item(whole, part, before, after, language)) is not None]
    yield from found
    rest = tuple(_left(whole, found))
    if whole.old != whole.new or any(one.points for one in rest):
        yield replace(whole, moved=rest)


def _of_item(whole: Cause, part: RubricPart, before: Scores, after: Scores, language: Language) -> Cause | None:
    """The cause of one item; None where it is the same, and its score too."""
    old, new = before.get(("item", part.item)), after.get(("item", part.item))
    if not part.subject and old == new:
        return None
    subject, was, now = part.subject, part.old, part.new
    if not subject:  # its score hangs on what stands elsewhere on the form
        subject = say("stage.rubric_elsewhere", language)
        was, now = (say("arithmetic.open_points", language) if one is None else plain(one) for one in (old, new))
    moved = tuple(_moved(part, before, after))
    return replace(whole, number=part.number, item=part.item, subject=subject, old=was, new=now, moved=moved)


def _moved(part: RubricPart, before: Scores, after: Scores) -> Iterator[Moved]:
    old = before.get(("item", part.item)) if part.before else Fraction(0)
    new = after.get(("item", part.item)) if part.after else Fraction(0)
    known = old is not None and new is not None
    if part.after and old != new:
        yield Moved("item", part.item, less(new, old))
    sections = dict.fromkeys(name for name in (part.before, part.after) if ("section", name) in after)
    for name in sections:
        come, gone = (side if name == own else Fraction(0) for side, own in ((new, part.after), (old, part.before)))
        if come != gone:
            yield Moved("section", name, less(come, gone) if _began(before, ("section", name)) else None)
    yield Moved("total", "", less(new, old) if known and _began(before, WHOLE) else None)


def _began(before: Scores, key: Key) -> bool:
    """Whether a score was decided, or there was none at all."""
    return key not in before or before[key] is not None


def _left(whole: Cause, parts: Sequence[Cause]) -> Iterator[Moved]:
    """What the form's own way of adding up moved: the rest of each section and of the whole."""
    told: dict[Key, list[Points]] = {}
    for moved in (moved for part in parts for moved in part.moved):
        told.setdefault((moved.level, moved.id), []).append(moved.points)
    for one in whole.moved:
        own = told.get((one.level, one.id), [])
        rest = None if one.points is None else one.points - sum((points or 0 for points in own), Fraction(0))
        if one.level == "total" or (one.level == "section" and (rest or (rest is None and not own))):
            yield replace(one, points=rest)
