"""What a tree still reads: nothing of a branch that can't be taken any more."""

import pytest

from kaohe.backends.bounds import UNKNOWN, Interval, Missing
from kaohe.backends.reached import reached
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from kaohe.formulas.terms import NONE

BAD, JUDGED = Input("bad"), Input("judged")
OPEN = Missing(Interval(1, 3))


@pytest.mark.parametrize(
    ("tree", "bad", "keys"),
    [
        (If(BAD, JUDGED, NONE), False, {"bad"}),
        (If(BAD, JUDGED, NONE), True, {"bad", "judged"}),
        (If(BAD, JUDGED, NONE), Missing(UNKNOWN), {"bad", "judged"}),
        (If(BAD, NONE, JUDGED), True, {"bad"}),
        (BAD & (JUDGED > NONE), False, {"bad"}),
        (BAD | (JUDGED > NONE), True, {"bad"}),
        (BAD | (JUDGED > NONE), False, {"bad", "judged"}),
        (JUDGED + NONE, False, {"judged"}),
        (Call(Op.TOTAL, (Input("list"), JUDGED)), False, {"list", "judged"}),
        (Const(True), False, set()),
    ],
)
def test_reached(tree: Expr, bad: object, keys: set[str]) -> None:
    assert reached(tree, {"bad": bad, "judged": OPEN, "list": []}) == keys
