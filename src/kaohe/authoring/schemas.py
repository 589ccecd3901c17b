"""JSON Schemas for editors: of rubrics, from the models, and of the indicator files of one rubric."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kaohe.authoring.amendment_schema import described, later_definitions, later_keys
from kaohe.authoring.questions import Question, fields, questions
from kaohe.authoring.schema_parts import DIALECT, Schema, only
from kaohe.compiler.row_layout import layout
from kaohe.expr.numbers import QUANTITY, plain
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, NOT_APPLICABLE_WORDS
from kaohe.formulas.scope import SHARED
from kaohe.formulas.thresholds import THRESHOLD
from kaohe.messages import Language, say, told
from kaohe.rubric.model import Item, Rubric
from kaohe.rubric.rule_parts.rule import REQUIREMENTS
from kaohe.rubric.rule_parts.sides import WRITTEN_SIDE
from kaohe.rubric.rules import rule_types

REPEATED = {
    "Requirements": REQUIREMENTS.schema,
    "Quantity": QUANTITY.schema,
    "Threshold": THRESHOLD.schema,
    "WrittenSide": WRITTEN_SIDE.schema,
}
"""What many keys take, written once."""
WIDTH = 110


def as_text(schema: Mapping[str, Any]) -> str:
    """The schema as JSON, with what fits on a line on one line."""
    return _written(schema, "") + "\n"


def _written(value: Any, indent: str) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or len(indent) + len(flat) <= WIDTH:
        return flat
    inside = f"{indent}  "
    if isinstance(value, list):
        body = [_written(one, inside) for one in value]
    else:
        body = [f"{json.dumps(key, ensure_ascii=False)}: {_written(one, inside)}" for key, one in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    return f"{opening}\n{inside}" + f",\n{inside}".join(body) + f"\n{indent}{closing}"


def rubric_schema(language: Language = "zh") -> Schema:
    """Of rubric files. An optional key is left out, not left empty."""
    from pydantic import TypeAdapter

    raw = TypeAdapter(Rubric).json_schema()
    models = {name: _model(name, one, language) for name, one in raw.pop("$defs").items()}
    for rule in rule_types().values():
        model = models[rule.__name__]
        model["required"].insert(0, "type")
        model["properties"]["type"]["description"] = model["description"]
    models["Item"]["properties"]["rules"]["items"].pop("discriminator")
    root = _model("Rubric", raw, language)
    return {"$schema": DIALECT, "title": root.pop("description"), **root, "$defs": {**REPEATED, **models}}


def _model(name: str, raw: Schema, language: Language) -> Schema:
    properties = {key: _property(name, key, one, language) for key, one in raw["properties"].items()}
    required = {"required": raw["required"]} if "required" in raw else {}
    described = _described(name, language) or {"description": raw.get("description", name)}
    return {**described, "type": "object", "properties": properties, **required, "additionalProperties": False}


def _property(model: str, key: str, raw: Schema, language: Language) -> Schema:
    """One key's schema without pydantic's titles, empty defaults and nulls, and with words for people."""
    rest = {name: one for name, one in raw.items() if name not in ("title", "default")}
    if {"type": "null"} in rest.get("anyOf", ()):
        some = [one for one in rest["anyOf"] if one != {"type": "null"}]
        rest = some[0] if len(some) == 1 else {"anyOf": some}
    rest = next(({"$ref": f"#/$defs/{name}"} for name, shared in REPEATED.items() if shared == rest), rest)
    default = {"default": raw["default"]} if raw.get("default") and "const" not in raw else {}
    rule = key == "id" and model in {one.__name__ for one in rule_types().values()}
    known = "rule_id" if rule else f"{model}.{key}"
    described = _described(known, language) or _described(key, language)
    meanings = {"enumDescriptions": _kinds_said(rest["enum"], language)} if key == "kind" else {}
    return {**described, **rest, **meanings, **default}


def _kinds_said(kinds: Sequence[str], language: Language) -> list[str]:
    """What each kind of fact is: no standard knows the keyword, but editors show it."""
    return [say(f"reference.kind-{kind}", language) for kind in kinds]


def _described(name: str, language: Language) -> Schema:
    found = told(f"schema.{name}", language)
    return {"description": found} if found else {}


def values_schema(rubric: Rubric, language: Language = "zh") -> Schema:
    """Of the indicator files of one rubric, and of its files of common parameters, which name no unit."""
    return {
        "$schema": DIALECT,
        "title": say("schema.values", language, title=rubric.title),
        "type": "object",
        "properties": _keys(rubric, language),
        "required": ["rubric"],
        "if": {"required": ["parameters"], "properties": {"indicators": False}},
        "else": {"required": ["unit"]},
        "additionalProperties": False,
        "$defs": {**_kinds(), **later_definitions()},
    }


def _keys(rubric: Rubric, language: Language) -> Schema:
    """The keys of an indicator file."""
    asked = questions(rubric)
    stages = ", ".join(f"{stage} {label}" for stage, label in rubric.stages.items())
    items: Schema = {SHARED: _answers(asked[SHARED], language)} if rubric.shared else {}
    items |= {item.id: _item(number, item, asked[item.id], language) for number, item in rubric.items()}
    keys: Schema = {
        "rubric": {"anyOf": [{"const": rubric.id}, {"type": "string", "pattern": r"\.ya?ml$"}]},
        "unit": {"type": "string", "pattern": r"\S"},
        "year": {"type": ["integer", "null"]},
        "stage": {"enum": list(rubric.stages)},
        "parameters": _answers(asked[""], language),
        "indicators": only(items),
    }
    over_all = [f"{fact.item}.{fact.id}" for fact in layout(rubric).facts if fact.indicator.peers is not None]
    if over_all:
        keys["peers"] = {"type": "object", "properties": dict.fromkeys(over_all, True), "additionalProperties": False}
    named = {
        name: {"description": say(f"schema.values.{name}", language, stages=stages), **one}
        for name, one in keys.items()
    }
    return {**named, **described(later_keys(rubric), language)}


def _item(number: str, item: Item, asked: Sequence[Question], language: Language) -> Schema:
    heading = say("question.item", language, number=number, title=item.title, points=plain(item.points))
    return {"description": heading, **_answers(asked, language)}


def _answers(asked: Sequence[Question], language: Language) -> Schema:
    return only({question.fact.id: _answer(question, language) for question in asked})


def _answer(question: Question, language: Language) -> Schema:
    """What one answer may be; nothing at all is a missing fact."""
    indicator = question.fact.indicator
    described = [heading + body for heading, body in question.lines(language)]
    described += [f"{name}: {label}" for name, label in fields(indicator, language).items()]
    one = _one(indicator)
    if indicator.names_only:
        one = {"type": ["array", "null"], "items": {"type": "string", "minLength": 1}, "uniqueItems": True}
    elif indicator.list:
        members = {"type": ["object", "null"], "additionalProperties": one}
        one = {"anyOf": [members, {"type": "array", "maxItems": 0}]}
    if question.optional:
        one = {"anyOf": [*one.get("anyOf", [one]), {"$ref": "#/$defs/not_applicable"}]}
    return {"description": "\n".join(described), **one}


def _one(indicator: Indicator) -> Schema:
    """What a single answer may be, or that of one member."""
    if indicator.kind == "record":
        return only({name: {"description": fact.label, **_one(fact)} for name, fact in indicator.inside.items()})
    return _choice(indicator) if indicator.kind == "choice" else {"$ref": f"#/$defs/{indicator.kind}"}


def _choice(indicator: Indicator) -> Schema:
    options = [{"const": name, "title": label} for name, label in indicator.options.items()]
    return {"oneOf": [*options, {"type": "null"}]}


def _kinds() -> Schema:
    """What may stand for each kind of indicator that has no options of its own."""
    found: Schema = {"not_applicable": {"enum": list(NOT_APPLICABLE_WORDS)}}
    for name, kind in KINDS.items():
        if name not in ("choice", "record"):
            readers = {field: _or_null(reader.schema) for field, reader in kind.fields.items()}
            found[name] = readers.get("") or only(readers)
    return found


def _or_null(schema: Mapping[str, Any]) -> Schema:
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return {**schema, "type": [schema["type"], "null"]}
