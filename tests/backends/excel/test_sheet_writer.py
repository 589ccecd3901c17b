"""What formulas make of lists that are missing."""

from math import inf

import pytest

from kaohe.backends.cells.formulas import TRUE, Reference
from kaohe.backends.cells.magnitudes import INFINITE, growing
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.python_code import compile_cells
from kaohe.backends.excel.sheet_writer import CellList, SheetWriter
from kaohe.expr.tree import Call, Input, Op


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [((-1, 1), (-inf, inf)), ((-1, 0), (-inf, 0)), ((0, 1), (0, inf)), ((0, 0), (0, 0))],
)
def test_the_total_of_a_missing_list(sides: tuple[int, int], wanted: tuple[float, float]) -> None:
    size = growing("list.*", 1000, signed=True)
    anyone = Span(Pair(Reference("low"), size), Pair(Reference("high"), size))
    writer = SheetWriter(Known({}), {"list": CellList((), TRUE, {"list.*": anyone})})
    found = writer.write(Call(Op.TOTAL, (Input("list"), Input("list.*"))))
    assert isinstance(found, Span)
    writer.cell("least", found.low.top)
    writer.cell("most", found.high.top)
    inputs = dict(zip(("low", "high"), sides, strict=True))
    values = compile_cells(writer.cells.items(), inputs)(inputs)
    told = {-INFINITE: -inf, INFINITE: inf}
    assert tuple(told.get(values[one], values[one]) for one in ("least", "most")) == wanted
