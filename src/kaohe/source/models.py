"""Plain data -> frozen models: validated with pydantic, or built at once where the text is known to be valid."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, dataclass_transform, get_args, get_origin

from kaohe.expr.numbers import Scalar, shown
from kaohe.problems import Problem, Problems
from kaohe.source import Document
from kaohe.source.annotations import Tagged, something, yaml_key
from kaohe.source.unknown_keys import unknown_key

Model = TypeVar("Model")
Builder = Callable[[Any], Any]
Path = tuple[str | int, ...]
STRICT = {"extra": "forbid", "alias_generator": yaml_key}
CALLED = ("title", "label", "clause", "words")
"""Keys under which stands what people call a part of a rubric."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen_model(cls: type[Model]) -> type[Model]:
    """A part of a rubric as a frozen dataclass: fields by keyword, and keys that it has no field for are refused."""
    setattr(cls, "__pydantic_config__", STRICT)  # noqa: B010 - pydantic reads it; the type checker knows no such attribute
    return dataclass(frozen=True, kw_only=True)(cls)


def nearest(found: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known name most like the one found, or nothing; `alike` is the least share of letters that they share."""
    return next(iter(get_close_matches(found, list(known), 1, alike)), "")


def construct(model: type[Model], data: object) -> Model:
    """Build a model from data that `validate` has accepted before; nothing is checked again."""
    built: Model = _builder(cast("Hashable", model))(data)
    return built


def validate(model: type[Model], document: Document, data: object, base: Path = ()) -> Model:
    """Check data that stands at `base` of a document (perhaps patched); raises Problems with all findings."""
    from pydantic import ValidationError

    try:
        checked: Model = _adapter(cast("Hashable", model)).validate_python(data)
    except ValidationError as found:
        details = found.errors(include_url=False)
    else:
        return checked
    pairs = [(_data_path(data, one["loc"]), _problem(model, document, data, base, one)) for one in details]
    misspelt = {(path[:-1], one.parameters["nearest"]) for path, one in pairs if one.code == "unknown-key"}
    raise Problems(one for path, one in pairs if (path, one.parameters.get("key")) not in misspelt)


@cache
def _adapter(model: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(model)


@cache
def _builder(annotation: Any) -> Builder:
    if get_origin(annotation) is Annotated:
        kind, marker = get_args(annotation)[:2]
        if isinstance(marker, Scalar):
            return marker.read
        return _tagged(marker) if isinstance(marker, Tagged) else _builder(kind)
    if is_dataclass(annotation):
        return _dataclass(annotation)
    return _container(annotation)


def _container(annotation: Any) -> Builder:
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if origin is tuple:
        member = _builder(arguments[0])
        return lambda data: tuple([member(one) for one in data])
    if origin is dict:
        member = _builder(arguments[1])
        return lambda data: {key: member(one) for key, one in data.items()}
    if origin in (Union, UnionType):
        some = _builder(something(arguments))
        return lambda data: None if data is None else some(data)
    return lambda data: data


def _dataclass(model: Any) -> Builder:
    readers = {yaml_key(field.name): (field.name, _builder(cast("Hashable", field.type))) for field in fields(model)}

    def build(data: Mapping[str, Any]) -> Any:
        arguments = {}
        for key, value in data.items():
            name, reader = readers[key]
            arguments[name] = reader(value)
        return model(**arguments)

    return build


def _tagged(marker: Tagged) -> Builder:
    models = marker.models()
    return lambda data: _builder(models[data["type"]])(data)


def _problem(model: Any, document: Document, data: Any, base: Path, detail: Any) -> Problem:
    path = _data_path(data, detail["loc"])
    unknown = detail["type"] == "unexpected_keyword_argument"
    code, parameters = unknown_key(model, data, path, nearest, whole=not base) if unknown else _sentence(detail)
    parameters["label"] = _called(data, path[:-1] if unknown else path)
    if code == "unknown-rule-type":
        path = (*path, "type")
    key = unknown or detail["loc"][-1:] == ("[key]",)
    line, column = document.position((*base, *path), key=key)
    return Problem(code, document.path, line, column, parameters)


def _data_path(data: Any, location: Path) -> Path:
    """A finding's place without the tags that a choice of models puts into it."""
    path: list[str | int] = []
    entered = True
    for step in location:
        if entered and isinstance(data, dict) and data.get("type") == step:
            entered = False  # the tag of a rule: `deductions` is a key of that rule too
            continue
        inside = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if step in inside:
            data, entered = data[step], True
            path.append(step)
    return tuple(path)


def _called(data: Any, path: Path) -> str:
    """What people call the innermost thing on the way to a place: a title, a label, a clause, or its own key."""
    found, before = "", None
    for step in path:
        data = data[step]
        if isinstance(data, dict):
            own = next((data[key] for key in CALLED if isinstance(data.get(key), str)), "")
            found = own or (step if isinstance(before, str) and isinstance(step, str) else found)
        before = step
    return shown(found) if found else ""


def _sentence(detail: Any) -> tuple[str, dict[str, object]]:
    found = shown(detail.get("input"))
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "missing-key", {"key": last}
        case "literal_error":
            known = context["expected"].replace("'", "").replace(" or ", ", ")
            return "not-one-of", {"found": found, "nearest": nearest(found, known.split(", ")), "expected": known}
        case "union_tag_invalid":
            known = context["expected_tags"].replace("'", "")
            return "unknown-rule-type", {
                "found": shown(detail["input"]["type"]),
                "nearest": nearest(context["tag"], known.split(", ")),
                "expected": known,
            }
        case "union_tag_not_found":
            return "missing-key", {"key": "type"}
        case "dict_type" | "dataclass_type" | "model_attributes_type":
            return "mapping-expected", {"found": found}
        case "tuple_type":
            return "list-expected", {"found": found}
        case kind if "code" in context:
            return kind, {key: value for key, value in context.items() if key != "code"}
        case kind:
            return "invalid-value", {"found": found, "detail": f"{kind}: {detail['msg']}"}
