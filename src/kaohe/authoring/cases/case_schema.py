"""The JSON Schema of files of cases of one rubric: its facts, items, sections, readings and grades by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from kaohe.authoring.cases.case_keys import EXPECTED
from kaohe.authoring.cases.expectations import NOT_SCORED, rule_names
from kaohe.authoring.schema_parts import DIALECT, NAME, Schema, only
from kaohe.authoring.schemas import values_schema
from kaohe.messages import Language, say
from kaohe.rubric.model import Item, Rubric

POINTS: Schema = {"type": "number"}
RANGE: Schema = {
    "type": "object",
    "properties": {"from": POINTS, "to": POINTS},
    "minProperties": 1,
    "additionalProperties": False,
}
LEDGER: Schema = {
    "type": "object",
    "properties": {"due": POINTS, "applied": POINTS},
    "minProperties": 1,
    "additionalProperties": False,
}
SIGNED: Schema = {
    "type": ["object", "null"],
    "properties": {"by": NAME, "on": NAME},
    "required": ["by", "on"],
    "additionalProperties": False,
}
BETWEEN, RULE = {"$ref": "#/$defs/points_expected"}, {"$ref": "#/$defs/rule_expected"}


def cases_schema(rubric: Rubric, language: Language = "zh") -> Schema:
    values = values_schema(rubric, language)
    facts: Mapping[str, Schema] = values["properties"]["indicators"]["properties"]
    own = {
        "points_expected": {"anyOf": [POINTS, RANGE, {"enum": list(NOT_SCORED)}]},
        "rule_expected": {"anyOf": [POINTS, LEDGER]},
        **{f"facts_{item}": one for item, one in facts.items()},
    }
    common = {key: one for key, one in _common(rubric, values, language).items() if one is not None}
    cases = {"type": "array", "items": _case(rubric, facts, common, language), "minItems": 1}
    return {
        "$schema": DIALECT,
        "title": say("schema.values.cases", language, title=rubric.title),
        "type": "object",
        "properties": {
            "rubric": values["properties"]["rubric"],
            **common,
            "cases": {"description": say("schema.values.case-list", language), **cases},
        },
        "required": ["rubric", "cases"],
        "additionalProperties": False,
        "$defs": {**values["$defs"], **own},
    }


def _common(rubric: Rubric, values: Schema, language: Language) -> dict[str, Schema | None]:
    """What a file may give all its cases, and a case for itself."""
    options = {name: {"enum": [*one.options]} for _, item in rubric.items() for name, one in item.readings()}
    readings = {"description": say("schema.values.case-readings", language), **only(options)}
    return {
        "year": values["properties"]["year"],
        "parameters": values["properties"]["parameters"],
        "peers": values["properties"].get("peers"),
        "readings": readings,
    }


def _case(rubric: Rubric, facts: Mapping[str, Schema], common: Mapping[str, Schema], language: Language) -> Schema:
    """One case; what its facts, points and rules may be hangs on whether it is about one item."""
    items = {item.id: item for _, item in rubric.items()}
    keys = {
        "name": NAME,
        "item": {"enum": [*items]},
        "facts": {"type": ["object", "null"]},
        "points": {},
        "rules": {"type": "object"},
        "sections": only({one.id: BETWEEN for one in rubric.sections}),
        "score": BETWEEN,
        "grade": _grades(rubric),
        "grades": only({one.id: _grades(one) for one in rubric.sections if one.grades}),
        "signed": SIGNED,
    }
    said = {key: {"description": say(f"schema.values.case-{key}", language), **one} for key, one in keys.items()}
    return only({**said, **common}) | {
        "type": "object",
        "required": ["name"],
        "anyOf": [{"required": [key]} for key in EXPECTED],
        "if": {"required": ["item"]},
        "then": {"allOf": [_of_item(item) for item in items.values()]},
        "else": {"properties": _of_several(items, facts)},
    }


def _of_item(item: Item) -> Schema:
    """What a case about this one item may have."""
    own = {"facts": {"$ref": f"#/$defs/facts_{item.id}"}, "points": BETWEEN, "rules": _rules(item)}
    return {"if": {"properties": {"item": {"const": item.id}}}, "then": {"properties": own}}


def _of_several(items: Mapping[str, Item], facts: Mapping[str, Schema]) -> dict[str, Schema]:
    """The same by items."""
    return {
        "facts": only({name: {"$ref": f"#/$defs/facts_{name}"} for name in facts}),
        "points": only(dict.fromkeys(items, BETWEEN)),
        "rules": only({name: _rules(item) for name, item in items.items()}),
    }


def _rules(item: Item) -> Schema:
    return only({name: {"description": clause, **RULE} for name, clause in rule_names(item)})


def _grades(one: Any) -> Schema:
    names: Iterable[str] = dict.fromkeys(name for grade in one.grades for name in (grade.id, grade.title))
    grade = {"enum": [*names]}
    return {"anyOf": [grade, {"type": "array", "items": grade}]}
