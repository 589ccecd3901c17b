"""Every part of an item gets its points: as it says, or what the other parts leave."""

from collections.abc import Sequence
from decimal import Decimal

from kaohe.authoring.drafting.worth import ZERO, Worth, adds


def too_much(found: Sequence[Worth], points: Decimal) -> Decimal | None:
    """What the parts come to, as far as they are read, where that is more than there is."""
    known = sum((one.points for one in found if one.points is not None), ZERO)
    return known if known > points else None


def settle(found: Sequence[Worth], points: Decimal) -> Decimal | None:
    """Gives every part its points; what they come to where that is not the item's, None where all is well.

    Parts that only take stand on the item's points: the first has what the awards leave, the others nothing.
    """
    open_parts = [one for one in found if one.points is None]
    awarded = any(not one.pool and one.shape not in ("veto", "silent") and not adds(one.part) for one in found)
    known = sum((one.points for one in found if one.points is not None), ZERO)
    takers = [one for one in open_parts if one.pool and one.shape in ("deductions", "steps") and awarded]
    for one in takers:
        one.points = points - known if len(takers) == 1 and _limit_of(one) == points - known > 0 else ZERO
    known += sum((one.points or ZERO for one in takers), ZERO)
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


def _limit_of(one: Worth) -> Decimal | None:
    """最多扣4分, where the awards leave 4 points of the row: it has these."""
    last = one.part.moves[-1].outcome
    return last.points if last.kind in ("most", "drain") else None


def _with_bonuses(found: Sequence[Worth], left: Decimal) -> bool:
    """得8分，每高1个百分点加0.5分，最多加2分 of 10: what is given on top is what is left of the row's points."""
    bonus = [one for one in found if adds(one.part) and one.part.of("most")]
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
