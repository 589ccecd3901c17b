"""All units of a folder: scored chunk by chunk, joined with their later stages, what can't be kept set aside."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kaohe import source
from kaohe.analysis.reading_effects import switched
from kaohe.cli.folder.worker_processes import Files, Frame, LaterFile, ScoredUnit, Task, score_units
from kaohe.problems import Problem
from kaohe.render.files.file_names import safe
from kaohe.results.summary import BadFile, Summary
from kaohe.stages.unit_files import belongs, homeless, name

Advance = Callable[[int], None]


@dataclass(slots=True)
class Folder:
    """What a folder's files have given, in the files' order."""

    outcomes: list[ScoredUnit] = field(default_factory=list)
    bad: list[BadFile] = field(default_factory=list)
    frame: Frame | None = None

    def stages(self) -> Mapping[str, int]:
        """How many units have reached each stage, in the form's order, where any has."""
        reached = [unit.stage for outcome in self.outcomes for unit in outcome.stages]
        stages = self.frame.form.stages if self.frame else ()
        return {stage: reached.count(stage) for stage, _ in stages if stage in reached}

    def summary(self, frame: Frame, stage: str) -> Summary:
        """All units that have reached a stage, beside the stage that each began with."""
        at = [(one, place) for one in self.outcomes for place, unit in enumerate(one.stages) if unit.stage == stage]
        return Summary(
            form=frame.form,
            sections=frame.sections,
            items=frame.items,
            items_of=frame.items_of,
            units=tuple(outcome.stages[place] for outcome, place in at),
            bad=tuple(self.bad),
            first=tuple(outcome.stages[0] for outcome, _ in at) if any(place for _, place in at) else (),
            switched=switched([(outcome.stages[place], outcome.switched[place]) for outcome, place in at]),
        )


def gather(files: Sequence[Path], task: Task, processes: int, advance: Advance) -> Folder:
    """Every file by itself first; then units that have later stages once more, with all of their files."""
    folder, later = Folder(), list[LaterFile]()
    for chunk in score_units([(path,) for path in files], task, processes):
        folder.outcomes += chunk.outcomes
        folder.bad += chunk.bad
        folder.frame = folder.frame or chunk.frame
        later += chunk.later
        advance(chunk.files)
    _set_doubles_aside(folder)
    if later:
        _join(folder, later, task, processes)
    folder.bad.sort(key=lambda bad: bad.path)
    return folder


def _join(folder: Folder, later: Iterable[LaterFile], task: Task, processes: int) -> None:
    """Score the units of these files anew; a file whose unit is not there is bad."""
    joined: dict[str, list[str]] = {}
    for file in later:
        stated = {"unit": file.unit, "year": file.year}
        own = [one.unit.path for one in folder.outcomes if belongs(stated, _stated(one))]
        if len(own) == 1:
            joined.setdefault(own[0], []).append(file.path)
        else:
            folder.bad.append(BadFile(file.path, (homeless(source.read(file.path), own),)))
    units: list[Files] = [tuple(map(Path, (first, *others))) for first, others in joined.items()]
    again: dict[str, ScoredUnit] = {}
    for chunk in score_units(units, task, processes) if units else ():
        again |= {outcome.stages[0].path: outcome for outcome in chunk.outcomes}
        folder.bad += chunk.bad
    folder.outcomes = [again.get(one.unit.path, one) for one in folder.outcomes]


def _stated(outcome: ScoredUnit) -> dict[str, object]:
    return {"unit": outcome.unit.unit, "year": outcome.unit.year}


def _set_doubles_aside(folder: Folder) -> None:
    """Of two files for one unit and stage none is to be preferred; after its first file a unit has only changes."""
    found: dict[str, list[ScoredUnit]] = {}
    for outcome in folder.outcomes:
        found.setdefault(safe(name(outcome.unit.unit)), []).append(outcome)
    for same in found.values():
        if len(same) == 1:
            continue
        stages = {outcome.unit.stage for outcome in same}
        first = next(stage for stage, _ in folder.frame.form.stages if stage in stages) if folder.frame else ""
        beginning = [outcome for outcome in same if outcome.unit.stage == first]
        wrong = [(one, "whole-after-first", beginning) for one in same if one not in beginning]
        if len(beginning) > 1:
            wrong += [(one, "unit-twice", [other for other in beginning if other is not one]) for one in beginning]
        for outcome, code, others in wrong:
            folder.bad.append(BadFile(outcome.unit.path, (_double(outcome, code, others),)))
            folder.outcomes.remove(outcome)


def _double(outcome: ScoredUnit, code: str, others: Sequence[ScoredUnit]) -> Problem:
    unit, listed = outcome.unit, ", ".join(other.unit.path for other in others)
    return Problem(code, unit.path, parameters={"unit": unit.unit, "stage": unit.stage, "other": listed})
