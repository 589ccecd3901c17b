"""What stands in a cell, letter by letter."""

import pytest

from kaohe.backends.cells.formulas import FALSE, TRUE, Formula, Literal, Reference, call, choose, compare, number, plus
from kaohe.backends.excel.formula_text import formula_text

PLACE = {"a": "计算!$B$1", "b": "指标填报!$F$9"}
A, B = Reference("a"), Reference("b")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (number(3), "=3"),
        (number(-2), "=-2"),
        (number(0.25), "=0.25"),
        (number(1e30), "=1E+30"),
        (number(1e100), "=1E+100"),
        (TRUE, "=TRUE"),
        (FALSE, "=FALSE"),
        (Literal("不“适”用"), '="不“适”用"'),
        (Literal('"'), '=""""'),
        (A, "=计算!$B$1"),
        (plus(A, B), "=计算!$B$1+指标填报!$F$9"),
        (call("*", plus(A, number(-1)), B), "=(计算!$B$1+-1)*指标填报!$F$9"),
        (compare(">=", A, number(2)), "=计算!$B$1>=2"),
        (choose(compare("=", A, Literal("是")), number(1), B), '=IF(计算!$B$1="是",1,指标填报!$F$9)'),
    ],
)
def test_formula_text(formula: Formula, text: str) -> None:
    assert formula_text(formula, PLACE) == text
