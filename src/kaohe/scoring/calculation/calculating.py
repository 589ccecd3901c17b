"""A compiled rubric -> its calculation: facts, then items, sections and the whole, cell by cell."""

from collections.abc import Iterator

from kaohe.backends.cells.formulas import Formula
from kaohe.backends.excel.sheet_writer import SheetWriter
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.messages import Language
from kaohe.results.calculation import Calculation, Cell
from kaohe.scoring.calculation.facts import Facts
from kaohe.scoring.calculation.grade_cells import GradeCells
from kaohe.scoring.calculation.item_cells import ItemCells
from kaohe.scoring.calculation.judged_items import judged, judgement_cells
from kaohe.scoring.calculation.told_cells import ToldCells
from kaohe.scoring.calculation.total_cells import TOTAL, TotalCells, result
from kaohe.scoring.calculation.unsure import Unsure
from kaohe.scoring.compiled_rubric import CompiledRubric


def calculation(
    compiled: CompiledRubric, slots: int = 20, *, reviewed: bool = False, told: Language | None = None
) -> Calculation:
    """Every cell of the rubric's sheet; a list has room for so many members.

    Where it is `reviewed`, each item has an input cell for points by judgement. `told` is the language of its words.
    """
    facts = Facts(compiled, slots)
    writer = SheetWriter(facts.known(), facts.known_lists())
    wider = tuple(_scores(compiled, writer, Unsure(writer, facts), reviewed=reviewed))
    by_judgement = [f"{ITEMS}.{item.item.id}" for item in compiled.items if reviewed]
    cells: dict[str, Formula] = {}
    for place, name in enumerate(by_judgement):
        cells |= judgement_cells(name, compiled.rubric.rounding.places, compiled.whatever(place))
    words = {} if told is None else ToldCells(compiled, writer, facts, told).cells()
    cells |= {**dict(facts.cells(writer.limits)), **writer.cells, **words}
    labels = dict(_labels(compiled))
    return Calculation(
        cells=tuple(Cell(name, labels.get(_of(name), ""), formula) for name, formula in cells.items()),
        inputs=(*facts.inputs(), *(f"input.{name}" for name in by_judgement)),
        fields=tuple(one.entered(writer.limits) for one in facts.entered_numbers()),
        slots=slots,
        wider=wider,
    )


def _scores(compiled: CompiledRubric, writer: SheetWriter, unsure: Unsure, *, reviewed: bool) -> Iterator[str]:
    """Writes all scores; gives the names of those whose range may be wider than it need be."""
    items, above = ItemCells(writer, unsure), TotalCells(writer, unsure, result)
    for place, item in enumerate(compiled.items):
        name = f"{ITEMS}.{item.item.id}"
        span, narrow = items.write(item, compiled.score(place))
        if reviewed:
            span = judged(writer, name, compiled.rubric.rounding.places, span, compiled.whatever(place))
        result(writer, name, span)
        writer.known.facts[name] = span
        if not narrow:
            yield name
    for total in compiled.totals:
        if not above.write(total):
            yield f"{SECTIONS}.{total.id}" if total.id else TOTAL
    grades = GradeCells(writer, unsure)
    for name, trees in compiled.grades.items():
        grades.write(name, trees)


def _of(name: str) -> str:
    """What a cell's name says that it is of."""
    return name.partition(".")[2]


def _labels(compiled: CompiledRubric) -> Iterator[tuple[str, str]]:
    """The rubric's own words for facts, accounts, items and sections."""
    for fact in compiled.layout.facts:
        yield from ((key, fact.called) for key in (fact.key, *fact.keys()))
    for number, item in compiled.rubric.items():
        yield f"{ITEMS}.{item.id}", f"{number} {item.title}"
    for trees in compiled.items:
        yield from ((f"{trees.item.id}.{place}", one.clause) for place, one in enumerate(trees.accounts))
    yield from ((f"sections.{section.id}", section.title) for section in compiled.rubric.sections)
    yield TOTAL, compiled.rubric.title
