"""What a schema allows at a path, however its alternatives are written."""

import pytest

from kaohe.editor.schema_walk import SchemaWalk

ITEM = {"type": "object", "properties": {"a": {"type": "number"}, "b": {"enum": ["x", "y"]}}, "required": ["a"]}
SCHEMA = {
    "type": "object",
    "properties": {
        "one": {"$ref": "#/$defs/item", "description": "这里的"},
        "list": {"type": "array", "items": {"$ref": "#/$defs/item"}},
        "each": {"type": "object", "additionalProperties": {"$ref": "#/$defs/item"}},
        "named": {"propertyNames": {"enum": ["p", "q"]}, "additionalProperties": {"$ref": "#/$defs/item"}},
        "like": {"patternProperties": {"^p": {"$ref": "#/$defs/item"}}},
        "any": True,
        "flag": {"enum": [True, False, None, "是"]},
        "rule": {
            "oneOf": [
                {
                    "properties": {"type": {"const": "s"}, "id": {}, "step": {}},
                    "description": "一步",
                    "required": ["step"],
                },
                {
                    "properties": {"type": {"const": "t"}, "id": {}, "tier": {}},
                    "description": "一档",
                    "required": ["tier"],
                },
            ]
        },
    },
    "if": {"required": ["kind"]},
    "then": {
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": "m"}}},
                "then": {"properties": {"of_m": {}}},
                "else": {"properties": {"of_others": {}}},
            }
        ]
    },
    "else": {"properties": {"of_none": {}}},
    "$defs": {"item": ITEM},
}
WALK = SchemaWalk(SCHEMA)


@pytest.mark.parametrize(
    "path", [("one",), ("list", 3), ("each", "anything"), ("named", "p"), ("like", "px")], ids=lambda path: path[0]
)
def test_keys_wherever_a_schema_is_referred_to(path: tuple[str | int, ...]) -> None:
    assert WALK.keys(path, {}).keys() == {"a", "b"}
    assert WALK.required(path, {}) == {"a"}
    assert WALK.values((*path, "b"), {}) == {"x": "", "y": ""}


def test_the_nearest_description() -> None:
    assert [one["description"] for one in WALK.at(("one",), {})] == ["这里的"]


def test_names_that_are_listed() -> None:
    assert WALK.keys(("named",), {}).keys() == {"p", "q"}


def test_types_are_told_apart_by_what_is_written() -> None:
    assert WALK.tags(("rule",), {}) == {"s": "一步", "t": "一档"}
    assert WALK.keys(("rule",), {"rule": {}}).keys() == {"type", "id"}
    assert WALK.keys(("rule",), {"rule": {"type": "t"}}).keys() == {"type", "id", "tier"}
    assert WALK.required(("rule",), {"rule": {"type": "t"}}) == {"tier"}
    assert WALK.keys(("rule",), {"rule": {"type": "u"}}) == {}
    assert WALK.keys(("rule",), {"rule": ["a"]}).keys() == {"type", "id"}


@pytest.mark.parametrize(("data", "key"), [({"kind": "m"}, "of_m"), ({"kind": "n"}, "of_others"), ({}, "of_none")])
def test_keys_that_hang_on_others(data: dict[str, str], key: str) -> None:
    assert {one for one in WALK.keys((), data) if one.startswith("of_")} == {key}


def test_values_in_words() -> None:
    assert WALK.values(("flag",), {}) == {"true": "", "false": "", "是": ""}


def test_where_nothing_is_said() -> None:
    for path in (("any",), ("any", "x"), ("unknown",), ("one", 0), ("list", "x"), ("flag", "x")):
        assert WALK.keys(path, {}) == {}
        assert WALK.values(path, {}) == {}
        assert WALK.required(path, {}) == frozenset()


def test_what_a_key_takes() -> None:
    known = WALK.keys((), {})
    taken = {key: WALK.takes(known[key]) for key in ("one", "list", "each", "flag", "any")}
    assert taken == {"one": "mapping", "list": "list", "each": "mapping", "flag": "", "any": ""}
