"""What is left of a part's and of an item's points when all accounts have had their turn, as one tree each."""

from fractions import Fraction

from kaohe.compiler.accounts import ItemAccounts, Part
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Op, chain, points, total


def score(item: ItemAccounts, places: int) -> Expr:
    """The item's score, rounded to decimals."""
    return Call(Op.ROUND, (left(item), Const(Fraction(places))))


def left(item: ItemAccounts) -> Expr:
    """What is left of the item's points before rounding."""
    pooled = [remainder(part) for part in item.parts if part.floor in ("part", "item")]
    endless = [part for part in item.parts if part.floor == "none"]
    if any(part.floor == "item" for part in item.parts):
        pool = greater(ZERO, total([*pooled, *(shared(part, remainder(part)) for part in endless if part.points)]))
        reached = total([pool, *(apart(part, remainder(part)) for part in endless)])
    else:
        reached = total([*pooled, *map(remainder, endless)])
    vetoes = [_asked(part) > ZERO for part in item.parts if part.floor == "veto"]
    if vetoes:
        reached = If(chain(Op.OR, vetoes, Const(False)), lesser(ZERO, reached), reached)
    penalties = [_asked(part) for part in item.parts if part.floor == "penalty"]
    return reached - total(penalties) if penalties else reached


def remainder(part: Part) -> Expr:
    """What is left of a part's points before any floor but its own."""
    return points(part.points) - _lost(part)


def given(part: Part) -> Expr:
    """What a part gives beyond its points, below zero; only a line that drains it alone ever gives."""
    alone = sum(not account.line.gate for account in part.accounts) == 1
    return lesser(ZERO, _lost(part)) if alone else ZERO


def shared(part: Part, remaining: Expr) -> Expr:
    """Of what a part without a floor has left, what those draw on that go on to the item's zero: its own points."""
    above = greater(ZERO, remaining)
    return above if given(part) is ZERO else lesser(points(part.points), above)


def apart(part: Part, remaining: Expr) -> Expr:
    """The rest of that: what it takes below zero, and what it gives beyond its points, is out of their reach."""
    if not part.points:
        return remaining
    below, gift = lesser(ZERO, remaining), given(part)
    return below if gift is ZERO else below + greater(ZERO, remaining - points(part.points))


def lost(part: Part, asked: Expr, closed: Expr | None) -> Expr:
    """What a part loses, before any floor but its own, where its accounts ask for so much and a gate is closed or not.

    A closed gate takes all its points. What other accounts ask for is counted against them, and only what goes beyond
    is lost as well. `closed` is None where there is no gate.
    """
    within = within_limit(part, asked)
    return within if closed is None else If(closed, greater(points(part.points), within), within)


def within_limit(part: Part, asked: Expr) -> Expr:
    """The part of what is asked for that a part's limit allows."""
    return asked if part.limit is None or asked is ZERO else lesser(asked, part.limit)


def _lost(part: Part) -> Expr:
    gates = [account.line.due > ZERO for account in part.accounts if account.line.gate]
    return lost(part, _asked(part), chain(Op.OR, gates, Const(False)) if gates else None)


def _asked(part: Part) -> Expr:
    """What all accounts that are no gates ask for together."""
    return total([account.line.total() for account in part.accounts if not account.line.gate])


def lesser(one: Expr, other: Expr) -> Call:
    return Call(Op.MINIMUM, (one, other))


def greater(one: Expr, other: Expr) -> Call:
    return Call(Op.MAXIMUM, (one, other))
