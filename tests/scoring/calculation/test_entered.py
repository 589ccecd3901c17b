"""What people leave in input cells: what each is taken for, and that nothing that can't be read counts as anything."""

from typing import Any

import pytest

from kaohe.backends.cells.formulas import referred
from kaohe.results.calculation import INAPPLICABLE, KNOWN, MISSING, UNUSABLE
from support.entered_cells import (
    CHOICE,
    CHOICES,
    DONE,
    EACH,
    FLAG,
    FLAGS,
    FUNDS,
    LEVELS,
    LISTED,
    LISTS,
    NUMBERS,
    flags,
    of_list,
    of_rules,
    tiered,
)


@pytest.mark.parametrize(("content", "state", "score"), FLAGS)
def test_flags(content: Any, state: int, score: Any) -> None:
    values = flags().values({"input.it.done": content})
    assert (values["state.it.done"], values["score.items.it"]) == (state, score)
    assert (values["low.items.it"], values["high.items.it"]) == ((0, 3) if score == "" else (score, score))


@pytest.mark.parametrize(
    ("inputs", "state", "standing"),
    [
        ({"inapplicable.it.done": "不适用"}, INAPPLICABLE, "decided"),
        ({"input.it.done": "不适用"}, INAPPLICABLE, "decided"),
        ({"input.it.done": "不适用", "inapplicable.it.done": "不适用"}, INAPPLICABLE, "decided"),
        ({"inapplicable.it.done": "√"}, UNUSABLE, "open"),
        ({"input.it.done": "是", "inapplicable.it.done": "√"}, UNUSABLE, "open"),
        ({"input.it.done": "是"}, KNOWN, "decided"),
        ({}, MISSING, "open"),
    ],
)
def test_facts_that_need_not_exist(inputs: dict[str, Any], state: int, standing: str) -> None:
    values = flags(not_applicable="full").values(inputs)
    assert (values["state.it.done"], values["standing.items.it"]) == (state, standing)


def test_a_fact_on_which_nothing_rests_need_not_exist() -> None:
    own = of_rules({"done": FLAG, "idle": FLAG}, {**DONE, "requires": "done"})
    assert own.values({"input.it.idle": "不适用"})["state.it.idle"] == INAPPLICABLE
    assert own.values({"input.it.done": "不适用"})["state.it.done"] == UNUSABLE


def test_both_ways_of_a_fact_that_may_not_exist_are_told_apart() -> None:
    """Missing it may be met, not met, or not exist; that it exists is certain once anything is said."""
    earns_nothing = flags(not_applicable="zero")
    assert earns_nothing.values({})["high.items.it"] == 3
    unusable = flags(not_applicable="full").values({"input.it.done": "?"})
    assert (unusable["low.items.it"], unusable["may_be_gone.it.done"]) == (0, False)


@pytest.mark.parametrize(("indicator", "least", "content", "state", "score"), NUMBERS)
def test_numbers(indicator: dict[str, Any], least: Any, content: Any, state: int, score: Any) -> None:
    values = of_rules({"fact": indicator}, tiered("fact", least)).values({"input.it.fact": content})
    assert (values["state.it.fact"], values["score.items.it"]) == (state, score)


@pytest.mark.parametrize(("content", "state", "score"), CHOICES)
def test_choices(content: Any, state: int, score: Any) -> None:
    values = of_rules({"fact": CHOICE}, LEVELS).values({"input.it.fact": content})
    assert (values["state.it.fact"], values["score.items.it"]) == (state, score)


@pytest.mark.parametrize(("inputs", "state", "low", "high"), LISTS)
def test_lists(inputs: dict[str, Any], state: int, low: int, high: int) -> None:
    values = of_rules({"fact": LISTED}, EACH).values(of_list(inputs))
    assert (values["state.it.fact"], values["low.items.it"], values["high.items.it"]) == (state, low, high)


def test_a_list_that_need_not_exist() -> None:
    own = of_rules({"fact": LISTED}, {**EACH, "not_applicable": "full"})
    gone, contradictory = (
        {"inapplicable.it.fact": "不适用"},
        {"inapplicable.it.fact": "x", "input.it.fact.1.member": "甲"},
    )
    assert own.values(gone)["state.it.fact"] == INAPPLICABLE
    assert own.values(contradictory)["state.it.fact"] == UNUSABLE
    assert own.values({"input.it.fact.1.member": "甲", "input.it.fact.1.value": 1})["score.items.it"] == 4


def test_what_a_sheet_computes_is_said() -> None:
    own = of_rules({"fact": FUNDS, "done": FLAG}, tiered("fact", 86.5), {**DONE, "requires": "done"})
    (field,) = own.fields
    assert (field.key, field.decimals) == ("it.fact", 6)
    assert field.limit is not None
    assert 10**6 <= field.limit <= 10**9
    most = own.values({"input.it.fact": field.limit, "input.it.done": True})
    assert (most["state.it.fact"], most["score.items.it"]) == (KNOWN, 6)


def test_a_judgement_has_a_reason_that_no_formula_reads() -> None:
    judged = {"label": "工作实绩", "kind": "judgement", "range": {"from": 0, "to": 5}}
    own = of_rules({"fact": judged}, {"type": "computed", "points": 5, "award": "fact"})
    values = own.values({"input.it.fact.score": 4.5})
    assert (values["state.it.fact.score"], values["state.it.fact.reason"]) == (KNOWN, MISSING)
    assert values["score.items.it"] == 4.5


def test_cells_bear_the_rubrics_own_words() -> None:
    own = flags()
    assert own.cell("state.it.done").label == "1.1 建立制度"
    assert own.cell("due.it.0").label == "甲"
    assert own.cell("score.items.it").label == "1.1 子项目"
    assert own.cell("score.total").label == "表"
    assert referred(own.cell("score.items.it").formula) >= {"low.items.it"}
