"""A table of facts is scored as its units are one by one, to the last digit, whatever is missing or not applicable."""

from itertools import product

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from support import shipped
from support.fact_tables import held_decimals
from support.random_rows import random_row, seeded
from support.rule_cases import Case, cases
from support.small_rubric import RULE, item, rubric
from support.small_scores import compiled_from
from support.spreadsheet import without_some
from support.table_scores import Row, compared
from test_forms import FORMS, Form

SHARE = 12
"""One case in so many is tried at every run; all of them by `make agreement`."""


def _rows(form: Form, count: int) -> list[Row]:
    chance = seeded(11)
    rows = [random_row(form.compiled, chance, gaps=gaps) for gaps in (0, 0.02, 0.3) for _ in range(count)]
    return [held_decimals(form.compiled, row) for row in rows]


ALONE = [form for form in FORMS if not form.compiled.peers]
"""Those in which a unit is not compared with others."""


@pytest.mark.parametrize("form", ALONE, ids=lambda form: form.stem)
def test_real_forms(form: Form) -> None:
    cells, _ = compared(form.compiled, _rows(form, 4))
    assert cells > 0


@pytest.mark.parametrize("case", list(cases())[::SHARE], ids=lambda case: case.name)
def test_rule_cases(case: Case) -> None:
    chance = seeded(5)
    rows = [case.row(example) for example in case.examples]
    compared(case.compiled, [*rows, *(without_some(row, chance, 0.3) for row in rows)])


def test_the_shipped_form() -> None:
    chance, compiled = seeded(3), shipped.compiled()
    rows = [random_row(compiled, chance, gaps=gaps) for gaps in (0, 0, 0.01, 0.1) for _ in range(10)]
    cells, in_columns = compared(compiled, [held_decimals(compiled, row) for row in rows])
    assert cells == 40 * 49 * 3
    assert in_columns > 20


def test_where_columns_leave_more_open_rows_are_scored_by_themselves() -> None:
    rules = [{**RULE, "not_applicable": "rescaled"}]
    items = [item(id=f"item_{number}", rules=rules) for number in range(4)]
    compiled = compiled_from(rubric(items, rescale="section"))
    rows: list[Row] = [tuple(row) for row in product((True, None, NOT_APPLICABLE), repeat=4)]
    _, in_columns = compared(compiled, rows)
    assert in_columns == 2**4
