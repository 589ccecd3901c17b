"""Points by judgement: between what they must lie, and which other points must be judged with them."""

from fractions import Fraction

from kaohe.compiler.lowering import ITEMS
from kaohe.expr.numbers import plain
from kaohe.expr.tree import Call, Expr, If
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source.file_findings import FileFindings
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.amendment import Amendment, JudgementChange

Sides = tuple[Fraction | None, Fraction | None]


def check_judgement(state: UnitState, judged: JudgementChange, found: FileFindings) -> None:
    """What is wrong with one judgement, at the state in which it is given or taken back."""
    place, path = state.place(judged.item), (*judged.path, "score")
    if judged.score is None:
        if place not in state.values.judgements:
            found.add("no-judgement", path, {})
        return
    wrong = _outside(judged.score, possible(state.compiled, place))
    if wrong:
        number, item = state.compiled.rubric.items()[place]
        found.add("out-of-range", path, {"label": f"{number} {item.title}", **wrong})


def check_together(start: UnitState, last: UnitState, amendment: Amendment, found: FileFindings) -> None:
    """Note items that must be judged together and are not, and points that no facts of the item could give."""
    items = [trees.item for trees in last.compiled.items]
    judged = {items[place].id for place in last.values.judgements}
    for name in sorted(judged):
        resting = [item for item in resting_on(last.compiled, name) if item not in judged]
        if resting:
            path = _judgement(amendment, name, resting)
            found.add("judgement-goes-on", path, {"items": ", ".join(resting)}, key=True)
    if last.compiled.sha256 == start.compiled.sha256:
        return
    again = {one.item for one in amendment.judgements}
    for place, one in last.values.judgements.items():
        wrong = _outside(one.score, possible(last.compiled, place)) if items[place].id not in again else {}
        if wrong:
            found.add("judgement-beyond", ("rubric",), {"item": items[place].title, **wrong})


def possible(compiled: CompiledRubric, place: int) -> Sides:
    """Between what an item's points lie, whatever its facts are; None where nothing bounds them."""
    found = compiled.whatever(place)
    return found.low, found.high


def resting_on(compiled: CompiledRubric, item: str) -> list[str]:
    """The items whose rules name this one's score: they would still be computed from its facts."""
    name = f"{ITEMS}.{item}"
    every = [(one.item.id, tree) for one in compiled.items for trees in one.trees for tree in trees]
    return list(dict.fromkeys(other for other, tree in every if other != item and _names(tree, name)))


def _outside(score: Fraction, sides: Sides) -> dict[str, str]:
    """What a message says of points that no facts could give; nothing where some could."""
    low, high = sides
    if (low is None or score >= low) and (high is None or score <= high):
        return {}
    written = {"low": "…" if low is None else plain(low), "high": "…" if high is None else plain(high)}
    return {"found": plain(score), **written}


def _judgement(amendment: Amendment, item: str, others: list[str]) -> tuple[str, ...]:
    """Where a file judges an item, or else one of others, or what has brought them together."""
    named = {one.item for one in amendment.judgements}
    return next((("judgements", one) for one in (item, *others) if one in named), ("rubric",))


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
