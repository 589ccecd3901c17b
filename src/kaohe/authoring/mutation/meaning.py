"""What of an item's accounts decides its score: two items of one meaning give the same for whatever facts."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from kaohe.backends.bounds import Facts, Interval, Side, widest
from kaohe.compiler.accounts import ORDER, ItemAccounts, Part
from kaohe.expr.tree import Const, Expr, points, total

Meaning = tuple[Any, ...]
POOLED = ("part", "item")


def meaning(item: ItemAccounts, facts: Facts, *, rescaled: bool) -> Meaning:
    """Its parts without floors and limits that they never reach, and without what only rescaling asks."""
    drained = any(part.floor == "item" for part in item.parts)
    parts = [_freed(part if rescaled else replace(part, exists=None), facts, drained=drained) for part in item.parts]
    return item.item.points, tuple(sorted(_alone(parts, facts), key=_order)), item.optional()


def _freed(part: Part, facts: Facts, *, drained: bool) -> Part:
    """Where some part goes on to the item's floor, what one without a floor gives is out of its reach."""
    least, most = _asked(part, facts).low, _asked(part, facts).high
    if part.floor not in POOLED and (part.floor != "none" or (drained and least < 0)):
        return part
    if _at_most(part.limit, most) <= part.points:
        within = part.limit if part.limit is None or _at_most(part.limit, most) < most else None
        full = within == points(part.points)
        return replace(part, floor="part", limit=points(part.points) if full else within)
    return part


def _at_most(limit: Expr | None, most: Side) -> Side:
    """The most that a part takes that asks for so much."""
    match limit:
        case Const(Fraction() as value):
            return min(value, most)
    return most


def _alone(parts: list[Part], facts: Facts) -> list[Part]:
    """Of the only part that stops at the item's floor, that is its own."""
    pooled = [part for part in parts if part.floor in POOLED or (part.floor == "none" and part.points)]
    if len(pooled) != 1 or pooled[0].floor != "item" or pooled[0].limit is not None or _asked(pooled[0], facts).low < 0:
        return parts
    own = replace(pooled[0], floor="part", limit=points(pooled[0].points))
    return [own if part is pooled[0] else part for part in parts]


def _asked(part: Part, facts: Facts) -> Interval:
    """Between what all accounts that are no gates ask for."""
    return widest(total([one.line.total() for one in part.accounts if not one.line.gate]), facts)


def _order(part: Part) -> tuple[int, str]:
    return ORDER.index(part.floor), str([account.place for account in part.accounts])
