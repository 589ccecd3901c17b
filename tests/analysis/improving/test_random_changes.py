"""Units and rubrics made up at random: every improvement comes true, and none is left out."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kaohe.scoring.scorer import Scorer
from support.honest import UnitRow, gapped, hold
from support.random_formulas import whole
from support.random_rows import Row, random_row, seeded
from support.rounds import rounds
from support.rule_cases import Case, document
from support.shipped import compiled, scorer
from test_random_formulas import computable, passing, sound
from test_random_items import INDICATORS, ROWS, RULES, VETOES

SEEDS = st.integers(0, 2**32)


@rounds(60)
@given(rules=RULES, vetoes=VETOES, rows=ROWS, gap=st.integers(-1, 4))
def test_items(rules: list[Any], vetoes: list[Any], rows: list[Row], gap: int) -> None:
    scores = Scorer(Case("random", {"indicators": INDICATORS, "rules": rules, "vetoes": vetoes}).compiled, "zh")
    for row in rows[:3]:
        hold(UnitRow(scores, gapped(row, {gap: True})), 12)


@rounds(25)
@given(seed=SEEDS)
def test_formulas(seed: int) -> None:
    random = seeded(seed)
    for one in sound(seed):
        row = random_row(one, random)
        if computable(one, row):
            hold(UnitRow(Scorer(one, "zh"), _some(row, random)), 6)


@rounds(25)
@given(seed=SEEDS)
def test_wholes(seed: int) -> None:
    random = seeded(seed)
    for one in passing(document(whole(random)) for _ in range(10)):
        row = random_row(one, random)
        if computable(one, row):
            hold(UnitRow(Scorer(one, "zh"), _some(row, random)), 6)


@rounds(3)
@given(seed=SEEDS)
def test_the_shipped_form(seed: int) -> None:
    random = seeded(seed)
    row = random_row(compiled(), random, gaps=random.choice((0.0, 0.0, 0.1)))
    found = hold(UnitRow(scorer(compiled()), row), 1)
    assert found.sheet.missing or not found.undecided


def _some(row: Row, random: Random) -> Row:
    """The row, of every other one a few facts missing."""
    if random.random() < 0.5:
        return row
    return gapped(row, {place: random.random() < 0.3 for place in range(len(row))})
