"""The ledger in a table: the same columns from programs and from rows that are scored by themselves."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kaohe.scoring.columns.program import program
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.ledger_table import FRACTIONS, LedgerTable, ledger_table
from support.column_tables import Row, Tables, computed
from support.compiled_once import compiled
from support.entries import RUBRICS
from support.random_rows import random_row, seeded
from support.small_rubric import deductions, item, rubric
from support.small_scores import compiled_from

LATE: dict[str, Any] = {"label": "迟报", "kind": "count"}


def both(own: CompiledRubric, rows: list[Row]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table from columns that may be open, and from the rows."""
    programs = [program(own, complete=complete, ledger=True) for complete in (True, False)]
    table, tables = ledger_table(own, programs), Tables(own)
    taken = [tables.taken(row, programs[1]) for row in rows]
    frame = pl.DataFrame(computed(programs[1], tables.frames(taken)), infer_schema_length=None)
    found = frame.select(*table.of_program(programs[1]))
    assert found.schema == pl.Schema(table.schema())
    return found, of_rows(table, own, taken)


def of_rows(table: LedgerTable, own: CompiledRubric, rows: list[Row]) -> pl.DataFrame:
    return pl.DataFrame([table.of_row(own, row) for row in rows], schema=table.schema(), orient="row")


@pytest.mark.parametrize("path", RUBRICS[::3], ids=lambda path: path.stem)
def test_forms(path: Path) -> None:
    own, random = compiled(path), seeded(4)
    rows = [random_row(own, random, gaps=gaps) for gaps in (0, 0, 0.02, 0.3)]
    found, wanted = both(own, [*rows])
    assert found.equals(wanted)


def test_fractions_are_in_lowest_terms() -> None:
    rule = {"type": "computed", "clause": "甲", "points": 5, "award": "late / (2 * done)", "not_applicable": "zero"}
    facts = {"late": LATE, "done": LATE}
    found, wanted = both(
        compiled_from(rubric([item(indicators=facts, rules=[rule], method="甲")])), [(4, 3), (1, 1), (2, 6)]
    )
    assert found.equals(wanted)
    assert found[FRACTIONS].to_list() == [
        "item.1.due 13/3, item.1.applied 13/3",
        None,
        "item.1.due 29/6, item.1.applied 29/6",
    ]


def test_a_number_of_more_decimals_is_told_by_words() -> None:
    rules = [deductions("甲", {"count": "late", "each": 0.125})]
    own = compiled_from(rubric([item(indicators={"late": LATE}, rules=rules, method="甲")]))
    found, wanted = both(own, [(8,), (1,), (None,)])
    assert found.equals(wanted)
    assert found["ledger.item.0.due"].to_list() == [Decimal("1.00"), None, Decimal("0.00")]
    assert found[FRACTIONS].to_list() == [None, "item.0.due 1/8, item.0.applied 1/8", None]
    assert found["ledger.item.0.open"].to_list() == [False, False, True]


def test_a_row_that_can_t_be_read_has_nothing() -> None:
    own = compiled_from(rubric([item()]))
    table = ledger_table(own, [program(own, complete=True, ledger=True)])
    assert set(table.of_row(own, None).values()) == {None}
