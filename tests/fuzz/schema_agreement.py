"""The published schemas and the readers: what a reader takes, its schema must take too."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from support.folders import TOP

Said = tuple[str, str]


def refused(schema: Any, file: Path, data: Any, *, texts: bool = True) -> Iterator[Said]:
    """What a schema has against the data of a file that was found sound.

    Without `texts` it may have something against a text, or nothing without its sign: of a unit, readers take what is
    plainly meant (7次; 0 of percents).
    """
    found = next((one for one in errors(schema, data) if texts or not _meant(one)), None)
    if found is not None:
        yield "refuses what is sound", f"{file.name}: {'.'.join(map(str, found.absolute_path))}: {found.message[:200]}"


def _meant(error: Any) -> bool:
    """Whether it is for a text, or nothing, that one of several schemas was not right."""
    return isinstance(error.instance, str) or error.instance == 0 or any(map(_meant, error.context))


def first_error(schema: Any, data: Any) -> Any:
    """With its path and message; nothing where the data are as the schema says."""
    return next(errors(schema, data), None)


def errors(schema: Any, data: Any) -> Iterator[Any]:
    return iter(_validator(json.dumps(schema)).iter_errors(_floating(data)))


@cache
def rubric_schema() -> Any:
    """What the editor checks rubrics by."""
    return json.loads((TOP / "rubrics" / "rubric.schema.json").read_text(encoding="utf-8"))


@cache
def _validator(schema: str) -> Any:
    """The package has no types."""
    return import_module("jsonschema").Draft202012Validator(json.loads(schema))


def _floating(data: Any) -> Any:
    """Plain data as a reader of JSON would have them."""
    if isinstance(data, dict):
        return {key: _floating(one) for key, one in data.items()}
    if isinstance(data, list):
        return [_floating(one) for one in data]
    return float(data) if isinstance(data, Decimal) else data
