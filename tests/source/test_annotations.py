"""What the annotations of models say of their keys and of the models below."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from kaohe.source.annotations import Tagged, bare, below, inside, keys


@dataclass(frozen=True, kw_only=True)
class Leaf:
    from_: int


@dataclass(frozen=True, kw_only=True)
class Other:
    type: str
    leaf: Leaf | None = None


CHOICE = Annotated[Leaf | Other, Tagged(lambda: {"leaf": Leaf, "other": Other})]


@dataclass(frozen=True, kw_only=True)
class Tree:
    leaves: tuple[Leaf, ...]
    named: dict[str, Other]
    one: CHOICE
    number: int | None = None


def test_a_model_has_keys_and_a_mapping_has_any() -> None:
    assert keys(Leaf) == ("from",)
    assert keys(dict[str, Leaf]) == keys(int) == ()


def test_the_models_below_each_key() -> None:
    assert set(below(Tree)) == {("leaves", Leaf), ("named", Other), ("one", Leaf), ("one", Other)}
    assert [*below(dict[str, Leaf])] == []


@pytest.mark.parametrize(
    ("annotation", "data", "model"),
    [
        (Leaf, {}, Leaf),
        (Leaf | None, {}, Leaf),
        (CHOICE, {"type": "other"}, Other),
        (Annotated[int, "whatever"], 1, int),
    ],
)
def test_a_type_without_its_marks(annotation: object, data: object, model: type) -> None:
    assert bare(annotation, data) is model


def test_one_step_inside() -> None:
    assert inside(inside(Tree, "leaves"), 0) is Leaf
    assert inside(inside(Tree, "named"), "甲") is Other
    assert inside(Leaf, "from") is int
