"""Readings as patches: what they change, that points follow, and that all of the shipped rubric are sound."""

from copy import deepcopy
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from kaohe.backends.exact import compile_trees
from kaohe.library.readings import clashes, patched, readings
from kaohe.problems import Unusable
from kaohe.rubric.model import Rubric
from kaohe.source import read
from kaohe.source.models import construct, validate
from support import shipped
from support.random_rows import random_row, seeded
from support.readings_together import lost, pairs, refused
from support.rounds import share

TEXT = """\
points: 12
sections:
  - points: 12
    items:
      - id: first
        points: 5
        rules:
          - points: 3
            floor: part
            levels: {good: 3, fair: 1}
            bands: [{add: 1}, {add: 2}]
            readings:
              - id: level
                chosen: two
                options:
                  two: {meaning: 两档}
                  one: {meaning: 一档, patch: {levels: {fair: 0}}}
                  three: {meaning: 三档, patch: {levels: {poor: 0.5}, bands: [{add: 3}], floor: none}}
                  nothing: {meaning: 没有, patch: {levels: ~, floor: ~}}
              - id: mark
                chosen: three
                options:
                  three: {meaning: 三分}
                  more: {meaning: 多一些, patch: {points: 4.5}}
                  fewer: {meaning: 少一些, patch: {points: 1}}
          - points: 2
        vetoes:
          - when: x
            readings:
              - id: scope
                chosen: item
                options: {item: {meaning: 全项}, part: {meaning: 部分, patch: {scope: [2]}}}
      - id: second
        points: 7
        rules:
          - points: 7
            readings:
              - {id: level, chosen: a, options: {a: {meaning: 甲}, b: {meaning: 乙, patch: {points: 6}}}}
"""


def take(**choices: str) -> Any:
    """The small rubric with its readings taken; `first__level` is first.level."""
    data = read("small.yaml", TEXT.encode()).data
    before = deepcopy(data)
    result = patched(data, {name.replace("__", "."): option for name, option in choices.items()})
    assert data == before, "what was read stays as it was"
    return result


def rule(data: Any, item: int = 0, number: int = 0) -> Any:
    return data["sections"][0]["items"][item]["rules"][number]


def points(data: Any) -> list[Any]:
    section = data["sections"][0]
    return [data["points"], section["points"], *(item["points"] for item in section["items"])]


def test_nothing_chosen_changes_nothing() -> None:
    data = read("small.yaml", TEXT.encode()).data
    assert patched(data, {}) is data


def test_the_chosen_option_changes_nothing() -> None:
    assert take(first__level="two", first__mark="three") == take()


def test_mappings_merge_and_all_else_is_replaced() -> None:
    changed = rule(take(first__level="three"))
    assert changed["levels"] == {"good": 3, "fair": 1, "poor": Decimal("0.5")}
    assert changed["bands"] == [{"add": 3}]
    assert changed["floor"] == "none"
    assert rule(take(first__level="one"))["levels"] == {"good": 3, "fair": 0}


def test_nothing_takes_a_key_away() -> None:
    changed = rule(take(first__level="nothing"))
    assert "levels" not in changed
    assert "floor" not in changed


def test_what_was_chosen_is_written_down() -> None:
    assert [one["chosen"] for one in rule(take(first__level="one"))["readings"]] == ["one", "three"]


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({}, [12, 12, 5, 7]),
        ({"first__mark": "more"}, [Decimal("13.5"), Decimal("13.5"), Decimal("6.5"), 7]),
        ({"first__mark": "fewer"}, [10, 10, 3, 7]),
        ({"second__level": "b"}, [11, 11, 5, 6]),
        ({"first__mark": "fewer", "second__level": "b"}, [9, 9, 3, 6]),
    ],
)
def test_points_follow_the_rule(choices: dict[str, str], found: list[Any]) -> None:
    assert points(take(**choices)) == found


def test_readings_of_one_rule_go_together() -> None:
    changed = rule(take(first__level="one", first__mark="more"))
    assert (changed["levels"]["fair"], changed["points"]) == (0, Decimal("4.5"))


def test_readings_of_the_same_name_in_two_items_stand_apart() -> None:
    assert rule(take(second__level="b"))["levels"]["fair"] == 1
    assert rule(take(second__level="b"), item=1)["points"] == 6


def test_a_veto_has_readings_too() -> None:
    assert take(first__scope="part")["sections"][0]["items"][0]["vetoes"][0]["scope"] == [2]


def test_unknown_names() -> None:
    with pytest.raises(Unusable) as unknown:
        take(first__levle="one")
    assert (unknown.value.code, unknown.value.parameters["nearest"]) == ("unknown-reading", "first.level")
    with pytest.raises(Unusable) as alternative:
        take(first__level="four")
    assert alternative.value.code == "unknown-alternative"
    assert alternative.value.parameters["known"] == "two, one, three, nothing"


def test_readings_are_found_where_they_stand() -> None:
    found = [(name, place) for name, place, _ in readings(take())]
    assert found == [
        ("first.level", (0, 0, "rules", 0)),
        ("first.mark", (0, 0, "rules", 0)),
        ("first.scope", (0, 0, "vetoes", 0)),
        ("second.level", (0, 1, "rules", 0)),
    ]


@pytest.mark.parametrize(("name", "option"), share(shipped.alternatives(), of=3))
def test_every_alternative_of_the_shipped_rubric_is_sound(name: str, option: str) -> None:
    """It loads, its points add up at every level, and it changes the score of some unit."""
    data = patched(shipped.document().data, {name: option})
    rubric = validate(Rubric, shipped.document(), data)
    assert rubric == construct(Rubric, data)
    assert rubric.points == sum(section.points for section in rubric.sections)
    for section in rubric.sections:
        assert section.points == sum(item.points for item in section.items)
        assert all(item.points == sum(rule.points for rule in item.rules) for item in section.items)
    assert _scores_differ(name, option)


def _scores_differ(name: str, option: str) -> bool:
    usual, other, random = shipped.compiled(), shipped.program_as({name: option}), seeded(7)
    place = next(place for place, trees in enumerate(usual.items) if name.startswith(f"{trees.item.id}."))
    first, second = (
        compile_trees([one.score(place)], one.layout.slots, 1, one.layout.divided) for one in (usual, other)
    )
    return any(first(row) != second(row) for row in (random_row(other, random) for _ in range(500)))


THREE = """\
points: 5
sections:
  - points: 5
    items:
      - id: it
        points: 5
        rules:
          - points: 5
            deductions: [{count: a, each: 1}, {count: b, each: 2}]
            readings:
              - {id: first, chosen: a, options: {a: {meaning: 甲}, b: {meaning: 乙, patch: {deductions: {1: ~}}}}}
              - {id: second, chosen: a, options: {a: {meaning: 甲}, b: {meaning: 乙, patch: {deductions: {2: ~}}}}}
              - id: both
                chosen: a
                options: {a: {meaning: 甲}, b: {meaning: 乙, patch: {deductions: {1: {each: 3}, 2: {each: 3}}}}}
"""


def test_what_several_take_away_together_is_not_changed_in_vain() -> None:
    data = read("three.yaml", THREE.encode()).data
    names = ["it.first", "it.second", "it.both"]
    assert not any(list(clashes(data, dict.fromkeys(two, "b"))) for two in combinations(names, 2))
    (found,) = clashes(data, dict.fromkeys(names, "b"))
    assert [found.one.reading, found.other.reading, found.way] == ["it.both", "it.first", ("deductions", 1, "each")]
    assert patched(data, dict.fromkeys(names[:2], "b"))["sections"][0]["items"][0]["rules"][0]["deductions"] == []


def test_no_reading_of_the_shipped_rubric_undoes_another() -> None:
    data = shipped.document().data
    assert [choices for choices in pairs(data) if refused(data, choices)] == []
    assert not lost(data)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_in_which_readings_are_chosen_is_all_one(order: int) -> None:
    choices = {"first.level": "three", "first.mark": "more"}
    assert take(**{name.replace(".", "__"): one for name, one in [*choices.items()][::order]}) == take(
        first__level="three", first__mark="more"
    )


@pytest.mark.parametrize("seed", range(5))
def test_readings_of_the_shipped_rubric_can_be_taken_together(seed: int) -> None:
    choices = shipped.random_choices(seeded(seed))
    rubric = validate(Rubric, shipped.document(), patched(shipped.document().data, choices))
    taken = {name: reading.chosen for _, item in rubric.items() for name, reading in item.readings()}
    assert taken == choices
    assert rubric.points == sum(rule.points for _, item in rubric.items() for rule in item.rules)
