"""A folder of units' files, scored in several processes; every file has an outcome, good or bad."""

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.analysis import evidence_audit
from kaohe.analysis.reading_effects import Switches, Totals
from kaohe.authoring.validation import SUFFIXES
from kaohe.messages import Language
from kaohe.problems import Problems, Unusable
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import FormHead
from kaohe.results.summary import BadFile, Heading, UnitScore, headings, unit_score
from kaohe.scoring.scorer import Scorer
from kaohe.source.file_kinds import is_later, kind_of
from kaohe.stages.dossier_builder import assemble
from kaohe.stages.unit_loader import PARAMETERS, UnitLoader, unreadable
from kaohe.stages.unit_stages import Known, UnitStages

Render = Callable[[Dossier, Language], bytes]
Files = tuple[Path, ...]
"""The files of one unit: that with its facts, then those of later stages."""
LARGEST_CHUNK = 25
SMALL = 16
"""So few files are scored faster than processes start."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every process needs to know. `render` makes a unit's bytes, where they are wanted.

    `detailed` is whether a summary will want the scores of sections and items, `evidence` whether the files that units
    name are to be looked at. `known` are the facts over all units.
    """

    language: Language
    choices: Mapping[str, str]
    parameters: Path | None
    render: Render | None
    detailed: bool
    evidence: bool = False
    known: Known = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScoredUnit:
    """A unit that was scored: its scores at each stage, the file of its rubric, its sheets as rendered.

    `switched` are its totals under other readings, stage by stage.
    """

    stages: tuple[UnitScore, ...]
    rubric: str
    content: bytes
    switched: tuple[Totals, ...]

    @property
    def unit(self) -> UnitScore:
        """The latest stage."""
        return self.stages[-1]


@dataclass(frozen=True, slots=True)
class LaterFile:
    """A later stage's file, which is of no use without the unit's first one."""

    path: str
    unit: object
    year: object


@dataclass(frozen=True, slots=True)
class Frame:
    """What the form says of all units."""

    form: FormHead
    sections: tuple[Heading, ...]
    items: tuple[Heading, ...]
    items_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some units' outcomes, in the files' order; what of later stages was met alone is to be scored again."""

    outcomes: tuple[ScoredUnit, ...]
    bad: tuple[BadFile, ...]
    later: tuple[LaterFile, ...]
    frame: Frame | None

    @property
    def files(self) -> int:
        return len(self.outcomes) + len(self.bad) + len(self.later)


def unit_files(folder: Path) -> list[Path]:
    """The files of the folder itself that may be units'; raises Unusable where there is none."""
    found = sorted(path for suffix in SUFFIXES for path in folder.glob(f"*{suffix}"))
    kept = [path for path in found if path.name != PARAMETERS and not path.name.startswith(".")]
    kept = [path for path in kept if not path.name.endswith(".schema.json")]
    if not kept:
        raise Unusable("no-unit-files", folder=str(folder))
    return kept


def score_units(units: Sequence[Files], task: Task, processes: int) -> Iterator[Chunk]:
    """Chunks in the units' order, as they are done."""
    size = max(1, min(LARGEST_CHUNK, -(-len(units) // (4 * processes))))
    chunks = [units[start : start + size] for start in range(0, len(units), size)]
    if processes == 1 or len(units) <= SMALL:
        worker = Worker(task)
        yield from map(worker.score, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=_start, initargs=(task,)) as pool:
        yield from pool.map(_score, chunks)


class Worker:
    """One process's part of the work: rubrics are prepared once in each."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._intake = UnitLoader(task.language, task.choices, task.parameters)
        self._ready: dict[Scorer, Switches] = {}

    def score(self, units: Sequence[Files]) -> Chunk:
        done = _Done()
        for files in units:
            try:
                self._unit(files, done)
            except Problems as found:
                done.bad.append(BadFile(str(files[0]), found.problems))
            except OSError as failed:
                done.bad.append(BadFile(str(files[0]), unreadable(files[0], failed)))
        return Chunk(tuple(done.outcomes), tuple(done.bad), tuple(done.later), done.frame)

    def _unit(self, files: Files, done: "_Done") -> None:
        """One unit's files; a rubric or parameters that lie in the folder are none."""
        first, *later = [source.read(str(path)) for path in files]
        if kind_of(first) in ("rubric", "parameters"):
            return
        data: Any = first.data
        if is_later(data):
            done.later.append(LaterFile(first.path, data.get("unit"), data.get("year")))
            return
        unit = assemble(self._intake, first, later, self._task.known)
        dossier = evidence_audit.dossier(unit) if self._task.evidence else unit.dossier
        rubric = str(self._intake.rubric_path(first))
        sheets = zip(unit.states, dossier.sheets, strict=True)
        detailed = self._task.detailed
        scores = tuple(unit_score(state.values.path, sheet, detailed=detailed) for state, sheet in sheets)
        done.frame = done.frame or Frame(dossier.last.form, *headings(dossier.last))
        done.outcomes.append(ScoredUnit(scores, rubric, self._render(dossier), self._switched(unit, dossier)))
        done.bad += [BadFile(path, problems) for path, problems in unit.bad.items()]

    def _switched(self, unit: UnitStages, dossier: Dossier) -> tuple[Totals, ...]:
        """The totals under other readings, where a summary will want them."""
        if not self._task.detailed:
            return ()
        stages = zip(unit.states, dossier.sheets, strict=True)
        return tuple(self._switches(one.scorer).totals(one.row, one.values.judgements, sheet) for one, sheet in stages)

    def _switches(self, scorer: Scorer) -> Switches:
        """The alternatives to the readings that a scorer has taken, made ready once."""
        if scorer not in self._ready:
            self._ready[scorer] = Switches(*self._intake.origin(scorer), scorer.compiled, self._task.language)
        return self._ready[scorer]

    def _render(self, dossier: Dossier) -> bytes:
        return self._task.render(dossier, self._task.language) if self._task.render else b""


@dataclass(slots=True)
class _Done:
    """What a chunk has given so far."""

    outcomes: list[ScoredUnit] = field(default_factory=list)
    bad: list[BadFile] = field(default_factory=list)
    later: list[LaterFile] = field(default_factory=list)
    frame: Frame | None = None


_worker: Worker


def _start(task: Task) -> None:
    """What a new process does first."""
    global _worker  # noqa: PLW0603 - a process has one worker, and a pool's function can be handed only its chunk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one ends the run
    _worker = Worker(task)


def _score(units: Sequence[Files]) -> Chunk:
    return _worker.score(units)
