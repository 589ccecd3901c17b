"""What a JSON Schema allows at a path of data that may be half written: keys, and values where they can be listed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.editor.outline.parts import Path, Step

Schema = Mapping[str, Any]
SEVERAL = ("anyOf", "oneOf", "allOf")
CONDITION = ("if", "then", "else")
DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class SchemaWalk:
    """Walks down one schema."""

    root: Schema

    def at(self, path: Path, data: Any) -> list[Schema]:
        """What may stand at a path, as alternatives without references; of typed mappings only those that fit."""
        found = list(self._alternatives(self.root, data))
        for step in path:
            inner = [below for one in found if _fits(one, data) for below in _inside(one, step)]
            data = _part(data, step)
            found = [one for below in inner for one in self._alternatives(below, data)]
        return [one for one in found if _fits(one, data)]

    def keys(self, path: Path, data: Any) -> dict[str, Schema]:
        """The keys that the mapping at a path may have; where its type is not written yet, those of all types."""
        mappings = [{**one, "properties": _keys(one)} for one in self.at(path, data) if _keys(one)]
        if not mappings:
            return {}
        shared = set.intersection(*(set(one["properties"]) for one in mappings))
        known = {key: inner for one in mappings for key, inner in one["properties"].items()}
        if len(mappings) > 1 and all(_tag(one) for one in mappings):
            known = {key: {} if key == "type" else known[key] for key in known if key in shared}
        return {key: inner if isinstance(inner, Mapping) else {} for key, inner in known.items()}

    def required(self, path: Path, data: Any) -> frozenset[str]:
        """The keys that must be written there, whatever else is."""
        listed = [frozenset(one["required"]) for one in self.at(path, data) if {"properties", "required"} <= one.keys()]
        return frozenset.intersection(*listed) if listed else frozenset()

    def values(self, path: Path, data: Any) -> dict[str, str]:
        """What can be listed of the values at a path, each with what it means."""
        found: dict[str, str] = {}
        for one in self.at(path, data):
            for value, meaning in _listed(one):
                found[value] = found.get(value) or meaning
        found.pop("null", None)
        return found

    def tags(self, path: Path, data: Any) -> dict[str, str]:
        """The types of mapping that may stand at a path, each with what it is for."""
        known = {_tag(one): one.get(DESCRIPTION, "") for one in self.at(path, data)}
        return {tag: meaning for tag, meaning in known.items() if tag}

    def takes(self, schema: Schema) -> str:
        """Whether a key takes a `mapping`, a `list`, or a single value: then nothing."""
        kinds = [one.get("type") for one in self._alternatives(schema, None)]
        several = [kind[0] if isinstance(kind, list) else kind for kind in kinds]
        found = {"object": "mapping", "array": "list"}
        return found.get(str(several[0]), "") if len(set(several)) == 1 else ""

    def _alternatives(self, schema: Schema, data: Any) -> Iterator[Schema]:
        """Each way that a schema leaves open for data, with the nearest description."""
        if not isinstance(schema, Mapping):  # anything may stand there
            return
        own = {key: one for key, one in schema.items() if key not in (*SEVERAL, *CONDITION, "$ref")}
        below = [self._referred(schema["$ref"])] if "$ref" in schema else []
        below += [one for key in SEVERAL for one in schema.get(key, ())]
        if not below:
            yield own
        for one in below:
            for inner in self._alternatives(one, data):
                yield {**own, **inner, **({DESCRIPTION: own[DESCRIPTION]} if DESCRIPTION in own else {})}
        if "if" in schema:
            yield from self._alternatives(schema.get("then" if _holds(schema["if"], data) else "else", False), data)

    def _referred(self, reference: str) -> Schema:
        found: Schema = self.root
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        return found


def _keys(schema: Schema) -> Schema:
    """The keys that a mapping may have: each with a schema of its own, or all with one."""
    listed = schema.get("propertyNames", {}).get("enum", ())
    return {**dict.fromkeys(listed, schema.get("additionalProperties", {})), **schema.get("properties", {})}


def _listed(schema: Schema) -> Iterator[tuple[str, str]]:
    """The values that a schema lists, each with its own words; one that is alone with those of the schema."""
    if "const" in schema:
        yield _written(schema["const"]), str(schema.get("title") or schema.get(DESCRIPTION, ""))
    listed = schema.get("enum", ())
    yield from zip(map(_written, listed), schema.get("enumDescriptions", [""] * len(listed)), strict=True)


def _tag(schema: Schema) -> str:
    """The type of a mapping that has a type of its own."""
    return str(schema.get("properties", {}).get("type", {}).get("const", ""))


def _holds(condition: Schema, data: Any) -> bool:
    """Whether data meet a condition as our schemas have them: keys that are there, and values that they have."""
    given = data if isinstance(data, dict) else {}
    values = [(one, given[key]) for key, one in condition.get("properties", {}).items() if key in given]
    return all(key in given for key in condition.get("required", ())) and all(
        one is not False and one.get("const", value) == value for one, value in values
    )


def _fits(schema: Schema, data: Any) -> bool:
    tag = _tag(schema)
    return not tag or not isinstance(data, dict) or data.get("type") in (None, tag) or not isinstance(data["type"], str)


def _inside(schema: Schema, step: Step) -> Iterator[Schema]:
    if isinstance(step, int):
        if "items" in schema:
            yield schema["items"]
        return
    named = schema.get("properties", {})
    if step in named:
        yield named[step]
        return
    yield from schema.get("patternProperties", {}).values()
    if isinstance(schema.get("additionalProperties"), Mapping):
        yield schema["additionalProperties"]


def _part(data: Any, step: Step) -> Any:
    try:
        return data[step]
    except (TypeError, KeyError, IndexError):
        return None


def _written(value: Any) -> str:
    words = {True: "true", False: "false", None: "null"}
    return words[value] if value is None or isinstance(value, bool) else str(value)
