"""Changes that no fact could ever show mean the same; those that one could, do not."""

import pytest

from kaohe.authoring import rule_examples
from kaohe.authoring.mutation.meaning import meaning
from kaohe.authoring.mutation.soundness import Soundness
from kaohe.compiler.lowering import lower_item

FACTS = """\
indicators:
  made: {label: 建立, kind: flag}
  late: {label: 迟报, kind: count}
  missed: {label: 漏报, kind: count, range: {to: 2}}
  share: {label: 比例, kind: percent, range: {from: 0%, to: 100%}}
rules:
"""
MADE = "- {type: all_or_nothing, clause: 建立得3分, points: 3, requires: made}\n"
LATE = "- {type: deductions, clause: 迟报扣1分, points: 2, deductions: [{count: late, each: 1}]}\n"
AWARDED = "- {type: awards, clause: 迟报加1分, points: 0, most: 1, awards: [{count: late, each: 1}]}\n"
MISSED = "- {type: deductions, clause: 漏报扣1分, points: 2, deductions: [{count: missed, each: 1}]}\n"


def means(rules: str, *, rescaled: bool = False) -> object:
    document = rule_examples.rubric(FACTS + rules)
    rubric = rule_examples.model(document)
    ((_, item),) = rubric.items()
    accounts = lower_item("", item, rubric.common)
    return meaning(accounts, Soundness(document, rubric).facts, rescaled=rescaled)


@pytest.mark.parametrize(
    ("rules", "change"),
    [
        pytest.param(
            MADE + LATE, ("points: 3", "points: 3, floor: none"), id="all of its points are the most it takes"
        ),
        pytest.param(MISSED, ("points: 2", "points: 2, floor: none"), id="the fact's range keeps it above the floor"),
        pytest.param(MISSED + MADE, ("points: 2", "points: 2, cap: 5"), id="a cap that is not reached"),
        pytest.param(LATE, ("points: 2", "points: 2, floor: item"), id="the only part's floor is the item's"),
        pytest.param(LATE + MADE, ("points: 2", "points: 2, cap: 7"), id="a cap above the part's points"),
        pytest.param(MISSED + MADE, ("points: 2", "points: 2, cap: 2, floor: item"), id="a cap at the part's points"),
        pytest.param(
            MADE + LATE.replace("points: 2", "points: 2, floor: item"),
            ("points: 3", "points: 3, floor: none"),
            id="another part takes its points all the same",
        ),
    ],
)
def test_the_same(rules: str, change: tuple[str, str]) -> None:
    assert change[0] in rules
    assert means(rules) == means(rules.replace(*change))


@pytest.mark.parametrize(
    ("rules", "change"),
    [
        pytest.param(
            LATE + MADE, ("points: 2", "points: 2, floor: item"), id="it can go on with the item's other points"
        ),
        pytest.param(LATE, ("points: 2", "points: 2, floor: none"), id="it can go below zero"),
        pytest.param(
            AWARDED + LATE.replace("points: 2", "points: 2, floor: item"),
            ("points: 0", "points: 0, floor: none"),
            id="another part can't take what it gives any more",
        ),
        pytest.param(
            MISSED.replace("points: 2", "points: 2, floor: item") + MADE.replace("points: 3", "points: 3, floor: none"),
            ("points: 2, floor: item", "points: 2, cap: 1"),
            id="it goes on with the points of a part without a floor",
        ),
        pytest.param(LATE + MADE, ("points: 2", "points: 2, cap: 1"), id="a cap that is reached"),
        pytest.param(LATE, ("each: 1", "each: 2"), id="what each costs"),
        pytest.param(LATE, ("count: late", "count: missed"), id="what is counted"),
    ],
)
def test_not_the_same(rules: str, change: tuple[str, str]) -> None:
    assert change[0] in rules
    assert means(rules) != means(rules.replace(*change))


def test_what_is_left_out_of_full_marks_counts_where_scores_are_rescaled() -> None:
    zero = MADE.replace("points: 3", "points: 3, not_applicable: zero") + LATE
    rescaled = zero.replace("zero", "rescaled")
    assert means(zero) == means(rescaled)
    assert means(zero, rescaled=True) != means(rescaled, rescaled=True)
