"""JSON Schema of what units' files say besides facts: evidence, notes, and all that later stages' files change."""

import re
from collections.abc import Mapping
from typing import get_args

from kaohe.authoring.questions import questions
from kaohe.authoring.schema_parts import Schema, only
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.messages import Language, say
from kaohe.rubric.model import Rubric
from kaohe.submission.amendment import FactCause

TEXT: Schema = {"type": "string"}
FILES: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
DATE: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
WHY: Schema = {"reason": {"type": "string", "pattern": r"\S"}, "by": TEXT, "on": DATE, "evidence": FILES}


def later_keys(rubric: Rubric) -> Schema:
    """The keys by name, without their descriptions."""
    facts = _facts(rubric)
    items = [item.id for _, item in rubric.items()]
    readings = [name for _, item in rubric.items() for name, _ in item.readings()]
    return {
        "evidence": only({group: _beside(names, "files") for group, names in facts.items()}),
        "notes": only({group: _beside(names, "note") for group, names in facts.items()}),
        "rubric_reason": TEXT,
        "by": TEXT,
        "on": DATE,
        "changes": only({group: _changes(names) for group, names in facts.items()}),
        "readings": _each(readings, "changed_reading"),
        "judgements": _each(items, "judged_item"),
    }


def later_definitions() -> Schema:
    """What an entry of each sort is made of."""
    cause: Schema = {"cause": {"enum": list(get_args(FactCause))}}
    score: Schema = {"score": {"anyOf": [{"type": "number"}, {"const": "computed"}]}}
    return {
        "files": FILES,
        "note": {"type": ["string", "null"]},
        "changed_fact": _entry({"old": True, "new": True, **cause}, ["old", "new"]),
        "changed_reading": _entry({"old": TEXT, "new": TEXT}, ["old", "new"]),
        "judged_item": _entry(score, ["score"]),
    }


def described(keys: Mapping[str, Schema], language: Language) -> Schema:
    return {name: {"description": say(f"schema.values.{name}", language), **one} for name, one in keys.items()}


def _facts(rubric: Rubric) -> dict[str, list[str]]:
    """The facts that a unit reports, by group; parameters under their own name."""
    asked = questions(rubric)
    groups = {PARAMETERS: asked[""], SHARED: asked[SHARED], **{item.id: asked[item.id] for _, item in rubric.items()}}
    return {group: [question.fact.id for question in one] for group, one in groups.items() if one}


def _beside(facts: list[str], definition: str) -> Schema:
    """What is said of an item as a whole, or of each of its facts."""
    return {"anyOf": [{"$ref": f"#/$defs/{definition}"}, _each(facts, definition)]}


def _changes(facts: list[str]) -> Schema:
    """Facts as wholes, and behind a dot their fields or members."""
    names = "|".join(map(re.escape, facts))
    return {
        "type": ["object", "null"],
        "patternProperties": {rf"^({names})(\..+)?$": {"$ref": "#/$defs/changed_fact"}},
        "additionalProperties": False,
    }


def _entry(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": {**properties, **WHY},
        "required": [*required, "reason"],
        "additionalProperties": False,
    }


def _each(names: list[str], definition: str) -> Schema:
    """An object with some of these names, each of what the definition says."""
    return {
        "type": ["object", "null"],
        "propertyNames": {"enum": names},
        "additionalProperties": {"$ref": f"#/$defs/{definition}"},
    }
