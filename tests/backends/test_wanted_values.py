"""What texts need of facts is computed together, and texts are kept by the facts that they read."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from kaohe.backends import wanted_values
from kaohe.backends.wanted_values import NOTHING, WantedValues
from kaohe.expr.tree import Call, Const, If, Input, Op


@pytest.mark.parametrize("most", [0, 1, 5])
def test_what_is_kept_is_what_would_be_filled_anew(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wanted_values, "MOST_KEPT", most)
    values, asked = WantedValues({"late": "v[0]", "other": "v[1]"}), []

    def fill(found: Sequence[Any]) -> str:
        asked.append(found[place])
        return f"{found[place]} 分"

    place = values.want(Input("late") * Const(Fraction(2)))
    filled = values.filling(fill)
    assert [filled((late, other)) for late, other in ((1, 0), (1, 9), (3, 0), (3, 1), (1, 2))] == [
        "2 分", "2 分", "6 分", "6 分", "2 分",
    ]  # fmt: skip
    assert asked == {0: [2, 2, 6, 6, 2], 1: [2, 6, 6], 5: [2, 6]}[most]


def test_texts_that_name_members_are_told_of_all_facts_each_time() -> None:
    """A member's text may change where no fact does that is read of the unit itself."""
    values = WantedValues({"list": "v[0]", "rate": "v[1]"}, {"list.*": "m[1]"})
    members = values.members(Input("list"), Input("list.*") * Input("rate"))
    filled = values.filling(lambda found: " ".join(f"{name} {value}" for name, (_, value) in members(found).items()))
    several = (("甲", 1), ("乙", 0), ("丙", 3))
    assert [filled((several, rate)) for rate in (2, 5, 0)] == ["甲 2 丙 6", "甲 5 丙 15", ""]
    assert filled((None, 2)) == ""


def test_the_place_of_what_is_wanted() -> None:
    """A tree by itself, or with what tells whether it can be computed: where it can't, nothing stands there."""
    values, there = WantedValues({}), Call(Op.APPLICABLE, (Input("late"),))
    places = [values.want(Input("late"))]
    with values.behind(there):
        places.append(values.want(Input("late")))
    with values.behind(Input("late") > Input("other")):
        places.append(values.want(Input("other")))
    assert places == [0, 1, 2]
    assert values.trees == [Input("late"), If(there, Input("late"), NOTHING), Input("other")]


def test_facts_beside_a_member() -> None:
    """Of the row and of the member each by its place; what was computed before keeps its name."""
    values = WantedValues({"rate": "v[12]", "shared": "s3"}, {"list.*": "m[1]"})
    assert values.of_members == {"rate": "v[0][12]", "shared": "s3", "list.*": "v[1][1]"}
