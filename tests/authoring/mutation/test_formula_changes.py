"""Formulas and conditions written a little otherwise."""

import pytest

from kaohe.authoring.mutation.formula_changes import Fact, formulas_near

FACTS = {
    "late": Fact("count", listed=False),
    "missed": Fact("count", listed=False),
    "rate": Fact("percent", listed=False),
    "marks": Fact("number", listed=True),
    "planned": Fact("flag", listed=False),
}


@pytest.mark.parametrize(
    ("formula", "near"),
    [
        ("planned", ["not planned"]),
        ("not planned", ["planned"]),
        ("late", ["missed", "late > 1", "not late"]),
        ("not late", ["late", "not missed", "not (late > 1)"]),
        ("planned and rate >= 95%", ["planned or rate >= 95%", "planned and rate > 95%", "planned and rate < 95%"]),
        ("late = 0", ["missed = 0", "late != 0", "late = -1", "late = 1", "not (late = 0)"]),
    ],
)
def test_conditions(formula: str, near: list[str]) -> None:
    found = [one.text for one in formulas_near(formula, FACTS, condition=True)]
    assert found[: len(near)] == near
    assert formula not in found


@pytest.mark.parametrize(
    ("formula", "near"),
    [
        ("late", ["missed"]),
        ("late.growth", ["missed.growth"]),
        ("rate", []),
        ("min(late, 2)", ["max(late, 2)", "min(missed, 2)", "min(late, 1)", "min(late, 3)"]),
        ("sum(marks)", ["mean(marks)"]),
        ("late + 2 * missed", ["missed + 2 * missed", "late - 2 * missed"]),
        ("parameters.rate", []),
        ("every one of", []),
    ],
)
def test_numbers(formula: str, near: list[str]) -> None:
    found = [one.text for one in formulas_near(formula, FACTS, condition=False)]
    assert found[: len(near)] == near
    assert bool(found) == bool(near)


def test_a_change_says_where_it_begins() -> None:
    found = list(formulas_near("planned and late > 2", FACTS, condition=True))
    assert {one.text: one.offset for one in found}["planned and late >= 2"] == len("planned and late ")
    assert {one.text: one.offset for one in found}["not (planned and late > 2)"] == 0


def test_what_is_no_formula_has_none() -> None:
    assert list(formulas_near("“late”", FACTS, condition=True)) == []
