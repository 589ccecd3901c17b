"""How far a number is from its target, and what of that is counted."""

import pytest

from support.small_scores import item_reasons

MADE = {"label": "成果", "kind": "count", "unit": "项"}


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (0, "成果 0 项，这 5 分不得"),
        (1, "成果 1 项，不足 2 项的不计，这 5 分不得"),
        (4, "成果 4 项，每 2 项一档，计 2 档，得 2 分，扣 3 分"),
    ],
)
def test_of_nothing_no_steps_are_counted(made: int, told: str) -> None:
    rule = {"type": "steps", "clause": "得", "points": 5, "of": "made", "target": 0, "direction": "above", "every": 2}
    every = {**rule, "award": 1, "partial": "whole"}
    assert item_reasons({"made": made}, indicators={"made": MADE}, rules=[every]) == [told]
