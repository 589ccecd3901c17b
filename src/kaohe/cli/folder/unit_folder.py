"""All units of a folder: every file is read once, joined with its unit's others, and every unit is scored once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from kaohe.analysis.reading_effects import switched
from kaohe.authoring.cases.case_reader import is_cases
from kaohe.authoring.input_files import SUFFIXES, is_input
from kaohe.cli.folder.absent_units import absent_units
from kaohe.cli.folder.joined_units import joined
from kaohe.cli.folder.shared_work import Entry, FilesRead, Frame, ScoredUnit, Task, Unit, UnitsScored
from kaohe.cli.folder.told_once import told_once
from kaohe.cli.folder.unit_worker import Worker
from kaohe.cli.folder.worker_processes import Share, workers
from kaohe.problems import Problem, Problems, Unusable, unreadable
from kaohe.render.files.manifest import NAME
from kaohe.results.summary import AbsentUnit, BadFile, Summary, UnitScore, settled_grades
from kaohe.source.file_kinds import is_table, is_workbook
from kaohe.stages.reported_stages import HandedIn, handed_in, waited_for
from kaohe.stages.rosters import Rosters, is_roster_file
from kaohe.stages.unit_loader import PARAMETERS, UnitLoader
from kaohe.stages.unread_files import seem_of
from kaohe.submission.roster import Roster

if TYPE_CHECKING:
    from kaohe.results.batch_figures import BatchFigures

Advance = Callable[[int], None]
Progress = Callable[[int], AbstractContextManager[Advance]]
"""Shows how far a run has come with so many files, and rows of tables."""


@dataclass(slots=True)
class Folder:
    """What a folder's files have given, in the files' order. `inputs` are the files of units, sound or not."""

    inputs: frozenset[Path] = frozenset()
    outcomes: list[ScoredUnit] = field(default_factory=list)
    bad: list[BadFile] = field(default_factory=list)
    frame: Frame | None = None
    remarks: list[Problem] = field(default_factory=list)
    unlike: list[Problem] = field(default_factory=list)
    """Points that stand in workbooks and are not those that their facts give."""
    doubts: list[Problem] = field(default_factory=list)
    rubrics: Mapping[str, Path] = field(default_factory=dict)
    """By the names that the files give them."""
    roster: Roster | None = None
    handed: HandedIn = field(default_factory=dict)
    _absent: dict[str, tuple[AbsentUnit, ...]] = field(default_factory=dict)

    def add(self, done: UnitsScored) -> None:
        """What some more units have come to."""
        self._absent.clear()
        self.outcomes += done.outcomes
        self.frame = self.frame or done.frame
        self.bad += done.bad
        self.unlike += done.unlike
        self.remarks += done.remarks
        self.doubts += done.doubts

    def in_order(self) -> None:
        """Put the units into the roster's order, if there is one."""
        self._absent.clear()
        order = {one.unit: at for at, one in enumerate(self.roster.units if self.roster else ())}
        self.outcomes.sort(key=lambda one: order.get(one.unit.unit, 0))

    def stages(self) -> Mapping[str, int]:
        """How many units have reached each stage, in the form's order, where any has."""
        reached = [unit.stage for outcome in self.outcomes for unit in outcome.stages]
        stages = self.frame.form.stages if self.frame else ()
        return {stage: reached.count(stage) for stage, _ in stages if stage in reached}

    @property
    def roster_files(self) -> list[Path]:
        """The file of the roster, if there is one."""
        return [Path(self.roster.path)] if self.roster else []

    @property
    def labels(self) -> Mapping[str, str]:
        """The stages as the form calls them, in its order; none where nothing was scored."""
        return dict(self.frame.form.stages) if self.frame else {}

    def absent(self, stage: str) -> tuple[AbsentUnit, ...]:
        """Who has not reached a stage."""
        if stage not in self._absent:
            self._absent[stage] = absent_units(stage, self.labels, self.outcomes, self.roster, self.handed)
        return self._absent[stage]

    def figures(self, frame: Frame, stage: str) -> "BatchFigures":
        from kaohe.analysis.batch_analysis import batch_figures  # a CSV has none

        return batch_figures(self.summary(frame, stage))

    def summary(self, frame: Frame, stage: str) -> Summary:
        """All units that have reached a stage, beside the stage that each began with; the others are told as absent."""
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
            changes=tuple(change for outcome, place in at for change in outcome.until(place)),
            stage=stage,
            absent=self.absent(stage),
        )


def read_roster_of(folder: Path, named: Path | None) -> Roster | None:
    """The roster that is named, or that of a folder or beside a table; raises Problems with all that is wrong in it."""
    return Rosters(named).of(folder if folder.is_dir() else folder.parent)


def unit_files(folder: Path, others: Iterable[Path] = ()) -> list[Path]:
    """The files of the folder itself that may be units', or a table as it is; raises Unusable where there is none.

    `others` are files that are known to be something else.
    """
    if (is_table(folder.name) or is_workbook(folder.name)) and folder.is_file():
        return [folder]
    found = sorted(path for suffix in SUFFIXES for path in folder.glob(f"*{suffix}"))
    kept = [path for path in found if path.name not in (PARAMETERS, NAME) and not path.name.startswith(".")]
    kept = [path for path in kept if not is_cases(path.name)]
    aside = set(map(realpath, others))
    kept = [path for path in kept if not aside or realpath(path) not in aside]
    kept = [path for path in kept if not is_roster_file(path) and is_input(path)]
    if not kept:
        raise Unusable("no-unit-files", folder=str(folder))
    return kept


def gather(files: Sequence[Path], task: Task, processes: int, progress: Progress) -> Folder:
    """Every file is read, then every unit scored; a file that can't be kept is set aside, and stops no others."""
    read, loader = FilesRead(), task.loader()
    entries = list(_entries(files, loader, read.bad))
    with progress(len(entries)) as advance, workers(task, loader, processes, entries) as (parts, share):
        for part in parts:
            read.add(part)
            advance(part.count)
        handed = handed_in(read.documents)
        units, bad = joined(read, loader, task.roster, handed)
        inputs = (*(one.file for one in read.documents), *(one.path for one in read.bad))
        folder = Folder(frozenset(map(Path, inputs)), bad=[*read.bad, *bad], remarks=read.remarks, handed=handed)
        folder.rubrics = read.rubrics
        folder.roster = task.roster
        if not folder.bad and any(one.quotas for one in read.first.values()):
            every = [unit for part in share(Worker.standings, units) for unit in part]
            units = list(_graded(units, every, loader, task.roster, handed))
        unread = tuple(one.path for one in folder.bad)
        units = [replace(unit, unread=seem_of(unit.values, unread)) for unit in units] if unread else units
        for done in _scored(units, read.scored, share):
            folder.add(done)
            advance(done.count)
    folder.bad = told_once(folder.bad)
    folder.in_order()
    return folder


def _scored(units: Sequence[Unit], early: Mapping[str, UnitsScored], share: Share) -> Iterator[UnitsScored]:
    """What the units come to, in their order: as they were scored while they were read, where that holds."""
    known = [early.get(unit.values.path) if unit.alone else None for unit in units]
    rest = [unit for unit, done in zip(units, known, strict=True) if done is None]
    late = (done for part in share(Worker.score, rest) for done in part)
    yield from (next(late) if done is None else done for done in known)


def _entries(files: Sequence[Path], loader: UnitLoader, bad: list[BadFile]) -> Iterator[Entry]:
    """The files, and of tables the rows, for these are shared out too; what is wrong with a table is added to `bad`."""
    for path in files:
        if not is_table(str(path)):
            yield path
            continue
        try:
            yield from loader.documents(str(path))
        except Problems as found:
            bad.append(BadFile(str(path), found.problems))
        except OSError as failed:
            bad.append(BadFile(str(path), unreadable(path, failed)))


def _graded(
    units: Sequence[Unit],
    every: Sequence[Sequence[UnitScore]],
    loader: UnitLoader,
    roster: Roster | None,
    handed: HandedIn,
) -> Iterator[Unit]:
    """The units with the grades that they have among all; who has which is known before the first sheet is drawn."""
    compiled = loader.rubrics.scorer(units[0].files.first).compiled
    trees, waited = compiled.grades, waited_for(roster, handed, compiled.reader.stage_labels)
    grades = {name: one.grades for name, one in trees.items()}
    settled: dict[str, dict[str, Mapping[str, str]]] = {}
    for stage in dict.fromkeys(one.stage for stages in every for one in stages):
        at = [one for stages in every for one in stages if one.stage == stage]
        if len(at) < len(units) or stage in waited:  # some have not come so far, or are wrong there
            continue
        for path, reached in settled_grades(grades, at).items():
            settled.setdefault(path, {})[stage] = reached
    yield from (replace(unit, grades=settled.get(unit.values.path, {})) for unit in units)
