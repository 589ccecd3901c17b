"""One trial, examined: every step that is to be tried is, and what it breaks of the promises is a fault."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fuzz import unit_steps
from fuzz.entrances import EN, Ran, explaining, kaohe, meant_data, plain_data, schema_of, templating, validating
from fuzz.laid_out import Files, lay_out
from fuzz.schema_agreement import refused, rubric_schema
from fuzz.trial import Trial
from fuzz.watching import Fault, Watch
from fuzz.wording import findings_in_json, findings_in_text, internal

UNIT = "unit:"
"""What a unit's blank file has to be filled in at once."""


@dataclass
class Outcome:
    """What became of a trial, with the units made for it: how many inputs did what, and what was broken."""

    trial: Trial
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)


def examine(trial: Trial, folder: Path) -> Outcome:
    files, watch, counts = lay_out(trial, folder), Watch(), Counter[str]()
    counts["rubrics"] += 1
    sound = _validated(trial, files, watch)
    counts["rubrics validated" if sound else "rubrics refused"] += 1
    if sound:
        form = plain_data(files.rubric)
        trial = trial.peopled(form, _shown(trial, files, watch))
        files = lay_out(trial, folder)
        sheets = unit_steps.scored(trial, form, files, watch, counts)
        if "schema agreement" in trial.steps:
            _agreeing(files, watch, sheets)
    if "command line" in trial.steps:
        _on_command_line(files, watch, sound=sound)
    return Outcome(trial, counts, watch.faults)


def _validated(trial: Trial, files: Files, watch: Watch) -> bool:
    """Whether the rubric is sound; what is said of it has places and is for people."""
    if "english" in trial.steps:
        with watch.step("validate"):
            watch.note("validate", findings_in_json(validating(files.rubric)(EN).out, chinese=False))
    with watch.step("validate"):
        ran = validating(files.rubric)()
        watch.note("validate", findings_in_json(ran.out))
        if ran.code not in (0, 1, 2):
            watch.fault("validate", f"exit code {ran.code}")
        return ran.code == 0
    return False


def _shown(trial: Trial, files: Files, watch: Watch) -> Any:
    """The rubric in words, its blank file and its schema; what units' files are by this, empty where there is none."""
    found: Any = {}
    commands = {"explain": explaining, "template": templating, "schema": schema_of}
    for name in (name for name in commands if name in trial.steps):
        with watch.step(name):
            ran = commands[name](files.rubric)()
            _fine(watch, name, ran)
            if name == "template":
                _filled_in(files, watch, ran.out)
            if name == "schema":
                found = json.loads(ran.out)
    if {"english", "explain"} <= trial.steps:
        with watch.step("explain"):
            _fine(watch, "explain", explaining(files.rubric)(EN))
    return found


def _fine(watch: Watch, step: str, ran: Ran) -> None:
    """A run on what was found sound ends well, and tells nothing internal."""
    if ran.code != 0:
        watch.fault(step, f"exit code {ran.code}", ran.err)
    watch.note(step, internal(ran.out))


def _filled_in(files: Files, watch: Watch, blank: str) -> None:
    """The blank file, with a unit's name, is a unit's file of which everything is missing."""
    path = files.folder / "blank" / "blank.yaml"
    path.parent.mkdir()
    lines = [f"rubric: ../{files.rubric.name}" if line.startswith("rubric:") else line for line in blank.split("\n")]
    path.write_text("\n".join(f"{UNIT} 甲" if line.startswith(UNIT) else line for line in lines), encoding="utf-8")
    ran = validating(path)()
    if ran.code != 0:
        watch.fault("template", "the blank file is refused", ran.out)


def _agreeing(files: Files, watch: Watch, sheets: Iterable[int]) -> None:
    """What is sound, is so by the published schemas too."""
    with watch.step("schema agreement"):
        schema = json.loads(schema_of(files.rubric)().out)
        watch.note("schema agreement", refused(rubric_schema(), files.rubric, plain_data(files.rubric)))
        for unit in (files.units[at][0] for at in sheets):
            watch.note("schema agreement", refused(schema, unit, meant_data(unit), texts=False))


def _on_command_line(files: Files, watch: Watch, *, sound: bool) -> None:
    """The same through arguments, as a user runs it."""
    unit = str(files.units[0][0]) if files.units else str(files.rubric)
    commands: dict[str, Callable[[], Ran]] = {
        "validate": lambda: kaohe("validate", files.rubric, unit),
        "score": lambda: kaohe("score", unit, "--format", "json"),
        "explain": lambda: kaohe("explain", files.rubric, "--lang", "en"),
        "template": lambda: kaohe("template", files.rubric),
    }
    for name, run in commands.items():
        with watch.step("command line"):
            ran = run()
            if ran.code not in (0, 1, 2) or (not sound and ran.code == 0):
                watch.fault("command line", f"{name} ends with {ran.code}", ran.err)
            if ran.code in (1, 2) and name != "validate":
                watch.note("command line", findings_in_text(ran.err))
