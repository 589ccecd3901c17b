"""The text of a seal back to a unit's stages: its first state, and what each later one has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.problems import Problem, Said
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.stages.seal import FORMAT, INAPPLICABLE, places
from kaohe.stages.settled_grades import Grades
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.amendment import Amendment, FactChange, JudgementChange, ReadingChange
from kaohe.submission.reader import Values, Why

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage as it was sealed, by its id in the rubric of which `rubric` is the id and `sha256` the digest."""

    stage: str
    rubric: str
    sha256: str
    data: Data


@dataclass(frozen=True, slots=True)
class Sealed:
    """All that a seal says. `choices` are readings that the run had taken, `grades` what a batch had settled."""

    unit: str
    year: int | None
    choices: Mapping[str, str]
    stages: tuple[Stage, ...]
    grades: Grades
    left_out: tuple[Problem, ...] = ()


class UnknownFormat(ValueError):  # noqa: N818 - a finding, turned into a problem where the file is known
    """The seal is written as no kaohe up to this one writes it."""


def unsealed(text: str) -> Sealed:
    """What the text of a seal says; raises UnknownFormat, and what broken data raise."""
    import json

    data: Any = json.loads(text)
    if data["format"] != FORMAT:
        raise UnknownFormat(data["format"])
    stages = [Stage(one["stage"], one["rubric"]["id"], one["rubric"]["sha256"], one) for one in data["stages"]]
    if not (isinstance(data["unit"], str) and isinstance(data["year"], int | None)):
        raise TypeError(f"{data['unit']!r}, {data['year']!r}")
    return Sealed(
        data["unit"], data["year"], data["readings"], tuple(stages), data.get("grades", {}), _said(data, "left_out")
    )


def decoded(value: Any) -> Any:
    """A value of a row from what `encoded` has made of it."""
    if isinstance(value, list):
        return tuple(map(decoded, value))
    if isinstance(value, dict):
        return value["text"]
    if value == INAPPLICABLE:
        return NOT_APPLICABLE
    return Fraction(value) if isinstance(value, str) else value


def with_doubts(state: UnitState, stage: Stage) -> UnitState:
    """A state with what was said of its facts when it was sealed."""
    return replace(state, values=replace(state.values, doubts=_said(stage.data, "doubts")))


def _said(data: Data, key: str) -> tuple[Problem, ...]:
    """What was said on a sheet, by its codes."""
    found = data.get(key, ())
    return tuple(
        Problem(one["code"], "", parameters=_parameters(one["told"]), severity=one["severity"]) for one in found
    )


def _parameters(data: Data) -> Data:
    return {name: _parameter(value) for name, value in data.items()}


def _parameter(value: Any) -> Any:
    if isinstance(value, dict):
        return Said(value["said"], _parameters(value["with"]))
    return tuple(_parameter(one) for one in value) if isinstance(value, list) else value


def first_state(scorer: Scorer, sealed: Sealed, path: str) -> UnitState:
    """The state that a unit began with; raises KeyError where the seal lacks a fact of the rubric."""
    stage = sealed.stages[0]
    row = tuple(decoded(stage.data["facts"][key]) for key in places(scorer.compiled))
    values = Values(path, sealed.unit, sealed.year, stage.stage, row)
    return UnitState(scorer, values, over_all(scorer.compiled, stage))


def over_all(compiled: CompiledRubric, stage: Stage) -> Mapping[int, Any]:
    """The stage's facts over all units, by their places in the row."""
    found = {key: place for place, key in enumerate(places(compiled))}
    return {found[key]: decoded(value) for key, value in stage.data["over_all"].items()}


def amendment(compiled: CompiledRubric, sealed: Sealed, stage: Stage, document: Document) -> Amendment:
    """What a later stage has changed; `document` stands for the file that said so."""
    data, why = stage.data, stage.data["rubric_why"]
    return Amendment(
        document=document,
        unit=sealed.unit,
        year=sealed.year,
        stage=stage.stage,
        rubric_why=None if why is None else _why(why),
        facts=tuple(_change(compiled, one) for one in data["changes"]),
        readings=tuple(_reading(one) for one in data["readings"]),
        judgements=tuple(_judged(one) for one in data["judgements"]),
    )


def _change(compiled: CompiledRubric, data: Data) -> FactChange:
    group, name = data["group"], data["name"]
    return FactChange(
        path=(),
        group=group,
        name=name,
        place=compiled.reader.groups[group][name],
        part=data["part"],
        old=decoded(data["old"]),
        new=decoded(data["new"]),
        cause=data["cause"],
        why=_why(data["why"]),
    )


def _reading(data: Data) -> ReadingChange:
    return ReadingChange((), data["reading"], data["old"], data["new"], _why(data["why"]))


def _judged(data: Data) -> JudgementChange:
    return JudgementChange((), data["item"], decoded(data["score"]), _why(data["why"]))


def _why(data: Data) -> Why:
    return Why(data["reason"], data["by"], data["on"], tuple(data["evidence"]))
