"""A mapping written otherwise as a whole: keys that are easily confused, keys left out, keys that nobody meant."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Annotated, Any, Literal, get_args, get_origin

from kaohe.authoring.mutation.change import GONE, Change, Path, under
from kaohe.authoring.mutation.value_changes import WORDS, Around, scopes
from kaohe.source.annotations import bare, yaml_key

CONFUSED = (
    ("from", "above"),
    ("to", "below"),
    ("when", "unless"),
    ("at", "above"),
    ("at", "below"),
    ("every_percent", "every_percentage_point"),
    ("award", "deduct"),
)
"""Keys of which one may stand where the other was meant."""
COUNTED, ONCE = ("count", "each"), ("when", "once")
"""Once for each, and once whatever their number."""
NEEDED = frozenset(
    (
        *("rules", "indicators", "parameters", "shared", "vetoes", "grades", "limits", "rounding", "mode"),
        *("count", "each", "when", "unless", "once", "add", "award", "deduct", "formula", "table", "requires"),
    )
)
"""Keys of which nobody would believe that they can be left out, though the models let them."""


def confused(model: Any, data: Mapping[str, Any], path: Path) -> Iterator[Change]:
    """The same value under a key that looks like its own."""
    known = {yaml_key(one.name) for one in fields(model)}
    for pair in CONFUSED:
        for key, other in (pair, pair[::-1]):
            if {key, other} <= known and key in data and other not in data:
                value = _converted(data[key], other)
                yield _renamed(data, path, {key: other}, {**data, other: value})
    for keys, others in ((COUNTED, ONCE), (ONCE, COUNTED)):
        if {*keys, *others} <= known and all(key in data for key in keys):
            renamed = dict(zip(keys, others, strict=True))
            yield _renamed(data, path, renamed, {**data, **{renamed[key]: data[key] for key in keys}})


def _converted(value: Any, key: str) -> Any:
    """A percent and a number of percentage points are not written alike."""
    if key == "every_percent":
        return f"{value}%"
    if key == "every_percentage_point" and isinstance(value, str):
        number = value.removesuffix("%")
        return int(number) if number.isdigit() else value
    return value


def _renamed(data: Mapping[str, Any], path: Path, renamed: Mapping[str, str], after: Mapping[str, Any]) -> Change:
    kept = {key: value for key, value in after.items() if key not in renamed}
    before = ", ".join(under(key, data[key]) for key in renamed)
    later = ", ".join(under(other, after[other]) for other in renamed.values())
    return Change(path, kept, before, later, (*path, next(iter(renamed))), key=True)


def left_out(model: Any, data: Mapping[str, Any], path: Path) -> Iterator[Change]:
    """Each key that need not be written."""
    for one in fields(model):
        key = yaml_key(one.name)
        if key in data and key not in NEEDED and not _required(one) and not _is_text(one.type):
            here = (*path, key)
            yield Change(here, GONE, under(key, data[key]), "", here, key=True)


def stray(model: Any, data: Mapping[str, Any], path: Path, around: Around) -> Iterator[Change]:
    """Keys that are not written, as they would be if they were meant otherwise than their default."""
    for one in fields(model):
        key = yaml_key(one.name)
        if key not in data:
            for value in _unmeant(one, key, data, around):
                after = under(key, value)
                yield Change((*path, key), value, "", after, path)


def _unmeant(one: Field[Any], key: str, data: Mapping[str, Any], around: Around) -> Iterator[Any]:
    annotation = bare(one.type, data)
    if get_origin(annotation) is Literal and one.default not in (None, MISSING) and key != "type":
        yield from (word for word in annotation.__args__ if word != one.default)
    elif key == "free" and "count" in data:
        yield 1
    elif key == "penalty_each" and "penalty" in data:
        yield True
    elif key == "zero":
        yield False
    elif key == "scope":
        yield from (scope for scope in scopes(around.rules) if scope != "item")


def _is_text(annotation: Any) -> bool:
    return get_origin(annotation) is Annotated and getattr(get_args(annotation)[1], "name", "") in WORDS


def _required(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING
