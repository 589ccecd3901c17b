"""A rubric's calculation gives what the exact engine gives, cell by cell, without a spreadsheet."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.results.calculation import Calculation
from kaohe.scoring.calculation.calculating import calculation
from kaohe.scoring.compiled_rubric import CompiledRubric
from support import shipped
from support.random_rows import random_row, seeded
from support.rule_cases import Case, cases
from support.spreadsheet import Row, differences, inputs_of, room, typed, without_some
from test_forms import EVERY_FORM, FORMS, Form

EVERY_CASE = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
MOST_MISSING = 2
LONGEST_FORMULA = 500


def wrong(compiled: CompiledRubric, own: Calculation, row: Row) -> list[str]:
    return differences(compiled, row, own.values(inputs_of(compiled, row)))


def partly(row: Row) -> Iterator[Row]:
    """The row with up to so many of its facts missing."""
    known = [place for place, value in enumerate(row) if value is not NOT_APPLICABLE]
    for size in range(MOST_MISSING + 1):
        for gaps in combinations(known, size):
            yield tuple(None if place in gaps else value for place, value in enumerate(row))


@EVERY_CASE
def test_every_case_with_facts_missing(case: Case) -> None:
    rows = [typed(case.row(example)) for example in case.examples]
    own = calculation(case.compiled, max(map(room, rows)))
    assert own.wider == ()
    for row in rows:
        for one in partly(row):
            assert wrong(case.compiled, own, one) == [], one


@EVERY_FORM
def test_every_form_with_facts_missing(form: Form) -> None:
    rows = [typed(form.row(number)) for number in range(len(form.cases["units"]))]
    own, random = calculation(form.compiled, max(map(room, rows))), seeded(12)
    for row in rows:
        for gaps in (0, 0, 0.05, 0.2, 0.5):
            one = without_some(row, random, gaps)
            assert wrong(form.compiled, own, one) == [], one


def test_random_units() -> None:
    compiled, random = shipped.compiled(), seeded(11)
    own = calculation(compiled, 4)
    for gaps in (0.0, 0.01, 0.2):
        for _ in range(10):
            row = random_row(compiled, random, gaps=gaps)
            assert wrong(compiled, own, row) == [], row


def test_other_readings() -> None:
    random = seeded(13)
    for name, option in shipped.alternatives()[::20]:
        compiled = shipped.program_as({name: option})
        row = random_row(compiled, random)
        assert wrong(compiled, calculation(compiled, 4), row) == [], (name, option)


@EVERY_FORM
def test_formulas_are_short_and_refer_to_what_stands_before_them(form: Form) -> None:
    own = calculation(form.compiled)
    place = {name: f"计算!$B${number}" for number, name in enumerate(own.inputs, 1)}
    for number, cell in enumerate(own.cells, len(place) + 1):
        text = own.formula_text(cell.name, place)
        assert text.startswith("=")
        assert len(text) < LONGEST_FORMULA
        place[cell.name] = f"计算!$B${number}"


def test_numbers_that_people_enter_are_named() -> None:
    """What is taken over all units is given to them, and a choice is a word."""
    (form,) = (one for one in FORMS if one.stem == "soe-principals-2009")
    facts = {fact.key: fact.indicator for fact in form.compiled.layout.facts}
    fields = {field.key.removesuffix(".part").removesuffix(".whole") for field in calculation(form.compiled).fields}
    assert fields <= {key for key, one in facts.items() if one.peers is None and one.kind not in ("choice", "flag")}


def test_the_same_rubric_gives_the_same_cells() -> None:
    compiled = FORMS[0].compiled
    assert calculation(compiled).cells == calculation(compiled).cells
