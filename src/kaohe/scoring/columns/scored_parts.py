"""What is scored of a unit, in the order in which columns have it."""

from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.compiled_rubric import CompiledRubric


def scored_parts(compiled: CompiledRubric) -> list[str]:
    """Items, sections and the whole by what formulas call them: each section after its items, the whole last."""
    found: list[str] = []
    for section in compiled.rubric.sections:
        found += [f"{ITEMS}.{item.id}" for item in section.items]
        found.append(f"{SECTIONS}.{section.id}")
    return [*found, TOTAL]
