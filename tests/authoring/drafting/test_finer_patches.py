"""What a reading's patch is cut down to: the entries that it changes, and what it comes to is as before."""

from typing import Any

import pytest

from kaohe.authoring.drafting.finer_patches import with_finer_patches
from kaohe.library.patches import made

A, B, C = {"count": "a", "each": 1}, {"when": "b", "once": 2}, {"count": "c", "each": 3, "cap": 4}
RULE: dict[str, Any] = {"type": "deductions", "points": 5, "requires": "done", "deductions": [A, B, C]}
EACH = {"count": "b", "each": 2}


@pytest.mark.parametrize(
    ("patch", "finer"),
    [
        ({"floor": "none"}, {"floor": "none"}),
        ({"deductions": [A, EACH, C]}, {"deductions": {"2": {"when": None, "once": None, **EACH}}}),
        ({"deductions": [A, B, {"count": "c", "each": 3}]}, {"deductions": {"3": {"cap": None}}}),
        ({"deductions": [A, C]}, {"deductions": {"2": None}}),
        ({"deductions": [B]}, {"deductions": {"1": None, "3": None}}),
        ({"deductions": [A, B, C, EACH]}, {"deductions": {"also": [EACH]}}),
        ({"deductions": [EACH, A]}, {"deductions": [EACH, A]}),
        ({"deductions": []}, {"deductions": []}),
        ({"requires": "more"}, {"requires": "more"}),
        ({"requires": ["done", "more"]}, {"requires": {"also": ["more"]}}),
        ({"requires": None}, {"requires": None}),
        (
            {"type": "computed", "deductions": None, "award": "a"},
            {"type": "computed", "deductions": None, "award": "a"},
        ),
    ],
)
def test_patches(patch: dict[str, Any], finer: dict[str, Any]) -> None:
    options = {"usual": {"meaning": "如此"}, "other": {"meaning": "如彼", "patch": patch}}
    rule = {**RULE, "readings": [{"id": "way", "words": "扣", "chosen": "usual", "options": options}]}
    found = with_finer_patches(rule)["readings"][0]["options"]
    assert found == {"usual": {"meaning": "如此"}, "other": {"meaning": "如彼", "patch": finer}}
    assert made(RULE, [finer]) == made(RULE, [patch])


def test_a_condition_where_there_is_none() -> None:
    rule = {key: one for key, one in RULE.items() if key != "requires"}
    option = {"meaning": "如彼", "patch": {"requires": "done"}}
    reading = {"id": "way", "words": "扣", "chosen": "usual", "options": {"other": option}}
    (found,) = with_finer_patches({**rule, "readings": [reading]})["readings"]
    assert found["options"]["other"]["patch"] == {"requires": {"also": ["done"]}}


def test_a_rule_without_readings_stays_as_it_is() -> None:
    assert with_finer_patches(RULE) is RULE
