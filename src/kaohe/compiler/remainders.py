"""What is left of a part's and of an item's points when all accounts have had their turn, as one tree each."""

from fractions import Fraction

from kaohe.compiler.accounts import ItemAccounts, Part
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Op, chain, points, total


def score(item: ItemAccounts, places: int) -> Expr:
    """The item's score, rounded to decimals."""
    return Call(Op.ROUND, (left(item), Const(Fraction(places))))


def left(item: ItemAccounts) -> Expr:
    """What is left of the item's points before rounding."""
    pool = total([remainder(part) for part in item.parts if part.floor in ("part", "item")])
    if any(part.floor == "item" for part in item.parts):
        pool = greater(ZERO, pool)
    reached = total([pool, *(remainder(part) for part in item.parts if part.floor == "none")])
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
