"""What a text in a rubric stands for, by the model that it is read into: a formula, a condition, a fact's name."""

from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal, cast, get_args, get_origin

from kaohe.editor.outline.parts import Path, Step
from kaohe.editor.patches import unpatched
from kaohe.expr.numbers import Scalar
from kaohe.rubric.model import Rubric
from kaohe.source.annotations import something, types, yaml_key

TextKind = Literal["", "formula", "condition", "name"]
FORMULAS = {
    "formula": "formula",
    "condition": "condition",
    "requirements": "condition",
    "amount": "formula",
    "signed-amount": "formula",
    "side": "formula",
    "name": "name",
}
"""What the kinds of scalars are, that take formulas at all."""
SEVERAL = ("requirements",)
"""Those that take one text or a list of such."""


def text_kind(path: Path, data: Any) -> TextKind:
    """The kind of the text at a path of a rubric's data; nothing where it takes no name of a fact."""
    annotation: Any = Rubric
    above = ""
    for step in unpatched(path, data):
        above = _scalar(annotation)
        annotation = _inside(_bare(annotation, data), step)
        data = data[step] if _has(data, step) else None
    own = above if above in SEVERAL else _scalar(annotation)
    return cast("TextKind", FORMULAS.get(own, ""))


def _scalar(annotation: Any) -> str:
    """The name of the scalar that a value is read by; of one that may be left out, that of what it is."""
    if get_origin(annotation) is Annotated:
        return next((one.name for one in get_args(annotation)[1:] if isinstance(one, Scalar)), "")
    some = [one for one in get_args(annotation) if get_origin(one) is Annotated]
    return _scalar(some[0]) if len(some) == 1 and get_origin(annotation) not in (tuple, dict) else ""


def _bare(annotation: Any, data: Any) -> Any:
    """The model behind an annotation: of a rule, that of its type."""
    models = types(annotation)
    if models:
        type_ = data.get("type") if isinstance(data, dict) else None
        return models.get(str(type_), get_args(annotation)[0])
    if get_origin(annotation) is Annotated:
        return get_args(annotation)[0]
    if type(None) in get_args(annotation):
        return _bare(something(get_args(annotation)), data)
    return annotation


def _inside(model: Any, step: Step) -> Any:
    if is_dataclass(model):
        return next((field.type for field in fields(model) if yaml_key(field.name) == step), None)
    several = get_args(model)
    place = 0 if isinstance(step, int) else 1
    return several[place] if len(several) > place and get_origin(model) in (tuple, dict) else None


def _has(data: Any, step: Step) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)
