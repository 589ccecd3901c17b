"""Everything in a reading's patch that could be written otherwise: what it sets, in lists entry by entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin

from kaohe.authoring.mutation.change import GONE, Change, Path, under
from kaohe.authoring.mutation.model_changes import changes, of_mapping
from kaohe.authoring.mutation.value_changes import Around
from kaohe.library.patches import ALSO, by_places
from kaohe.rubric.rule_parts.rule import REQUIREMENTS
from kaohe.source.annotations import bare, yaml_key


def patch_changes(
    model: Any, rule: Mapping[str, Any], patch: Mapping[str, Any], path: Path, around: Around
) -> Iterator[Change]:
    """A patch of a rule has some of the model's keys: none is missing, and each is there for a reason."""
    entries = {key: found for key, value in patch.items() if (found := _entries(model, key, value)) is not None}
    whole = {key: value for key, value in patch.items() if value is not None and key not in entries}
    yield from _some(model, whole, path, around)
    for key, annotation in entries.items():
        for place, value in patch[key].items():
            yield from _entry(annotation, value, (*path, key, place), around)
        yield from _beside(rule[key], patch[key], (*path, key)) if isinstance(rule.get(key), list) else ()
    for key, value in patch.items():
        yield _without(path, key, value)


def _entries(model: Any, key: str, value: Any) -> Any:
    """What each entry is of a list that a patch reaches into; None where it does not."""
    annotation = next((one.type for one in fields(model) if yaml_key(one.name) == key), None)
    if not by_places(value) or annotation is None:
        return None
    if get_origin(annotation) is Annotated and get_args(annotation)[1] is REQUIREMENTS:
        return annotation
    several = bare(annotation, value)
    return get_args(several)[0] if get_origin(several) is tuple else None


def _entry(annotation: Any, value: Any, path: Path, around: Around) -> Iterator[Change]:
    """What is set in one entry, or each of those that are added."""
    if path[-1] == ALSO and isinstance(value, list):
        for place, one in enumerate(value):
            yield from _inside(annotation, one, (*path, place), around)
    elif value is not None:
        yield from _inside(annotation, value, path, around)
    yield _without(path[:-1], path[-1], value)


def _beside(there: Sequence[Any], patch: Mapping[str, Any], path: Path) -> Iterator[Change]:
    """What is made of one entry made of the one before or after it."""
    for place, value in patch.items():
        near = (str(int(place) + by) for by in (-1, 1)) if place != ALSO else ()
        for other in near:
            if 0 < int(other) <= len(there) and other not in patch:
                changed = {other if key == place else key: one for key, one in patch.items()}
                yield Change(path, changed, under(place, value), under(other, value), (*path, place), key=True)


def _inside(annotation: Any, value: Any, path: Path, around: Around) -> Iterator[Change]:
    model = bare(annotation, value)
    if is_dataclass(model) and path[-1] != ALSO and ALSO not in path[-2:]:
        yield from _some(model, {key: one for key, one in value.items() if one is not None}, path, around)
        for key in value:
            yield _without(path, key, value[key])
    else:
        yield from (one for one in changes(annotation, value, path, around) if one.value != [])


def _some(model: Any, data: Mapping[str, Any], path: Path, around: Around) -> Iterator[Change]:
    """The changes in some keys of a model, and none that only adds a key or only leaves one out."""
    for change in of_mapping(model, data, path, around):
        if len(change.path) > len(path) + 1 or (change.before and change.after):
            yield change


def _without(path: Path, key: str | int, value: Any) -> Change:
    here = (*path, key)
    return Change(here, GONE, under(key, value), "", here, key=True)
