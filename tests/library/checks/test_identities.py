"""Names are well-formed and stand for one thing; points add up at every level; anything else may stand in the data."""

from copy import deepcopy
from random import Random
from typing import Any

import pytest

from kaohe.library.checks import problems
from kaohe.problems import Problems
from kaohe.source import read
from support.every_kind import TEXT
from support.random_rows import seeded
from support.rule_cases import document
from support.small_rubric import FLAG, RULE, codes, found, item, rubric


@pytest.mark.parametrize("name", ["a", "jiangsu-2011", "2011_form", "a-b_c"])
def test_ids_of_rubrics(name: str) -> None:
    assert not problems(rubric([item()], id=name))


@pytest.mark.parametrize("name", ["-a", "A", "江苏", "a b", "a.b"])
def test_malformed_ids_of_rubrics(name: str) -> None:
    assert [one.code for one in problems(rubric([item()], id=name))] == ["malformed-rubric-id"]


@pytest.mark.parametrize("name", ["1a", "a-b", "Done", "完成！", "_a"])
def test_malformed_names_of_facts(name: str) -> None:
    wrong = found(indicators={name: FLAG}, rules=[{**RULE, "requires": name}])
    assert ("malformed-id", name) in [(one.code, one.parameters.get("found")) for one in wrong]


def test_the_first_of_two_is_named() -> None:
    several = rubric([item(), {**item(), "id": "item"}])
    (only,) = problems(several)
    line, _ = several.position(("sections", 0, "items", 0, "id"))
    assert (only.code, only.parameters) == ("duplicate-id", {"found": "item", "line": line})


def test_items_of_two_sections_share_no_name() -> None:
    assert [one.code for one in problems(rubric([item()], [item()]))] == ["duplicate-id"]


def test_facts_of_two_items_may() -> None:
    assert not problems(rubric([item(), {**item(), "id": "second"}]))


@pytest.mark.parametrize(
    ("item_points", "head", "places"),
    [
        (5, {}, []),
        (4, {}, [("sections", 0, "items", 0)]),
        (5, {"points": 6}, [()]),
        (6, {"points": 5}, [("sections", 0, "items", 0), ()]),
    ],
)
def test_points(item_points: int, head: dict[str, Any], places: list[tuple[str | int, ...]]) -> None:
    several = rubric([item(points=item_points)], **head)
    expected = sorted(several.position((*place, "points")) for place in places)
    assert [(one.line, one.column) for one in problems(several)] == expected


def test_several_levels_at_once() -> None:
    several = rubric([item(points=4)], points=7)
    assert [one.code for one in problems(several)] == ["points-do-not-add-up"] * 2


def test_a_rubric_without_rules_is_worth_nothing() -> None:
    several = codes(rules=[], method="。", points=5, indicators={})
    assert several == ["points-do-not-add-up", "nothing-inside"]


@pytest.mark.parametrize("data", [{}, {"unit": "甲市"}, {"sections": 5}, {"kaohe": 2}, {"kaohe": 1, "sections": [{}]}])
def test_anything_else_gives_findings(data: dict[str, Any]) -> None:
    assert problems(document(data))


ODD: list[Any] = [
    *(None, True, 0, -1, 5, "5", "late", "1%", "done", "funds.growth", "parameters.average", "", [], {}, ["done"]),
    *({"a": 1}, {"not": "done"}, {"any": []}, "item", "none", [[]], [None], 10**31, "sent.rate", "spoiled", [99]),
    *({"points": "三分"}, {"points": 3}, {"floor": "none"}, {"requires": "late"}, {"bogus": 1}, {"from": "1%"}),
]
KEYS = ["bogus", "readings", "cap", "floor", "requires", "not_applicable", "scope", "penalty", "free", "list", "base"]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_there_is_a_finding_and_no_crash(seed: int) -> None:
    sound = read("x.yaml", TEXT.encode()).data
    chance = seeded(seed)
    for _ in range(10):
        changed = deepcopy(sound)
        for _ in range(chance.choice([1, 1, 2, 3])):
            _change(changed, chance)
        try:
            one = document(changed)
        except Problems:
            continue
        for problem in problems(one):
            assert problem.line
            assert problem.message("zh")
            assert problem.message("en")
            assert problem.code != "invalid-value"


def _change(data: Any, chance: Random) -> None:
    """One value taken away, replaced or added anywhere."""
    holder, step = chance.choice(list(_places(data)))
    if chance.random() < 1 / 4:
        del holder[step]
    elif isinstance(holder, dict) and chance.random() < 1 / 3:
        holder[chance.choice(KEYS)] = deepcopy(chance.choice(ODD))
    else:
        holder[step] = deepcopy(chance.choice(ODD))


def _places(data: Any) -> Any:
    for step, inner in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, step
        if isinstance(inner, dict | list):
            yield from _places(inner)


def test_the_item_of_these_tests_is_sound() -> None:
    assert not codes()
