"""Alternatives of one rule that can't be taken together: what is said of them, and of which nothing is."""

from typing import Any

import pytest

from kaohe.library.checks import problems
from kaohe.problems import Problem
from support.small_rubric import COUNT, item, rubric

AWARDS = [{"count": "late", "each": 1}]


def clashing(*patches: dict[str, Any], **fields: Any) -> list[Problem]:
    """What is said of the alternatives of a rule that gives up to 5 points."""
    readings = [
        {
            "id": f"way_{number}",
            "words": "每次加1分",
            "chosen": "usual",
            "options": {"usual": {"meaning": "照字面"}, "other": {"meaning": "每次1分，5分、4分、3分", "patch": patch}},
        }
        for number, patch in enumerate(patches)
    ]
    rule = {"type": "awards", "clause": "每次加1分，最多5分", "points": 5, "awards": AWARDS, "readings": readings}
    document = rubric([item(method="每次加1分，最多5分。", indicators={"late": COUNT}, rules=[{**rule, **fields}])])
    return [one for one in problems(document) if one.code == "readings-clash"]


@pytest.mark.parametrize(
    ("patches", "why"),
    [
        (({"points": 4, "most": 5}, {"points": 3}), "都改 points，改得不一样"),
        (
            ({"most": 5}, {"type": "deductions", "awards": None, "deductions": AWARDS}),
            "合在一起，规则就不成立：“每次加1分，最多5分”：deductions 这种规则没有“most”",
        ),
    ],
)
def test_a_warning_at_the_later_one(patches: tuple[dict[str, Any], ...], why: str) -> None:
    (only,) = clashing(*patches)
    assert only.severity == "warning"
    assert only.message("zh").startswith(f"item.way_0=other, item.way_1=other 不能一起选：{why}")


@pytest.mark.parametrize(
    "patches",
    [
        ({"most": 5},),
        ({"awards": {"1": {"each": 3}}}, {"awards": {"1": {"free": 4}}}),
        ({"awards": {"2": {"each": 3}}}, {"awards": {"1": {"free": 4}}}),
    ],
)
def test_nothing_of_others(patches: tuple[dict[str, Any], ...]) -> None:
    """Nor of one that is wrong by itself."""
    assert not clashing(*patches)
