"""What each part of an item is worth: as it says, or what the other parts leave of the item's points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kaohe.authoring.drafting.award_rules import one_award
from kaohe.authoring.drafting.counted import Each, Step, counted
from kaohe.authoring.drafting.growth_rules import is_growth
from kaohe.authoring.drafting.joined_parts import parts
from kaohe.authoring.drafting.parts import Part, takes
from kaohe.authoring.drafting.ranges import range_of
from kaohe.authoring.drafting.rankings import level_of
from kaohe.authoring.drafting.said_formulas import said_formula

Shape = Literal[
    "plain",
    "deductions",
    "steps",
    "bands",
    "further",
    "levels",
    "growth",
    "choice",
    "awards",
    "shares",
    "formula",
    "judgement",
    "line",
    "veto",
    "silent",
    "lists",
]
ZERO = Decimal(0)


@dataclass(slots=True)
class Worth:
    """A part, what kind of rule it becomes, and its points: None while only the others can tell.

    `other` are its points by the other way to read several awards: one after the other, not one instead of the other.
    """

    part: Part
    shape: Shape
    points: Decimal | None
    other: Decimal | None = None
    pool: bool = False


def shape_of(part: Part) -> Shape:
    kinds = {move.outcome.kind for move in part.moves}
    first = part.moves[0]
    if part.kind == "words":
        return "silent"
    if part.kind == "penalty" or (part.kind == "zero" and first.outcome.own):
        return "veto"
    named: Mapping[str, Shape] = (
        {
            "list": "lists",
            "again": "further",
            "line": "line",
            "formula": "formula",
        }
        if "bonus" not in kinds
        else {}
    )
    for kind, shape in named.items():
        if kind in kinds:
            return shape
    if any(_steps(move.outcome.before) for move in part.of("take", "bonus", "award")):
        return "steps"
    if "bonus" in kinds or (part.kind == "award" and _each_award(part)):
        return "awards"
    if "share" in kinds:
        return "shares"
    if kinds & {"take", "double"} or part.kind == "pool" or any(takes(move) for move in part.of("judged")):
        return "deductions"
    return "judgement" if "judged" in kinds else _of_awards(part)


def _of_awards(part: Part) -> Shape:
    """A part that only gives, or gives nothing."""
    if is_growth(part):
        return "growth"
    given = part.of("award", "full")
    ladder = [level for move in given if (level := level_of(move.when))]
    ranked = [level for level in ladder if level[0] == "rank"]
    if len([move for move in given if range_of(move.when)]) > 1 and len(ranked) < 2:  # noqa: PLR2004 - 四至六名
        return "bands"
    ladder = [level for move in part.of("award", "full", "zero") if (level := level_of(move.when))]
    return "levels" if len(ladder) > 1 else "plain"


def _steps(words: str) -> bool:
    return isinstance(counted(words), Step)


def _each_award(part: Part) -> bool:
    before = part.moves[0].outcome.before
    return isinstance(counted(before), Each) or (one_award(before) is not None and bool(part.of("most")))


def worth_of(part: Part, shape: Shape) -> Worth:
    given = [move for move in part.of("award", "full", "pool") if not _steps(move.outcome.before)]
    awards = [move.outcome.points for move in given]
    known = [one for one in awards if one is not None]
    first = part.moves[0]
    if shape in ("veto", "silent") or _bonus(part):
        return Worth(part, shape, ZERO)
    if shape == "awards":
        most = part.of("most", "pool")
        return Worth(part, shape, most[-1].outcome.points if most else None, pool=not most and not part.of("fill"))
    if shape == "further":
        more = [move.outcome.points or ZERO for move in part.of("again")]
        base = sum(known, ZERO)
        return Worth(part, shape, base + max(more), base + sum(more, ZERO))
    if shape == "formula":
        said = said_formula(part.of("formula")[0].outcome.formula)
        return Worth(part, shape, None if said.kind == "sum" else said.worth)
    if shape == "judgement":
        return Worth(part, shape, first.outcome.amounts[1] if first.outcome.amounts else None)
    if shape == "shares" and not awards:
        return Worth(part, shape, part.of("share")[0].outcome.points)
    if shape == "steps" and not awards:
        return Worth(part, shape, None, pool=True)
    if not awards:
        return Worth(part, shape, None, pool=True)
    if len(known) < len(awards):
        return Worth(part, shape, None)
    several = shape in ("bands", "levels", "growth")
    return Worth(part, shape, max(known) if several else known[0], sum(known, ZERO) if shape == "levels" else None)


def _bonus(part: Part) -> bool:
    """Whether it adds to what other parts give."""
    if part.kind == "judged":
        return part.moves[0].outcome.verb == "加"
    return bool(part.of("bonus")) and part.kind in ("bonus", "list") and not part.of("take")


def written_points(method: str) -> Decimal:
    """What a method gives by its own words, where its row has no number of points."""
    found = [worth_of(part, shape_of(part)) for part in parts(method)]
    return sum((one.points for one in found if one.points is not None), ZERO)


def too_much(found: Sequence[Worth], points: Decimal) -> Decimal | None:
    """What the parts come to, as far as they are read, where that is more than there is."""
    known = sum((one.points for one in found if one.points is not None), ZERO)
    return known if known > points else None


def settle(found: Sequence[Worth], points: Decimal) -> Decimal | None:
    """Gives every part its points; what they come to where that is not the item's, None where all is well.

    Parts that only take stand on the item's points: the first has what the awards leave, the others nothing.
    """
    open_parts = [one for one in found if one.points is None]
    awarded = any(not one.pool and one.shape not in ("veto", "silent") and not _bonus(one.part) for one in found)
    known = sum((one.points for one in found if one.points is not None), ZERO)
    takers = [one for one in open_parts if one.pool and one.shape in ("deductions", "steps") and awarded]
    for one in takers:
        one.points = ZERO
    rest = [one for one in open_parts if one.points is None]
    if known and any(not one.pool for one in rest):  # 得满分 beside other points: the row's, not what they leave
        return known
    if rest:
        left = points - known
        for place, one in enumerate(rest):
            one.points = left if place == 0 else ZERO
        return known if left <= 0 and points > 0 else _several_open(rest, known)
    if known == points or _with_bonuses(found, points - known):
        return None
    return _otherwise(found, points, known)


def _with_bonuses(found: Sequence[Worth], left: Decimal) -> bool:
    """得8分，每高1个百分点加0.5分，最多加2分 of 10: what is given on top is what is left of the row's points."""
    bonus = [one for one in found if _bonus(one.part) and one.part.of("most")]
    most = [one.part.of("most")[-1].outcome.points or ZERO for one in bonus]
    if not bonus or sum(most, ZERO) != left:
        return False
    for one, points in zip(bonus, most, strict=True):
        one.points = points
    return True


def _several_open(rest: Sequence[Worth], known: Decimal) -> Decimal | None:
    """Several parts may take from one pool, but not each award what is left."""
    return None if len(rest) == 1 or all(one.shape in ("deductions", "steps") and one.pool for one in rest) else known


def _otherwise(found: Sequence[Worth], points: Decimal, known: Decimal) -> Decimal | None:
    """The other way to read awards, where that alone fits the item's points."""
    others = [one for one in found if one.other is not None and one.other != one.points]
    if others and known + sum((one.other or ZERO) - (one.points or ZERO) for one in others) == points:
        for one in others:
            one.points = one.other
        return None
    return known
