"""The ledger as columns: what the engine says is due and applied on each account, certain while facts are missing."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.account_sums import account_sums
from kaohe.scoring.columns.program import Output, Program, program
from kaohe.scoring.compiled_rubric import CompiledRubric
from support.column_tables import Row, Tables, computed
from support.compiled_once import compiled
from support.entries import EVERY_KIND, RUBRICS
from support.random_rows import random_row, seeded
from support.rounds import share
from support.rule_cases import Case, cases
from support.small_rubric import deductions, item, rubric
from support.small_scores import compiled_from
from support.spreadsheet import without_some

SIDES = ("due", "applied", "open")
GAPS = (0, 0.01, 0.1, 0.3)
FILES = {name: tuple(several) for name, several in groupby(cases(), lambda case: case.file)}


def quotient(one: Program, output: Output, columns: dict[str, Any]) -> Fraction:
    """The number of a column; whether something is open as 1 or 0."""
    value = columns[output.column]
    if output.side == "open":
        return Fraction(bool(value))
    over = columns[output.over] if isinstance(output.over, str) else output.over or one.scale
    return Fraction(value, over)


def differing(own: CompiledRubric, rows: Sequence[Row]) -> Iterator[str]:
    """Where columns are not what the engine says."""
    for complete in (True, False):
        one, tables = program(own, complete=complete, ledger=True), Tables(own)
        outputs = {output.column: output for output in one.outputs if output.side in SIDES}
        taken = [tables.taken(row, one) for row in rows]
        if complete:
            taken = [row for row in taken if not own.unreported(row) and not own.undefined(row)]
        for row, columns in zip(taken, computed(one, tables.frames(taken)), strict=True):
            for account in account_sums(own, tuple(row)):
                if f"items.{account.name.split('.')[0]}" in one.unledgered:
                    continue
                for side, want in (("due", account.due), ("applied", account.applied), ("open", account.open)):
                    output = outputs.get(f"{side}.{account.name}")
                    found = Fraction(0) if output is None else quotient(one, output, columns)
                    if found != want:
                        yield f"{side}.{account.name}: {found}, not {want}"


@pytest.mark.parametrize("file", FILES)
def test_rule_cases(file: str) -> None:
    for case in FILES[file]:
        assert list(differing(case.compiled, _rows(case))) == [], case.name


def _rows(case: Case) -> list[Row]:
    whole = [case.row(example) for example in case.examples]
    random = seeded(len(whole))
    return [*whole, *(without_some(row, random, 0.3) for row in whole)]


@pytest.mark.parametrize("path", share(RUBRICS, of=4), ids=lambda path: path.stem)
def test_forms(path: Path) -> None:
    own, random = compiled(path), seeded(1)
    rows = [random_row(own, random, gaps=gaps) for gaps in GAPS for _ in range(4)]
    assert list(differing(own, rows)) == []


def test_what_is_too_large_is_left_out() -> None:
    found = program(compiled(EVERY_KIND), complete=True, ledger=True)
    assert found.unledgered == ("items.variety",)
    assert not any(output.of.startswith("variety.") for output in found.outputs)


LATE: dict[str, Any] = {"label": "迟报", "kind": "count"}


def test_numbers_of_other_decimals_are_over_their_own() -> None:
    late = item(indicators={"late": LATE}, rules=[deductions("甲", {"count": "late", "each": 0.125})], method="甲")
    own = compiled_from(rubric([late]))
    found = program(own, complete=True, ledger=True)
    overs = {output.column: output.over for output in found.outputs if output.side in SIDES}
    assert overs == {"due.item.0": 8, "applied.item.0": 8}
    assert list(differing(own, [(3,), (100,), (None,)])) == []


def test_a_list_is_open_while_it_may_come_or_a_member_may_have_more() -> None:
    rule = deductions("甲", {"count": "late", "each": 1}, not_applicable="full")
    own = compiled_from(rubric([item(indicators={"late": {**LATE, "list": True}}, rules=[rule], method="甲")]))
    one, tables = program(own, complete=False, ledger=True), Tables(own)
    rows: list[Row] = [(None,), (NOT_APPLICABLE,), ((),), ((("甲", 1), ("乙", None)),), ((("甲", 1), ("乙", 2)),)]
    found = computed(one, tables.frames(rows))
    assert [columns["open.item.0"] for columns in found] == [True, False, False, True, False]
    assert list(differing(own, rows)) == []
