"""The keys of a model for people: what each takes and means, whether it must be written, and the keys inside it."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from kaohe.expr.numbers import Scalar
from kaohe.messages import Language, say, told
from kaohe.rubric.rule_parts.rule import Rule
from kaohe.source.annotations import something, yaml_key


@dataclass(frozen=True, slots=True)
class Key:
    """One key; `inside` are those of the mappings that stand under it."""

    name: str
    takes: str
    meaning: str
    required: bool
    inside: tuple["Key", ...] = ()


def own_keys(rule: type[Rule], language: Language) -> tuple[Key, ...]:
    """The keys that the type has for itself, or demands where other types leave them open."""
    own = rule.__annotations__
    return tuple(_key(rule, field, language) for field in fields(rule) if field.name in own and field.name != "type")


def common_keys(language: Language) -> tuple[Key, ...]:
    """The keys that every rule may have."""
    return keys(Rule, language)


def keys(model: Any, language: Language) -> tuple[Key, ...]:
    """All keys of a model."""
    return tuple(_key(model, field, language) for field in fields(model))


def purpose(model: type, language: Language) -> str:
    """What a model is for, in a line."""
    return told(f"schema.{model.__name__}", language)


def _key(model: type, field: Field[Any], language: Language) -> Key:
    name = yaml_key(field.name)
    special = "schema.rule_id" if model is Rule and name == "id" else f"schema.{model.__name__}.{name}"
    meaning = told(special, language) or told(f"schema.{name}", language)
    required = field.default is MISSING and field.default_factory is MISSING
    inner = next(_models(field.type), None)
    return Key(name, _takes(field.type, language), meaning, required, keys(inner, language) if inner else ())


def _takes(annotation: Any, language: Language) -> str:
    """What may be written: a number, a formula, a list; nothing is said of a type that no rubric has."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        named = [one.name for one in inner[1:] if isinstance(one, Scalar)]
        return say(f"reference.takes-{named[0]}", language) if named else _takes(inner[0], language)
    if origin in (Union, UnionType):
        return _takes(something(inner), language)
    if origin is tuple:
        return say("reference.takes-list", language)
    if origin is dict and (each := _takes(inner[1], language)):
        return say("reference.takes-table", language, each=each)
    if origin is Literal or annotation is str:
        return say("reference.takes-word", language)
    return say("reference.takes-keys", language) if origin is dict or next(_models(annotation), None) else ""


def _models(annotation: Any) -> Iterator[Any]:
    """The models of mappings within a type; what is read from a single value is none."""
    if hasattr(annotation, "__pydantic_config__"):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
