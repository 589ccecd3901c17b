"""Examples that ought to hold and do not yet: one that begins to hold fails here, and moves to where it belongs."""

from typing import Any

import pytest

from kaohe.library.checks import problems
from support.rule_cases import Case, read_row, rubric_document

FLAG, COUNT = {"label": "事实", "kind": "flag"}, {"label": "次数", "kind": "count"}
FLAGS = {**FLAG, "list": True}
DONE = {"type": "all_or_nothing", "points": 2, "requires": "done"}


def rules(*several: dict[str, Any], vetoes: tuple[dict[str, Any], ...] = (), **indicators: Any) -> dict[str, Any]:
    return {"indicators": indicators, "rules": list(several), "vetoes": list(vetoes)}


def deductions(**others: Any) -> dict[str, Any]:
    return {"type": "deductions", "points": 5, "deductions": [{"count": "errors", "each": 1}], **others}


def tiered(**others: Any) -> dict[str, Any]:
    return {"type": "tiered", "points": 3, "of": "errors", "cumulative": False, **others}


UNSOUND = {
    "a fact that need not exist for one rule is read by another as if it did": rules(
        {**DONE, "not_applicable": "zero"}, DONE, done=FLAG
    ),
    "a list where one fact is wanted: requires": rules(DONE, done=FLAGS),
    "a list where one fact is wanted: levels": rules(
        {"type": "levels", "points": 5, "of": "funds.direction", "levels": {"increased": 5}},
        funds={"label": "资金", "kind": "change", "list": True},
    ),
    "a list where one fact is wanted: proportional": rules(
        {
            "type": "proportional",
            "points": 3,
            "of": "errors",
            "anchors": [{"at": 1, "points": 0}, {"at": 2, "points": 3}],
        },
        errors={**COUNT, "list": True},
    ),
    "a list where one fact is wanted: a veto": rules(DONE, vetoes=({"when": "wrong"},), done=FLAG, wrong=FLAGS),
    "a list where one fact is wanted: a target": rules(
        {
            "type": "steps",
            "points": 5,
            "of": "first",
            "target": "other",
            "every": 1,
            "deduct": 1,
            "partial": "whole",
        },
        first={**COUNT, "list": True},
        other={**COUNT, "list": True},
    ),
    "tiers that earn more than the full mark": rules(
        tiered(base={"from": 1, "points": 2}, bands=[{"from": 2, "add": 2}]), errors=COUNT
    ),
    "a band that begins before the base is reached": rules(
        tiered(base={"from": 5, "points": 2}, bands=[{"from": 2, "add": 1}]), errors=COUNT
    ),
    "a band between sides that exclude each other": rules(
        tiered(bands=[{"above": 5, "below": 2, "add": 3}]), errors=COUNT
    ),
    "a truth value in quotes": rules(tiered(bands=[{"from": 1, "add": 3}], cumulative="no"), errors=COUNT),
    "a truth value in quotes, of an indicator": rules(deductions(), errors={**COUNT, "list": "false"}),
    "an award for nothing": rules({"type": "all_or_nothing", "points": 2}, DONE, done=FLAG),
    "free occurrences of what is not counted": rules(
        deductions(deductions=[{"when": "done", "once": 1, "free": 2}]), done=FLAG
    ),
    "a veto of a rule that awards nothing": rules(
        deductions(points=0, floor="item"), DONE, vetoes=({"when": "done", "scope": [1]},), done=FLAG, errors=COUNT
    ),
    "no rule at all": rules(done=FLAG),
    "a patch with points that are no number": rules(
        {
            **DONE,
            "readings": [
                {
                    "id": "mark",
                    "words": "甲",
                    "chosen": "two",
                    "options": {"two": {"meaning": "两分"}, "three": {"meaning": "三分", "patch": {"points": "三分"}}},
                }
            ],
        },
        done=FLAG,
    ),
}


@pytest.mark.parametrize("case", UNSOUND.values(), ids=UNSOUND.keys())
def test_validate_finds(case: dict[str, Any]) -> None:
    assert problems(rubric_document(case))


SCORES = [
    pytest.param(
        rules(deductions(requires="done", cap=3), done=FLAG, errors=COUNT),
        {"done": False, "errors": 0},
        0,
        id="a requirement that fails leaves nothing, whatever the cap of the deductions",
    ),
    pytest.param(
        rules(deductions(requires="done", floor="none"), done=FLAG, errors=COUNT),
        {"done": False, "errors": 3},
        0,
        id="a requirement that fails leaves nothing, and not less, where there is no floor",
    ),
    pytest.param(
        rules(deductions(floor="none"), vetoes=({"when": "done", "scope": [1]},), done=FLAG, errors=COUNT),
        {"done": True, "errors": 3},
        0,
        id="a veto of a rule leaves nothing, and not less, where there is no floor",
    ),
    pytest.param(
        rules(deductions(cap=3), vetoes=({"when": "done", "scope": [1]},), done=FLAG, errors=COUNT),
        {"done": True, "errors": 0},
        0,
        id="a veto of a rule leaves nothing, whatever the cap of the deductions",
    ),
]


SCORES += [
    pytest.param(
        rules(deductions(points=0, floor="item"), {**DONE, "points": 5, "floor": "item"}, done=FLAG, errors=COUNT),
        {"done": False, "errors": 5},
        0,
        id="a requirement takes no more than the item has left where that is the floor",
    ),
    pytest.param(
        rules(deductions(points=4, floor="none", requires="done"), done=FLAG, errors=COUNT),
        {"done": False, "errors": 1000},
        -996,
        id="a requirement that fails forgives nothing below zero",
    ),
    pytest.param(
        rules({**deductions(), "deductions": [{"count": "errors", "each": 1}] * 300}, errors=COUNT),
        {"errors": 0},
        5,
        id="hundreds of accounts in one rule",
    ),
]


@pytest.mark.parametrize(("case", "values", "score"), SCORES)
def test_score(case: dict[str, Any], values: dict[str, Any], score: int) -> None:
    compiled = Case("open", case).compiled
    scores, _ = compiled.ledger.score(read_row(compiled, values, {}))
    assert compiled.ledger.exact(scores[0]) == score
