"""A calculation as data: its cells found by name, written, referred to and computed."""

from kaohe.backends.cells.formulas import Reference, number, plus, referred
from kaohe.results.calculation import Calculation, Cell

OWN = Calculation(
    cells=(Cell("one", "甲", number(1)), Cell("sum", "合计", plus(Reference("one"), Reference("input.x")))),
    inputs=("input.x",),
    fields=(),
    slots=0,
)


def test_cells_by_name() -> None:
    assert OWN.cell("sum").label == "合计"
    assert referred(OWN.cell("sum").formula) == {"one", "input.x"}
    assert OWN.formula_text("sum", {"one": "A1", "input.x": "指标填报!F7"}) == "=A1+指标填报!F7"


def test_values() -> None:
    assert OWN.values({"input.x": 2}) == {"one": 1, "sum": 3}
