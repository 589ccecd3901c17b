"""What a workbook is sealed with: a unit's facts at every stage as one canonical text, from which all can be computed.

Nothing in it depends on paths, on the language or on how a file writes a number.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import plain
from kaohe.problems import Problem, Said
from kaohe.results.canonical_text import canonical
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.amendment import Amendment, FactChange, JudgementChange, ReadingChange
from kaohe.submission.reader import Why

FORMAT = 1
INAPPLICABLE = "not_applicable"
Data = dict[str, Any]


def sealed_text(
    states: Sequence[UnitState],
    amendments: Sequence[Amendment],
    choices: Mapping[str, str],
    left_out: Sequence[Problem] = (),
) -> str:
    """A unit's stages: the first with all of its facts, the others with what each has changed.

    `amendments` belong to the states behind the first one; `choices` are the readings that the run has taken. What is
    said of the facts, and of files that are `left_out`, stands on the sheet and so in the seal.
    """
    first, *others = states
    later = zip(others, amendments, strict=True)
    return canonical(
        {
            "format": FORMAT,
            "unit": first.values.unit,
            "year": first.values.year,
            "readings": dict(choices),
            "stages": [_first(first), *(_later(state, one) for state, one in later)],
            **_said("left_out", left_out),
        }
    )


def encoded(value: Any) -> Any:
    """A value of a row for JSON: whole numbers as they are, fractions as exact text; null is missing."""
    if value is NOT_APPLICABLE:
        return INAPPLICABLE
    if isinstance(value, tuple | list):
        return [encoded(one) for one in value]
    if isinstance(value, Fraction):
        return plain(value)
    return {"text": value} if isinstance(value, str) else value


@lru_cache(maxsize=16)  # they are asked for at every stage of every unit
def places(compiled: CompiledRubric) -> tuple[str, ...]:
    """The key of each place in a row."""
    return tuple(key for fact in compiled.layout.facts for key in fact.keys())


def _first(state: UnitState) -> Data:
    facts = zip(places(state.compiled), state.values.row, strict=True)
    return {**_stage(state), "facts": {key: encoded(value) for key, value in facts}}


def _later(state: UnitState, amendment: Amendment) -> Data:
    return {
        **_stage(state),
        "rubric_why": amendment.rubric_why and _why(amendment.rubric_why),
        "changes": [_change(one) for one in amendment.facts],
        "readings": [_reading(one) for one in amendment.readings],
        "judgements": [_judged(one) for one in amendment.judgements],
    }


def _stage(state: UnitState) -> Data:
    keys = places(state.compiled)
    return {
        "stage": state.values.stage,
        "rubric": {"id": state.compiled.rubric.id, "sha256": state.compiled.sha256},
        "over_all": {keys[place]: encoded(value) for place, value in state.known.items()},
        **_said("doubts", state.values.doubts),
    }


def _said(key: str, problems: Sequence[Problem]) -> Data:
    """What is said on a sheet, without places; nothing where nothing is."""
    told = [{"code": one.code, "severity": one.severity, "told": _parameter(one.parameters)} for one in problems]
    return {key: told} if told else {}


def _parameter(value: Any) -> Any:
    """A parameter of a sentence for JSON: sentences within it keep their codes."""
    if isinstance(value, Said):
        return {"said": value.sentence, "with": _parameter(value.parameters)}
    if isinstance(value, Mapping):
        return {name: _parameter(one) for name, one in value.items()}
    return [_parameter(one) for one in value] if isinstance(value, tuple) else value


def _change(change: FactChange) -> Data:
    return {
        "group": change.group,
        "name": change.name,
        "part": change.part,
        "old": encoded(change.old),
        "new": encoded(change.new),
        "cause": change.cause,
        "why": _why(change.why),
    }


def _reading(change: ReadingChange) -> Data:
    return {"reading": change.reading, "old": change.old, "new": change.new, "why": _why(change.why)}


def _judged(judged: JudgementChange) -> Data:
    return {"item": judged.item, "score": encoded(judged.score), "why": _why(judged.why)}


def _why(why: Why) -> Data:
    return {"reason": why.reason, "by": why.by, "on": why.on, "evidence": list(why.evidence)}
