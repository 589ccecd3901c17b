"""What a patch reaches into, what two of them make of one rule, and which of them can't both be made."""

from copy import deepcopy
from itertools import permutations
from typing import Any

import pytest

from kaohe.library.patches import Leaf, beyond, by_places, clash, leaves, made

RULE: dict[str, Any] = {
    "points": 5,
    "requires": "done",
    "levels": {"good": 3, "fair": 1},
    "deductions": [{"count": "a", "each": 1}, {"when": "b", "once": 2, "cap": 3}, {"count": "c", "each": 4}],
    "scope": [1, 2],
    "table": [{"rows": [1, 2, 3]}, {"rows": [4]}],
}


@pytest.mark.parametrize(
    ("patch", "changed"),
    [
        ({"points": 4}, {"points": 4}),
        ({"points": None}, {"points": None}),
        ({"floor": "none"}, {"floor": "none"}),
        ({"levels": {"fair": 0, "poor": 1}}, {"levels": {"good": 3, "fair": 0, "poor": 1}}),
        ({"levels": {"good": None}}, {"levels": {"fair": 1}}),
        ({"scope": [3]}, {"scope": [3]}),
        ({"scope": {"2": 3}}, {"scope": [1, 3]}),
        (
            {"deductions": {"2": {"when": None, "once": None, "count": "b", "each": 2}}},
            {"deductions": [RULE["deductions"][0], {"cap": 3, "count": "b", "each": 2}, RULE["deductions"][2]]},
        ),
        ({"deductions": {"1": None, "3": None}}, {"deductions": [RULE["deductions"][1]]}),
        (
            {"deductions": {"1": None, "3": {"each": 5}, "also": [{"count": "d", "each": 6}]}},
            {"deductions": [RULE["deductions"][1], {"count": "c", "each": 5}, {"count": "d", "each": 6}]},
        ),
        (
            {"deductions": {"also": {"count": "d", "each": 6}}},
            {"deductions": [*RULE["deductions"], {"count": "d", "each": 6}]},
        ),
        ({"requires": {"also": "more"}}, {"requires": ["done", "more"]}),
        ({"requires": {"1": None}}, {"requires": []}),
        ({"requires": {"1": "done > 2", "also": ["more", "most"]}}, {"requires": ["done > 2", "more", "most"]}),
        ({"together": {"also": ["x"]}}, {"together": ["x"]}),
        ({"table": {"1": {"rows": {"1": None, "3": 9}}}}, {"table": [{"rows": [2, 9]}, {"rows": [4]}]}),
    ],
)
def test_one_patch(patch: Any, changed: dict[str, Any]) -> None:
    before = deepcopy(RULE)
    expected = {key: one for key, one in {**RULE, **changed}.items() if one is not None}
    assert made(RULE, [patch]) == expected
    assert before == RULE


@pytest.mark.parametrize(
    "patches",
    [
        [{"deductions": {"1": {"each": 2}}}, {"deductions": {"3": {"each": 3}}}, {"points": 4}],
        [{"deductions": {"1": {"each": 2}, "2": {"once": 1}}}, {"deductions": {"2": None}}],
        [{"deductions": {"1": None}}, {"deductions": {"1": None, "3": {"each": 3}}}, {"deductions": {"2": None}}],
        [{"requires": {"1": None}}, {"requires": {"also": "more"}}],
        [{"levels": {"good": 2}}, {"levels": {"fair": 0}}, {"levels": {"fair": 0, "poor": 1}}],
        [{"table": {"1": None}}, {"table": {"1": {"rows": {"1": None}}, "2": {"rows": {"also": 5}}}}],
    ],
)
def test_patches_that_agree_are_made_in_any_order(patches: list[Any]) -> None:
    sets = [leaves(RULE, one) for one in patches]
    assert all(clash(one, other) is None for one, other in permutations(sets, 2))
    first, *others = [made(RULE, order) for order in permutations(patches)]
    assert all(one == first for one in others)
    single = [made(RULE, [one]) for one in patches]
    assert all(one != first for one in single)


def test_entries_are_added_in_the_order_of_readings() -> None:
    patches = [{"requires": {"also": "more"}}, {"requires": {"also": "most"}}]
    assert made(RULE, patches)["requires"] == ["done", "more", "most"]


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ({"points": 4}, {"points": 3}, ("points",)),
        ({"deductions": []}, {"deductions": {"1": {"each": 2}}}, ("deductions",)),
        ({"deductions": []}, {"deductions": {"also": []}}, ("deductions",)),
        ({"deductions": {"1": {"each": 2}}}, {"deductions": {"1": {"each": 3, "cap": 1}}}, ("deductions", 1, "each")),
        ({"levels": None}, {"levels": {"good": 2}}, ("levels",)),
        ({"levels": {"good": None}}, {"levels": {"good": 2}}, ("levels", "good")),
        ({"scope": {"1": None}}, {"scope": {"1": 2}}, ("scope", 1)),
        ({"deductions": {"2": None}}, {"deductions": {"2": {"once": 1}}}, ("deductions", 2, "once")),
    ],
)
def test_patches_that_clash(one: Any, other: Any, way: tuple[Any, ...]) -> None:
    sets = leaves(RULE, one), leaves(RULE, other)
    assert clash(*sets) == clash(*reversed(sets)) == way


def test_the_same_goes_with_the_same() -> None:
    same = leaves(RULE, {"points": 4, "deductions": {"2": None}})
    assert clash(same, same) is None
    assert clash(same, []) is None


def test_places_are_numbers_from_one() -> None:
    assert leaves(RULE, {"deductions": {"2": {"once": 1}, "3": None}}) == [
        Leaf(("deductions", 2, "once"), 1),
        Leaf(("deductions", 3), None),
    ]


@pytest.mark.parametrize(
    ("patch", "way", "known"),
    [
        ({"deductions": {"4": None}}, ("deductions", "4"), 3),
        ({"deductions": {"0": None}}, ("deductions", "0"), 3),
        ({"deductions": {"01": None}}, ("deductions", "01"), 3),
        ({"deductions": {"late": {"each": 1}}}, ("deductions", "late"), 3),
        ({"requires": {"2": "x"}}, ("requires", "2"), 1),
        ({"table": {"2": {"rows": {"2": 1}}}}, ("table", "2", "rows", "2"), 1),
    ],
)
def test_what_is_not_there(patch: Any, way: tuple[str, ...], known: int) -> None:
    found = beyond(RULE, patch)
    assert found is not None
    assert (found.way, found.known) == (way, known)
    assert beyond(RULE, {"levels": {"2": 1}, "target": {"from": 1}, "requires": {"any": "x"}}) is None


@pytest.mark.parametrize(("value", "said"), [({"1": 2, "also": 3}, True), ({"a": 1}, False), ({}, False), ([1], False)])
def test_how_a_list_is_reached_into(value: Any, said: bool) -> None:  # noqa: FBT001 - a case's value
    assert by_places(value) is said
