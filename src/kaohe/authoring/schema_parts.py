"""What the JSON Schemas of several kinds of files are made of."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME: Schema = {"type": "string", "pattern": r"\S"}


def only(properties: Mapping[str, Schema]) -> Schema:
    """A mapping with these keys alone; it may be left empty."""
    return {"type": ["object", "null"], "properties": dict(properties), "additionalProperties": False}
