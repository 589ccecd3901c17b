"""Points by judgement stand in place of what the rules give, where the rules could give them."""

from typing import Any

import pytest

from kaohe.results.calculation import KNOWN, MISSING, UNUSABLE
from kaohe.scoring.calculation.calculating import calculation
from support.small_rubric import item, rubric
from support.small_scores import compiled_from


@pytest.mark.parametrize(
    ("content", "state", "score", "total"),
    [
        (None, MISSING, 5, 5),
        (3.25, KNOWN, 3.25, 3.25),
        (0, KNOWN, 0, 0),
        (5, KNOWN, 5, 5),
        (-1, UNUSABLE, "", ""),
        (5.01, UNUSABLE, "", ""),
        (9, UNUSABLE, "", ""),
        (3.255, UNUSABLE, "", ""),
        ("三分", UNUSABLE, "", ""),
    ],
)
def test_points_by_judgement(content: Any, state: int, score: Any, total: Any) -> None:
    own = calculation(compiled_from(rubric([item()])), reviewed=True)
    assert own.inputs[-1] == "input.items.item"
    values = own.values({"input.item.done": "是", "input.items.item": content})
    assert (values["state.items.item"], values["score.items.item"], values["score.total"]) == (state, score, total)
    low, high = (0, 5) if state == UNUSABLE else (score, score)
    assert (values["low.items.item"], values["high.total"]) == (low, high)
    assert (values["applied.item.0"], values["left.items.item"]) == (0, 5)


def test_judged_while_facts_are_missing() -> None:
    values = calculation(compiled_from(rubric([item()])), reviewed=True).values({"input.items.item": 4})
    assert (values["standing.items.item"], values["score.total"]) == ("decided", 4)
