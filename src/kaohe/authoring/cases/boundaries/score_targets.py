"""What scores are compared with above items: cut-offs of grades, limits, formulas of sections and of the whole."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.turns import turns
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.row_layout import RowLayout
from kaohe.compiler.totals import SECTIONS
from kaohe.expr.tree import Call, Const, Expr, Input, Op
from kaohe.formulas.scope import PARAMETERS
from kaohe.scoring.compiled_rubric import CompiledRubric


def score_targets(compiled: CompiledRubric, key: str, common: Row) -> list[Fraction]:
    """Of the score that has this key, those that are known for all units; from the lowest."""
    found = (_target(turn.number, key, compiled.layout, common) for tree in _trees(compiled) for turn in turns(tree))
    return sorted({value for value in found if value is not None})


def item_targets(compiled: CompiledRubric, place: int, common: Row) -> list[Fraction]:
    """Those of an item's score, and what is left of it where it alone brings its section or the whole to theirs."""
    rubric, item = compiled.rubric, compiled.items[place].item
    found = set(score_targets(compiled, f"{ITEMS}.{item.id}", common))
    holders = [(one.id, one.points) for one in rubric.sections if item in one.items]
    for name, points in (*holders, ("", rubric.points)):
        left = (item.points - points + one for one in score_targets(compiled, f"{SECTIONS}.{name}", common))
        found |= {one for one in left if one < item.points}
    return sorted(found)


def _trees(compiled: CompiledRubric) -> Iterator[Expr]:
    for total in compiled.totals:
        yield from (step.tree for step in total.steps)
    for grades in compiled.grades.values():
        yield from (*grades.admits, *grades.reaches, *grades.events)


def _target(number: Expr, key: str, layout: RowLayout, common: Row) -> Fraction | None:
    match number:
        case Call(Op.SUBTRACT, (Input(first), other)) if first == key:
            return _known(other, layout, common)
        case Call(Op.SUBTRACT, (one, Input(second))) if second == key:
            return _known(one, layout, common)
    return None


def _known(tree: Expr, layout: RowLayout, common: Row) -> Fraction | None:
    match tree:
        case Const(Fraction() as value):
            return value
        case Input(key) if key.startswith(f"{PARAMETERS}.") and key in layout.by_key:
            return Fraction(common[layout.by_key[key].start])
    return None
