"""What the annotations of a model say: the keys it has, and the model that stands behind each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin


class Tagged:
    """Marks a field that takes one of several models, told apart by their `type`."""

    def __init__(self, models: Callable[[], Mapping[str, type]]) -> None:
        self.models = models

    def __get_pydantic_core_schema__(self, _source: object, handler: Any) -> Any:
        from pydantic_core import core_schema

        choices = {name: handler.generate_schema(model) for name, model in self.models().items()}
        return core_schema.tagged_union_schema(choices, "type")


def yaml_key(name: str) -> str:
    """`from` is a word of Python: its field is `from_`."""
    return name.removesuffix("_")


def keys(model: Any) -> tuple[str, ...]:
    """The keys that a mapping may have, none where it has keys of its own choice."""
    return tuple(yaml_key(field.name) for field in fields(model)) if is_dataclass(model) else ()


def something(arguments: tuple[Any, ...]) -> Any:
    """The type that is not None."""
    (kind,) = (argument for argument in arguments if argument is not NoneType)
    return kind


def types(annotation: Any) -> Mapping[str, type]:
    """The models that a `type` chooses from."""
    marker = get_args(annotation)[1] if get_origin(annotation) is Annotated else None
    return marker.models() if isinstance(marker, Tagged) else {}


def bare(annotation: Any, data: Any) -> Any:
    """A type without its marks: the model that a tag chose, the type that is not None."""
    if get_origin(annotation) is Annotated:
        kind = get_args(annotation)[0]
        return types(annotation).get(data.get("type"), kind) if types(annotation) else kind
    return something(get_args(annotation)) if get_origin(annotation) in (Union, UnionType) else annotation


def inside(model: Any, step: str | int) -> Any:
    """The annotation of what stands at a step."""
    if is_dataclass(model):
        return next(field.type for field in fields(model) if yaml_key(field.name) == step)
    return get_args(model)[0 if isinstance(step, int) else 1]


def below(model: Any) -> Iterator[tuple[str, Any]]:
    """Each key of a model with the models that stand below it, in lists and mappings too."""
    for key in keys(model):
        waiting = [inside(model, key)]
        while waiting:
            annotation = waiting.pop()
            if isinstance(annotation, type) and is_dataclass(annotation):
                yield key, annotation
            waiting += types(annotation).values() or get_args(annotation)
