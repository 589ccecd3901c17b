"""`kaohe verify`: whether the scores of workbooks still are those that their facts give."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kaohe.audit.fact_differences import facts_differences
from kaohe.audit.verification import Verified, Verifier
from kaohe.cli.folder import archive_check
from kaohe.cli.folder.archive_check import ArchiveChecked
from kaohe.cli.folder.summary_check import summary_differences
from kaohe.cli.reporter import FINDINGS, FINE, IMPOSSIBLE, Reporter, existing, existing_files
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.messages.plain_text import harmless_json
from kaohe.problems import Problem, Unusable, errors
from kaohe.render.problem_listing import as_data, as_text
from kaohe.stages.unit_files import name
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages

FORMATS = ("text", "json")
Checked = Verified | ArchiveChecked
TOLD = ("member", "unit", "sheet", "cell", "item", "stage", "found", "expected", "fact")
"""What of a finding's parameters machines get besides the sentence."""


@dataclass(frozen=True, slots=True)
class VerifyOptions:
    """What the command line asked for."""

    workbooks: Sequence[Path]
    rubrics: Sequence[str]
    facts: Sequence[Path]
    format: str


def run(reporter: Reporter, options: VerifyOptions) -> int:
    if options.format not in FORMATS:
        raise Unusable("unknown-format", found=options.format, known=", ".join(FORMATS))
    existing(options.workbooks)
    existing_files(options.facts)
    named = _Named.of(options.workbooks)
    verifier, files = Verifier(reporter.language, options.rubrics), _Facts(reporter, options.facts)
    verified: list[Checked] = [archive_check.check(reporter, path, named.beside) for path in named.archives]
    verified += [files.compared(verifier.verify(path)) for path in named.workbooks]
    (_json if options.format == "json" else _text)(reporter, verified)
    return max([files.code, *map(_code, verified)])


@dataclass(frozen=True, slots=True)
class _Named:
    """What is to be verified, and a folder that the one archive is to be compared with."""

    archives: Sequence[Path]
    workbooks: Sequence[Path]
    beside: Path | None

    @classmethod
    def of(cls, paths: Sequence[Path]) -> "_Named":
        """Raises Unusable where there is a folder, and not one archive."""
        folders = [path for path in paths if path.is_dir()]
        archives = [path for path in paths if path.suffix.lower() == ".zip" and path not in folders]
        if len(folders) > 1 or (folders and len(archives) != 1):
            raise Unusable("archive-for-folder")
        workbooks = [path for path in paths if path not in (*folders, *archives)]
        return cls(archives, workbooks, folders[0] if folders else None)


@dataclass(slots=True)
class _Facts:
    """The files that workbooks are compared with, read as each was written; `code` is the exit code that they make."""

    reporter: Reporter
    files: Sequence[Path]
    code: int = FINE
    _units: dict[tuple[str, str], Sequence[UnitStages]] = field(default_factory=dict)

    def compared(self, one: Verified) -> Verified:
        """A workbook with what differs from its unit's files too, where there are any."""
        if self.files and one.sealed is not None:
            return replace(one, problems=(*one.problems, *summary_differences(self.reporter, one, self.files)))
        if not self.files or one.again is None:
            return one
        sealed = one.again.states[0].values
        own = [unit for unit in self._given(one.again) if name(unit.states[0].values.unit) == name(sealed.unit)]
        found = [Problem("no-facts-of-unit", one.path, parameters={"unit": sealed.unit})] if not own else []
        for unit in own:
            found += facts_differences(one.path, one.again, unit)
        return replace(one, problems=(*one.problems, *found))

    def _given(self, again: UnitStages) -> Sequence[UnitStages]:
        language = again.states[0].scorer.reasons.language
        key = language, str(sorted(again.choices.items()))
        if key not in self._units:
            gathered = UnitInputs(self.reporter, UnitLoader(language, again.choices))
            self._units[key] = gathered.units(self.files)
            self.code = max(self.code, gathered.code)
        return self._units[key]


def _code(one: Checked) -> int:
    if not one.opened:
        return IMPOSSIBLE
    return FINDINGS if errors(_found(one)) else FINE


def _found(one: Checked) -> Sequence[Problem]:
    """All that is told of a file, and of a folder beside it."""
    return (*one.problems, *one.since) if isinstance(one, ArchiveChecked) else one.problems


def _text(reporter: Reporter, verified: Sequence[Checked]) -> None:
    for one in verified:
        if _found(one):
            reporter.result(as_text(_found(one), reporter.language) + "\n")
        if one.opened and not errors(one.problems) and not reporter.quiet:
            reporter.result(f"{one.path}: {_sound(reporter, one)}\n")
    if len(verified) > 1 and not reporter.quiet:
        codes = [_code(one) for one in verified]
        counts = {"sound": codes.count(FINE), "changed": codes.count(FINDINGS), "unopened": codes.count(IMPOSSIBLE)}
        reporter.result(reporter.say("verified-all", files=len(codes), **counts) + "\n")


def _sound(reporter: Reporter, one: Checked) -> str:
    """What is said of a file in which nothing is wrong."""
    if isinstance(one, Verified):
        if one.again is None:
            return reporter.say("verified-summary", title=one.sealed.title if one.sealed else "", cells=one.cells)
        return reporter.say("verified", cells=one.cells, **_unit(reporter, one.again))
    counts = {"units": one.units, "scores": one.scores, "members": one.members}
    said = reporter.say("verified-archive", title=one.title, stage=one.stage, **counts)
    return f"{said}\n{one.path}: {reporter.say('archive-digest', digest=one.digest)}"


def _unit(reporter: Reporter, again: UnitStages) -> dict[str, str]:
    stages = reporter.say("between-stages").join(state.label for state in again.states)
    return {"unit": again.states[0].values.unit, "stages": stages}


def _json(reporter: Reporter, verified: Sequence[Checked]) -> None:
    data = {"format": 1, "files": [_data(reporter, one) for one in verified]}
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    reporter.result(
        harmless_json(text).encode(errors="backslashreplace")
    )  # a path may be no text, and a backslash escapes in JSON too


def _data(reporter: Reporter, one: Checked) -> dict[str, Any]:
    if isinstance(one, ArchiveChecked):
        own = {"title": one.title, "units": one.units, "scores": one.scores, "sha256": one.digest}
        return {**_head(one), **own, "problems": [_problem(reporter, problem) for problem in _found(one)]}
    states = one.again.states if one.again else ()
    return {
        **_head(one),
        "unit": states[0].values.unit if states else None,
        "stages": [state.values.stage for state in states],
        "cells": one.cells,
        "problems": [_problem(reporter, problem) for problem in one.problems],
    }


def _head(one: Checked) -> dict[str, Any]:
    return {"path": one.path, "state": {FINE: "sound", FINDINGS: "changed", IMPOSSIBLE: "unopened"}[_code(one)]}


def _problem(reporter: Reporter, problem: Problem) -> dict[str, Any]:
    told = {key: problem.parameters[key] for key in TOLD if key in problem.parameters}
    return {**as_data(problem, reporter.language), **told}
