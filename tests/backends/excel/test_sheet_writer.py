"""What formulas make of lists that are missing."""

from math import inf

import pytest

from kaohe.backends.cells.formulas import TRUE, Reference
from kaohe.backends.cells.magnitudes import INFINITE, growing
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span, known
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.python_code import compile_cells
from kaohe.backends.excel.sheet_writer import CellList, Member, SheetWriter
from kaohe.expr.tree import Call, Input, Op

SIZE = growing("list.*", 1000, signed=True)


@pytest.mark.parametrize("missing", [(False, True), (True, False), (True, True), (False, False)])
def test_the_total_of_members_some_of_which_may_be_missing(missing: tuple[bool, bool]) -> None:
    """The first lies between 1 and 2, the second between 10 and 20; what is not missing is the lesser."""
    inputs = {"low0": 1, "high0": 2, "low1": 10, "high1": 20}
    certain = [known(Pair(Reference(f"low{place}"), SIZE)) for place in (0, 1)]
    open_ones = [Span(certain[place].low, Pair(Reference(f"high{place}"), SIZE)) for place in (0, 1)]
    fields = [open_ones[place] if missing[place] else certain[place] for place in (0, 1)]
    writer = SheetWriter(Known({}), {"list": CellList(tuple(Member(TRUE, {"list.*": one}) for one in fields))})
    found = writer.number(Call(Op.TOTAL, (Input("list"), Input("list.*"))))
    run = compile_cells([*writer.cells.items(), ("least", found.low.top), ("most", found.high.top)], inputs)
    wanted = {"least": 11, "most": 11 + missing[0] + 10 * missing[1]}
    assert (found.exact, run(inputs)) == (not any(missing), wanted)


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [((-1, 1), (-inf, inf)), ((-1, 0), (-inf, 0)), ((0, 1), (0, inf)), ((0, 0), (0, 0))],
)
def test_the_total_of_a_missing_list(sides: tuple[int, int], wanted: tuple[float, float]) -> None:
    anyone = Span(Pair(Reference("low"), SIZE), Pair(Reference("high"), SIZE))
    writer = SheetWriter(Known({}), {"list": CellList((), TRUE, {"list.*": anyone})})
    found = writer.write(Call(Op.TOTAL, (Input("list"), Input("list.*"))))
    assert isinstance(found, Span)
    writer.cell("least", found.low.top)
    writer.cell("most", found.high.top)
    inputs = dict(zip(("low", "high"), sides, strict=True))
    values = compile_cells(writer.cells.items(), inputs)(inputs)
    told = {-INFINITE: -inf, INFINITE: inf}
    assert tuple(told.get(values[one], values[one]) for one in ("least", "most")) == wanted
