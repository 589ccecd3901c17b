"""Everything in a part of a rubric that could be written otherwise, found by walking along its models."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Annotated, Any, Literal, get_args, get_origin

from kaohe.authoring.mutation.change import GONE, Change, Path
from kaohe.authoring.mutation.mapping_changes import confused, left_out, stray
from kaohe.authoring.mutation.value_changes import Around, value_changes, word_changes
from kaohe.expr.numbers import Scalar, shown
from kaohe.source.annotations import bare, yaml_key

NOT_SCORED = frozenset(
    (
        *("kaohe", "form", "stages", "plausible", "acknowledge", "non_scoring", "scored_above", "todo", "together"),
        *("readings", "confirmed", "type", "tags"),
        *("kind", "labels", "options", "list", "members", "facts", "range", "evidence", "words", "fixed"),
    )
)
"""Keys that no score rests on, or that say what the facts are; besides, nothing that is text counts."""
OF_ALL_UNITS = frozenset(("peers", "quota", "at_least", "top", "tie_breaks", "ties"))
"""Keys of what is decided over all units: no single one could notice."""
SKIPPED = NOT_SCORED | OF_ALL_UNITS


def changes(annotation: Any, data: Any, path: Path, around: Around) -> Iterator[Change]:
    """The changes within what stands at a path."""
    if get_origin(annotation) is Annotated and isinstance(marker := get_args(annotation)[1], Scalar):
        yield from value_changes(marker.name, data, path, around)
        return
    model = bare(annotation, data)
    if model is not annotation and get_origin(model) is Annotated:
        yield from changes(model, data, path, around)
    elif is_dataclass(model):
        yield from of_mapping(model, data, path, around)
    elif get_origin(model) is Literal:
        yield from word_changes(data, path, get_args(model))
    elif get_origin(model) is tuple:
        yield from _list(get_args(model)[0], data, path, around)
    elif get_origin(model) is dict:
        yield from _table(get_args(model)[1], data, path, around)


def of_mapping(
    model: Any, data: Mapping[str, Any], path: Path, around: Around, besides: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """Of a mapping of a model: its keys, confused or left out, and what stands under each, but for some `besides`."""
    shown_keys = {key: one for key, one in data.items() if key not in SKIPPED | besides}
    found = [*confused(model, data, path), *left_out(model, shown_keys, path), *stray(model, data, path, around)]
    yield from (one for one in found if not {one.place[-1], one.path[-1]} & SKIPPED)
    for one in fields(model):
        key = yaml_key(one.name)
        if key in shown_keys and data[key] is not None:
            yield from changes(one.type, data[key], (*path, key), around)


def _list(annotation: Any, data: list[Any], path: Path, around: Around) -> Iterator[Change]:
    """Each thing in it, each left out, and where the first that fits counts, two that change places."""
    for place, one in enumerate(data):
        here = (*path, place)
        yield from changes(annotation, one, here, around)
        if path[-1] != "rules":  # without one, points do not add up and words have no rule: `validate` says so
            yield Change(here, GONE, shown(one), "", here)
    if path[-1] == "rows":
        for place, (one, after) in enumerate(pairwise(data)):
            swapped = [*data[:place], after, one, *data[place + 2 :]]
            yield Change(path, swapped, shown(one), shown(after), (*path, place))


def _table(annotation: Any, data: Mapping[str, Any], path: Path, around: Around) -> Iterator[Change]:
    """Each value, and what stands under two keys that follow each other, exchanged."""
    for key, one in data.items():
        yield from changes(annotation, one, (*path, key), around)
    if path[-1] in ("levels", "table"):
        for (key, one), (other, after) in pairwise(data.items()):
            if one != after:
                value = {**data, key: after, other: one}
                before, later = f"{key}: {one}, {other}: {after}", f"{key}: {after}, {other}: {one}"
                yield Change(path, value, before, later, (*path, key), key=True)
