"""`kaohe verify`: whether the scores of workbooks still are those that their facts give."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kaohe.audit.fact_differences import facts_differences
from kaohe.audit.verification import Verified, Verifier
from kaohe.cli.console import FINDINGS, FINE, IMPOSSIBLE, Desk, existing_files
from kaohe.cli.unit_inputs import Gathered
from kaohe.problems import Problem, Unusable, errors
from kaohe.render.problem_listing import as_data, as_text
from kaohe.stages.unit_files import name
from kaohe.stages.unit_loader import Intake
from kaohe.stages.unit_stages import Assembled

FORMATS = ("text", "json")
TOLD = ("sheet", "cell", "item", "stage", "found", "expected", "fact")
"""What of a finding's parameters machines get besides the sentence."""


@dataclass(frozen=True, slots=True)
class VerifyOptions:
    """What the command line asked for."""

    workbooks: Sequence[Path]
    rubrics: Sequence[str]
    facts: Sequence[Path]
    format: str


def run(desk: Desk, options: VerifyOptions) -> int:
    if options.format not in FORMATS:
        raise Unusable("unknown-format", found=options.format, known=", ".join(FORMATS))
    existing_files([*options.workbooks, *options.facts])
    verifier, files = Verifier(desk.language, options.rubrics), _Facts(desk, options.facts)
    verified = [files.compared(verifier.verify(path)) for path in options.workbooks]
    (_json if options.format == "json" else _text)(desk, verified)
    return max([files.code, *map(_code, verified)])


@dataclass(slots=True)
class _Facts:
    """The files that workbooks are compared with, read as each was written; `code` is the exit code that they make."""

    desk: Desk
    files: Sequence[Path]
    code: int = FINE
    _units: dict[tuple[str, str], Sequence[Assembled]] = field(default_factory=dict)

    def compared(self, one: Verified) -> Verified:
        """A workbook with what differs from its unit's files too, where there are any."""
        if not self.files or one.again is None:
            return one
        sealed = one.again.states[0].values
        own = [unit for unit in self._given(one.again) if name(unit.states[0].values.unit) == name(sealed.unit)]
        found = [Problem("no-facts-of-unit", one.path, parameters={"unit": sealed.unit})] if not own else []
        for unit in own:
            found += facts_differences(one.path, one.again, unit)
        return replace(one, problems=(*one.problems, *found))

    def _given(self, again: Assembled) -> Sequence[Assembled]:
        language = again.states[0].scorer.explanations.language
        key = language, str(sorted(again.choices.items()))
        if key not in self._units:
            gathered = Gathered(self.desk, Intake(language, again.choices))
            self._units[key] = gathered.units(self.files)
            self.code = max(self.code, gathered.code)
        return self._units[key]


def _code(one: Verified) -> int:
    if not one.opened:
        return IMPOSSIBLE
    return FINDINGS if errors(one.problems) else FINE


def _text(desk: Desk, verified: Sequence[Verified]) -> None:
    for one in verified:
        if one.problems:
            desk.result(as_text(one.problems, desk.language) + "\n")
        if one.again is not None and _code(one) == FINE and not desk.quiet:
            desk.result(f"{one.path}: {desk.say('verified', cells=one.cells, **_unit(desk, one.again))}\n")
    if len(verified) > 1 and not desk.quiet:
        codes = [_code(one) for one in verified]
        counts = {"sound": codes.count(FINE), "changed": codes.count(FINDINGS), "unopened": codes.count(IMPOSSIBLE)}
        desk.result(desk.say("verified-all", files=len(codes), **counts) + "\n")


def _unit(desk: Desk, again: Assembled) -> dict[str, str]:
    stages = desk.say("between-stages").join(state.label for state in again.states)
    return {"unit": again.states[0].values.unit, "stages": stages}


def _json(desk: Desk, verified: Sequence[Verified]) -> None:
    data = {"format": 1, "files": [_data(desk, one) for one in verified]}
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    desk.result(text.encode(errors="backslashreplace"))  # a path may be no text, and a backslash escapes in JSON too


def _data(desk: Desk, one: Verified) -> dict[str, Any]:
    states = one.again.states if one.again else ()
    return {
        "path": one.path,
        "state": {FINE: "sound", FINDINGS: "changed", IMPOSSIBLE: "unopened"}[_code(one)],
        "unit": states[0].values.unit if states else None,
        "stages": [state.values.stage for state in states],
        "cells": one.cells,
        "problems": [_problem(desk, problem) for problem in one.problems],
    }


def _problem(desk: Desk, problem: Problem) -> dict[str, Any]:
    told = {key: problem.parameters[key] for key in TOLD if key in problem.parameters}
    return {**as_data(problem, desk.language), **told}
