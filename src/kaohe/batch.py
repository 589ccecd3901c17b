"""A folder of units' files, scored in several processes; every file has an outcome, good or bad."""

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.intake import PARAMETERS, Intake, unreadable
from kaohe.kinds import NOT_APPLICABLE
from kaohe.messages import Language
from kaohe.peers import over_all
from kaohe.problems import Problems, Unusable
from kaohe.program import Program
from kaohe.sheet import FormHead, Sheet
from kaohe.summary import BadFile, Heading, UnitScore, headings, unit_score
from kaohe.validation import SUFFIXES, kind_of
from kaohe.values import Values

Known = Mapping[str, Mapping[int, Any]]
"""For each unit's file, values by their places in its row."""
Render = Callable[[Sheet, Language], bytes]
LARGEST_CHUNK = 25
SMALL = 16
"""So few files are scored faster than processes start."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every process needs to know. `render` makes a sheet's bytes, where they are wanted.

    `detailed` is whether a summary will want the scores of sections and items. `known` are the facts over all units.
    """

    language: Language
    choices: Mapping[str, str]
    parameters: Path | None
    render: Render | None
    detailed: bool
    known: Known = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that gave a sheet: its scores, the file of its rubric, the sheet as rendered."""

    unit: UnitScore
    rubric: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """What the form says of all units."""

    form: FormHead
    sections: tuple[Heading, ...]
    items: tuple[Heading, ...]
    items_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some files' outcomes, in the files' order."""

    outcomes: tuple[Outcome, ...]
    bad: tuple[BadFile, ...]
    frame: Frame | None


def unit_files(folder: Path) -> list[Path]:
    """The files of the folder itself that may be units'; raises Unusable where there is none."""
    found = sorted(path for suffix in SUFFIXES for path in folder.glob(f"*{suffix}"))
    kept = [path for path in found if path.name != PARAMETERS and not path.name.startswith(".")]
    kept = [path for path in kept if not path.name.endswith(".schema.json")]
    if not kept:
        raise Unusable("no-unit-files", folder=str(folder))
    return kept


def score_files(files: Sequence[Path], task: Task, processes: int) -> Iterator[Chunk]:
    """Chunks in the files' order, as they are done."""
    size = max(1, min(LARGEST_CHUNK, -(-len(files) // (4 * processes))))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    if processes == 1 or len(files) <= SMALL:
        worker = Worker(task)
        yield from map(worker.score, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=_start, initargs=(task,)) as pool:
        yield from pool.map(_score, chunks)


def over_all_units(files: Sequence[Path], task: Task) -> Known:
    """What the rubric computes over all units, for each unit's file; nothing where it computes nothing.

    Nor where a file is wrong, or a unit has two: what is over all units can't be known without one of them.
    """
    intake = Intake(task.language, task.choices, task.parameters)
    found: list[Values] = []
    program: Program | None = None
    for path in files:
        try:
            document = source.read(str(path))
            if kind_of(document) in ("rubric", "parameters"):
                continue
            scorer, values = intake.values(document)
        except (Problems, OSError):
            return {}
        program = program or scorer.program
        if not program.peers:
            return {}
        found.append(values)
    if program is None or len({(one.unit.casefold(), one.stage) for one in found}) < len(found):
        return {}
    return dict(_over_stages(program, {one.path: (one.stage, one.row) for one in found}))


def _over_stages(
    program: Program, rows: Mapping[str, tuple[str, tuple[Any, ...]]]
) -> Iterator[tuple[str, Mapping[int, Any]]]:
    """Units are compared with those of the same stage."""
    for stage in {stage for stage, _ in rows.values()}:
        paths = [path for path, (of, _) in rows.items() if of == stage]
        found: dict[str, dict[int, Any]] = {path: {} for path in paths}
        for fact in program.peers:
            everyone = over_all(fact, [fact.own(rows[path][1]) for path in paths])
            for path, value in zip(paths, everyone, strict=True):
                gone = value is NOT_APPLICABLE and fact.fact.key not in program.optional  # no rule says what then
                if value is not None and not gone and rows[path][1][fact.fact.start] is None:
                    found[path][fact.fact.start] = value
        yield from found.items()


class Worker:
    """One process's part of the work: rubrics are prepared once in each."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._intake = Intake(task.language, task.choices, task.parameters)

    def score(self, files: Sequence[Path]) -> Chunk:
        outcomes: list[Outcome] = []
        bad: list[BadFile] = []
        frame = None
        for path in files:
            try:
                scored = self._sheet(path)
            except Problems as found:
                bad.append(BadFile(str(path), found.problems))
            except OSError as failed:
                bad.append(BadFile(str(path), unreadable(path, failed)))
            else:
                if scored is not None:
                    rubric, sheet = scored
                    frame = frame or Frame(sheet.form, *headings(sheet))
                    outcomes.append(
                        Outcome(unit_score(str(path), sheet, detailed=self._task.detailed), rubric, self._render(sheet))
                    )
        return Chunk(tuple(outcomes), tuple(bad), frame)

    def _sheet(self, path: Path) -> tuple[str, Sheet] | None:
        """A file's rubric and sheet; nothing for a rubric or parameters that lie in the folder."""
        document = source.read(str(path))
        if kind_of(document) in ("rubric", "parameters"):
            return None
        scorer, values = self._intake.values(document)
        known = self._task.known.get(str(path))
        if known:
            row = tuple(known.get(place, value) for place, value in enumerate(values.row))
            scorer.program.reader.refuse_undefined(document, row)
            values = replace(values, row=row)
        return str(self._intake.rubric_path(document)), scorer.score(values)

    def _render(self, sheet: Sheet) -> bytes:
        return self._task.render(sheet, self._task.language) if self._task.render else b""


_worker: Worker


def _start(task: Task) -> None:
    """What a new process does first."""
    global _worker  # noqa: PLW0603 - a process has one worker, and a pool's function can be handed only its chunk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one ends the run
    _worker = Worker(task)


def _score(files: Sequence[Path]) -> Chunk:
    return _worker.score(files)
