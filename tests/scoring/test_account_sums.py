"""What is due and applied on each account of a unit: what its ledger cells are to have, and which accounts are open."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.account_sums import AccountSum, account_sums
from support.compiled_once import compiled
from support.entries import RUBRICS
from support.random_rows import random_row, seeded
from support.small_rubric import deductions, item, rubric
from support.small_scores import compiled_from
from support.spreadsheet import ledger_of


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_forms(path: Path) -> None:
    own, random = compiled(path), seeded(2)
    for gaps in (0, 0.02, 0.3):
        row = random_row(own, random, gaps=gaps)
        wanted = dict(ledger_of(own, row))
        for one in account_sums(own, row):
            assert (one.due, one.applied) == (wanted[f"due.{one.name}"], wanted[f"applied.{one.name}"])
            assert one.open == wanted.get(f"open.{one.name}", one.open)


@pytest.mark.parametrize(
    ("late", "due", "more"),
    [
        (None, 0, True),
        (NOT_APPLICABLE, 0, False),
        ((), 0, False),
        ((("甲", 1), ("乙", None)), 1, True),
        ((("甲", 1), ("乙", 2)), 3, False),
    ],
)
def test_a_list(late: Any, due: int, more: bool) -> None:  # noqa: FBT001
    rule = deductions("甲", {"count": "late", "each": 1}, not_applicable="full")
    listed = {"label": "迟报", "kind": "count", "list": True}
    own = compiled_from(rubric([item(indicators={"late": listed}, rules=[rule], method="甲")]))
    (found,) = account_sums(own, (late,))
    assert found == AccountSum("item.0", Fraction(due), Fraction(due), more)
