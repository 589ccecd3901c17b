"""How a table is going to be scored: what is read, what is computed in how many steps, which rows go by themselves."""

from collections.abc import Iterator

from kaohe.backends.columns.levels import levels
from kaohe.messages import Language, say
from kaohe.scoring.columns.program import Program
from kaohe.tables.run_program import wanted_cells
from kaohe.tables.score_table import TableScorer


def plan(table: TableScorer, language: Language) -> Iterator[str]:
    """A line for each thing that there is to say."""
    if table.programs is None:
        yield say("column.plan-none", language)
        return
    for code, one in (("complete", table.programs.complete), ("open", table.programs.open)):
        yield say(f"column.plan-{code}", language, **_figures(one))
    if table.facts.apart is None:
        yield say("column.plan-cells", language)
    if table.exact.peers is not None:
        yield say("column.plan-peers", language)
    for key, (low, high) in sorted(table.programs.held().items()):
        yield say("column.plan-held", language, key=key, low=low, high=high)


def _figures(program: Program) -> dict[str, int]:
    """How many columns are computed, in how many steps, and how many come out."""
    steps = columns = 0
    for stage, wanted in zip(program.stages, wanted_cells(program), strict=True):
        found = levels(stage.cells, wanted)
        steps += len(found)
        columns += sum(map(len, found))
    return {"columns": columns, "steps": steps, "outputs": len(program.outputs)}
