"""What the published schema lets stand at each place of a rubric, made up at random: a new key is tried at once."""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple

from fuzz.language import FORMULAS, WORDS
from fuzz.schema_agreement import rubric_schema
from fuzz.typed_formulas import DATES, MONTHS, PERCENTS, Grammar

Data = dict[str, Any]
Schema = Mapping[str, Any]
NUMBERS: tuple[Any, ...] = (0, 1, 2, 3, 5, 100, *map(Decimal, ("0.5", "0.333", "2.5", "-1", "-0.5")))
TEXTS = (*PERCENTS, *DATES, *MONTHS, "-3.5%", "7 days", "1 month", "100 / 9", "甲")
"""What stands where a schema has a pattern for it."""

MORE = 0.12
"""How often a key is there that need not be."""


class Place(NamedTuple):
    """A mapping of a rubric, and what the schema says of its keys."""

    holder: Data
    keys: Mapping[str, Schema]


def schema_of(name: str) -> Schema:
    """What the schema calls so; the whole form without a name."""
    whole: Schema = rubric_schema()
    return whole["$defs"][name] if name else whole


def places(data: Any, schema: Schema) -> Iterator[Place]:
    """The mappings in data of this schema, the data themselves too; the items of sections are left out."""
    schema = _fitting(data, _resolved(schema, schema_of("")))
    if isinstance(data, list):
        for one in data:
            yield from places(one, schema.get("items", {}))
    elif isinstance(data, dict):
        keys, rest = schema.get("properties", {}), schema.get("additionalProperties")
        if keys:
            yield Place(data, keys)
        for key in [key for key in data if key != "items"]:
            yield from places(data[key], keys.get(key, rest if isinstance(rest, dict) else {}))


def rule_types() -> Mapping[str, Schema]:
    """By their names in YAML."""
    several = schema_of("Item")["properties"]["rules"]["items"]["oneOf"]
    found = [_resolved(one, schema_of("")) for one in several]
    return {one["properties"]["type"]["const"]: one for one in found}


@dataclass(frozen=True)
class SchemaDraft:
    """Makes up what a schema wants, that of rubrics or another one, with formulas of a grammar."""

    random: Random
    grammar: Grammar
    whole: Schema = field(default_factory=rubric_schema)

    def give(self, place: Place) -> None:
        """One of the keys that it may have."""
        keys = [key for key in place.keys if key not in WORDS]
        if keys:
            key = self.random.choice(keys)
            place.holder[key] = self.value(key, place.keys[key])

    def value(self, key: str, schema: Schema) -> Any:
        """What may stand behind a key."""
        schema = _resolved(schema, self.whole)
        several = schema.get("anyOf") or schema.get("oneOf")
        if several:
            return self.value(key, self.random.choice(several))
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        kinds = schema["type"]
        return MAKERS[kinds if isinstance(kinds, str) else self.random.choice(kinds)](self, key, schema)

    def text(self, key: str, schema: Schema) -> str:
        draw = self.random
        if "pattern" in schema:
            return draw.choice([one for one in TEXTS if re.search(schema["pattern"], one)])
        if key in WORDS:
            return "甲"
        depth, sort = draw.choice((0, 1, 2)), FORMULAS.get(key) or draw.choice(("number", "condition"))
        made = self.grammar
        return made.condition(depth) if sort == "condition" else draw.choice((made.number, made.percent))(depth)

    def mapping(self, key: str, schema: Schema) -> Data:
        """With the keys that it must have and a few of the others."""
        keys, rest = schema.get("properties"), schema.get("additionalProperties")
        if keys is not None:
            must = schema.get("required", ())
            wanted = [one for one in keys if one in must or (one not in WORDS and self.random.random() < MORE)]
            return {one: self.value(one, keys[one]) for one in wanted}
        names = schema.get("propertyNames", {}).get("enum", ("good", "fair"))
        return {one: self.value(key, rest) for one in names} if isinstance(rest, dict) else {}


def _number(draft: SchemaDraft, _key: str, schema: Schema) -> Any:
    sides = {"minimum": operator.ge, "exclusiveMinimum": operator.gt, "maximum": operator.le}
    known = [one for one in NUMBERS if all(holds(one, schema[side]) for side, holds in sides.items() if side in schema)]
    return draft.random.choice([one for one in known if "integer" not in schema["type"] or one == int(one)])


MAKERS: Mapping[str, Callable[[SchemaDraft, str, Schema], Any]] = {
    "number": _number,
    "integer": _number,
    "null": lambda _draft, _key, _schema: None,
    "boolean": lambda draft, _key, _schema: draft.random.random() < 0.5,
    "string": SchemaDraft.text,
    "object": SchemaDraft.mapping,
    "array": lambda draft, key, schema: [
        draft.value(key, schema["items"]) for _ in range(min(draft.random.choice((1, 2)), schema.get("maxItems", 2)))
    ],
}
"""By the types of JSON Schema."""


def _resolved(schema: Schema, whole: Schema) -> Schema:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: Schema = whole["$defs"][name] if name else schema
    return found


def _fitting(data: Any, schema: Schema) -> Schema:
    """The one of several schemas that is for such data: by the type that it names, or as a list or a mapping."""
    several = [_resolved(one, schema_of("")) for one in schema.get("oneOf") or schema.get("anyOf") or ()]
    wanted = "array" if isinstance(data, list) else "object"
    for one in several:
        kind = one.get("properties", {}).get("type", {}).get("const")
        if one.get("type") == wanted and (kind is None or kind == data.get("type")):
            return one
    return {} if several else schema
