"""A key that a model does not have: spelt alike, of another type of rule, of a level above or below, or unknown."""

from typing import Any

import pytest

from kaohe.problems import Problem, Problems
from kaohe.rubric.model import Item, Rubric
from kaohe.source.models import validate
from support.small_rubric import FLAG, RULE, item, rubric


def found(**changes: Any) -> list[Problem]:
    """The findings about keys in a rubric whose only item has these fields."""
    document = rubric([item(**changes)])
    with pytest.raises(Problems) as raised:
        validate(Rubric, document, document.data)
    return list(raised.value.problems)


def with_key(key: str, value: object) -> dict[str, Any]:
    return {"rules": [{**RULE, key: value}]}


@pytest.mark.parametrize(
    ("key", "code", "parameters"),
    [
        ("require", "unknown-key", {"nearest": "requires", "label": "完成的得5分"}),
        ("bands", "key-of-another-type", {"type": "all_or_nothing", "types": "tiered"}),
        ("deduct", "key-of-another-type", {"types": "computed, steps"}),
        ("indicators", "key-beside", {"beside": "rules"}),
        ("grades", "key-beside", {"beside": "items"}),
        ("rounding", "outermost-key", {}),
        ("meaning", "misplaced-key", {"place": "readings.options"}),
        (
            "年度",
            "unknown-key",
            {"nearest": "", "known": "id, counts, for_each, otherwise, not_applicable, floor, cap, readings"},
        ),
    ],
)
def test_keys_of_a_rule(key: str, code: str, parameters: dict[str, object]) -> None:
    several = found(**with_key(key, []))
    one = next(one for one in several if one.parameters.get("key") == key)
    assert one.code == code
    assert parameters.items() <= one.parameters.items()


@pytest.mark.parametrize(
    ("key", "code", "place"),
    [
        ("clause", "misplaced-key", "rules, vetoes, non_scoring, scored_above, todo"),
        ("kind", "misplaced-key", "indicators"),
        ("parameters", "outermost-key", None),
        ("stages", "outermost-key", None),
        ("grade", "unknown-key", None),  # a limit has it, which is no part of an item
    ],
)
def test_keys_of_an_item(key: str, code: str, place: str | None) -> None:
    (one,) = found(**{key: {}})
    assert (one.code, one.parameters.get("place")) == (code, place)
    assert one.parameters["label"] == "子项目"


def test_what_a_level_above_has_already_is_not_to_be_moved_there() -> None:
    """A title of a rule is no second title of its item."""
    (one,) = found(**with_key("title", "标题"))
    assert (one.code, one.parameters["nearest"]) == ("unknown-key", "")


def test_a_part_of_a_file_has_no_outermost_level() -> None:
    """An alternative is checked as an item alone: what stands outside of it is not known."""
    document = rubric([item(**with_key("vetoes", []))])
    path = ("sections", 0, "items", 0)
    with pytest.raises(Problems) as raised:
        validate(Item, document, document.data["sections"][0]["items"][0], path)
    (one,) = raised.value.problems
    assert (one.code, one.parameters["beside"]) == ("key-beside", "rules")


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"indicators": {"done": {"kind": "flag"}}}, "done"),
        ({"indicators": {"done": {**FLAG, "kind": "flags"}}}, "完成"),
        ({"rules": [{**RULE, "points": "五"}]}, "完成的得5分"),
        ({"target": None}, "子项目"),
        (
            {
                "rules": [
                    {"clause": "甲", "type": "deductions", "points": 5, "deductions": [{"count": "late", "each": -1}]}
                ]
            },
            "甲",
        ),
    ],
)
def test_each_finding_names_the_part_it_is_in(changes: dict[str, Any], label: str) -> None:
    assert {one.parameters["label"] for one in found(**{"points": 5, **changes})} == {label}


def test_the_whole_has_no_name_before_its_title() -> None:
    document = rubric([item()], years=2011)
    with pytest.raises(Problems) as raised:
        validate(Rubric, document, document.data)
    (one,) = raised.value.problems
    assert (one.parameters["label"], one.column) == ("", 1)
