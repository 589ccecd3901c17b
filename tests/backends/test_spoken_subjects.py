"""Which of two numbers is spoken of first, and what moved."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from kaohe.backends.spoken_subjects import change, measuring
from kaohe.expr.tree import Call, Const, Expr, Input, Op

PART, WHOLE, LATE = Input("it.share.part"), Input("it.share.whole"), Input("it.late")
MEMBER, PARAMETER = Input("it.towns.*.area"), Input("parameters.mean")
ORDER: Sequence[Sequence[Expr]] = [
    [MEMBER, Call(Op.DIVIDE, (MEMBER, LATE), "it.towns.*.rate")],
    [LATE, PART, Call(Op.DIVIDE, (PART, WHOLE), "it.share.rate")],
    [WHOLE, Input("it.funds.previous")],
    [PARAMETER, LATE + WHOLE],
    [Const(Fraction(3))],
]
"""Facts of a member, of a unit, what these are parts of or grew from, what is worked out or given to all, numbers."""


def test_a_fact_is_spoken_of_before_what_it_is_measured_by() -> None:
    ranks = [{measuring(one) for one in several} for several in ORDER]
    assert [len(one) for one in ranks] == [1] * len(ORDER)
    assert [min(one) for one in ranks] == sorted({min(one) for one in ranks})


NOW, BEFORE = Input("it.funds.current"), Input("it.funds.previous")


@pytest.mark.parametrize(
    ("base", "label", "moved"),
    [
        (BEFORE, "it.funds.growth", (NOW, BEFORE)),
        (BEFORE, "", None),
        (WHOLE, "it.funds.growth", None),
    ],
)
def test_a_growth_moves_from_what_it_is_measured_by(base: Input, label: str, moved: tuple[Input, Input] | None) -> None:
    assert change(Call(Op.DIVIDE, (NOW - BEFORE, base), label)) == moved
