"""Points by judgement: between what they must lie, and which other points must be judged with them."""

from fractions import Fraction

from kaohe.backends.bounds import bounds
from kaohe.compiler.lowering import ITEMS
from kaohe.expr.numbers import plain
from kaohe.expr.tree import Call, Expr, If
from kaohe.scoring.compiled_rubric import CompiledRubric

Sides = tuple[Fraction | None, Fraction | None]


def possible(compiled: CompiledRubric, place: int) -> Sides:
    """Between what an item's points lie, whatever its facts are; None where nothing bounds them."""
    return bounds(compiled.score(place), compiled.possible(place, (None,) * compiled.layout.width)).points()


def outside(score: Fraction, sides: Sides) -> dict[str, str]:
    """What a message says of points that no facts could give; nothing where some could."""
    low, high = sides
    if (low is None or score >= low) and (high is None or score <= high):
        return {}
    written = {"low": "…" if low is None else plain(low), "high": "…" if high is None else plain(high)}
    return {"found": plain(score), **written}


def resting_on(compiled: CompiledRubric, item: str) -> list[str]:
    """The items whose rules name this one's score: they would still be computed from its facts."""
    name = f"{ITEMS}.{item}"
    accounts = [
        (one.item.id, account.line.due) for one in compiled.items for part in one.parts for account in part.accounts
    ]
    return list(dict.fromkeys(other for other, due in accounts if other != item and _names(due, name)))


def _names(tree: Expr, label: str) -> bool:
    """Whether some part of a tree has this label."""
    waiting, seen = [tree], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen or not isinstance(one, Call | If):
            continue
        seen.add(id(one))
        if one.label == label:
            return True
        waiting += one.args if isinstance(one, Call) else (one.condition, one.then, one.otherwise)
    return False
