"""What is long stands in a cell of its own."""

from kaohe.backends.cells.formulas import Apply, Reference
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.sheet_writer import SheetWriter

FACTS = [Reference(name) for name in "abcdef"]


def test_a_formula_of_up_to_five_facts_is_not_parted() -> None:
    writer, five, six = SheetWriter(Known()), Apply("+", tuple(FACTS[:5])), Apply("+", tuple(FACTS))
    writer.room = "it"
    assert (writer.keep(five), writer.keep(six), writer.keep(six)) == (five, *[Reference("work.it.0")] * 2)
    assert writer.cells == {"work.it.0": six}
