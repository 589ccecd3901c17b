"""The words of accounts in cells are those of a scored sheet, and leave the numbers as they are."""

import pytest

from kaohe.results.calculation import Calculation
from kaohe.scoring.calculation.calculating import calculation
from support import shipped
from support.random_rows import random_row, seeded
from support.rounds import share
from support.rule_cases import Case, cases
from support.spreadsheet import inputs_of, room, typed, without_some
from support.told_lines import told_otherwise
from test_forms import FORMS, Form

EVERY_CASE = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in share(cases(), of=12)])
LONGEST_FORMULA = 4000


@EVERY_CASE
def test_every_case(case: Case) -> None:
    rows = [typed(case.row(example)) for example in case.examples]
    own = calculation(case.compiled, max(map(room, rows)), told="zh")
    for row in rows:
        assert told_otherwise(case.compiled, row, own.values(inputs_of(case.compiled, row))) == []


@pytest.mark.parametrize("form", share(FORMS, of=16), ids=lambda form: form.stem)
def test_every_form(form: Form) -> None:
    rows = [typed(form.row(number)) for number in range(len(form.cases["units"]))]
    own, random = calculation(form.compiled, max(map(room, rows)), told="zh"), seeded(31)
    for row, gaps in share([(row, gaps) for row in rows for gaps in (0, 0.2)], of=3):
        one = without_some(row, random, gaps)
        assert told_otherwise(form.compiled, one, own.values(inputs_of(form.compiled, one))) == []
    formulas_are_short(own)


def formulas_are_short(own: Calculation) -> None:
    place = {
        name: f"计算!$B${number}" for number, name in enumerate((*own.inputs, *(one.name for one in own.cells)), 1)
    }
    assert all(len(own.formula_text(cell.name, place)) < LONGEST_FORMULA for cell in own.cells)


def test_random_units() -> None:
    compiled, random = shipped.compiled(), seeded(32)
    own = calculation(compiled, 4, told="zh")
    for gaps in (0.0, 0.1):
        for _ in share(range(5), of=5):
            row = random_row(compiled, random, gaps=gaps)
            assert told_otherwise(compiled, row, own.values(inputs_of(compiled, row))) == []


def test_words_leave_numbers_as_they_are() -> None:
    plain, told = (calculation(shipped.compiled(), 2, told=language) for language in (None, "en"))
    assert plain.fields == told.fields
    assert plain.cells == told.cells[: len(plain.cells)]
