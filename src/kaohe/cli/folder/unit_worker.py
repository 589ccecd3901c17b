"""One process's part of a batch: files are read and typed, units are scored; each file has an outcome, good or bad."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from kaohe.analysis.evidence_audit import with_evidence
from kaohe.analysis.explaining import with_explanations
from kaohe.analysis.reading_effects import Switches, Totals
from kaohe.messages import Language
from kaohe.problems import Problem, Problems, unreadable
from kaohe.results.dossier import Dossier
from kaohe.results.province_changes import ProvinceChange, province_changes
from kaohe.results.sheet import FormHead
from kaohe.results.summary import BadFile, Heading, UnitScore, headings, unit_score
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.file_kinds import kind_of
from kaohe.stages.last_year import LastYear
from kaohe.stages.needed_files import needs
from kaohe.stages.rosters import OneRoster
from kaohe.stages.scored_dossier import scored
from kaohe.stages.settled_grades import Grades, with_grades
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import Beside, UnitLoader, only_of_scores
from kaohe.stages.unit_stages import Known, UnitStages
from kaohe.stages.unread_files import without_unread
from kaohe.stages.written_scores import unlike_written
from kaohe.submission.reader import Values
from kaohe.submission.roster import Roster

Render = Callable[[Dossier, Language], bytes]
Entry = Path | Document
"""A file that is yet to be read, or a row of a table."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every process needs to know. `render` makes a unit's bytes, where they are wanted.

    `detailed` is whether a summary will want the scores of items and other readings, `evidence` whether the files that
    units name are to be looked at, `explained` whether items that lost points are.
    """

    language: Language
    choices: Mapping[str, str]
    parameters: Path | None
    render: Render | None
    detailed: bool
    evidence: bool = False
    explained: bool = False
    kept: Mapping[str, Path] = field(default_factory=dict)
    """Rubrics by the names that files give them, where they are those of an archive."""
    roster: Roster | None = None
    """It has been read, so that no process needs to."""
    before: LastYear | None = None
    """What the units reported a year before, where their numbers are to be compared with it."""

    def loader(self) -> UnitLoader:
        beside = Beside(OneRoster(self.roster), self.before)
        return UnitLoader(self.language, self.choices, self.parameters, beside, self.kept)


@dataclass(frozen=True, slots=True)
class FirstFile:
    """What a unit's file with its facts says.

    `stages` are those of its form, in their order. Its rubric may have facts over all units (`peers`), and grades that
    hang on all of them (`quotas`).
    """

    values: Values
    stages: tuple[str, ...]
    peers: bool
    quotas: bool

    @property
    def settled(self) -> bool:
        """Whether nothing in the file can turn out wrong any more, whatever others say."""
        return not self.peers and self.values.year is not None


@dataclass(slots=True)
class FilesRead:
    """Some of a folder's files: the units' `documents` in their order, and by path what sound first ones say.

    A rubric or parameters that lie there are counted alone.
    """

    count: int = 0
    documents: list[Document] = field(default_factory=list)
    first: dict[str, FirstFile] = field(default_factory=dict)
    bad: list[BadFile] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    rubrics: dict[str, Path] = field(default_factory=dict)
    """By the names that the files give them."""

    def add(self, others: "FilesRead") -> None:
        self.count += others.count
        self.documents += others.documents
        self.first |= others.first
        self.bad += others.bad
        self.remarks += others.remarks
        self.rubrics |= others.rubrics


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's files, the values of the first one, facts over all units, and the grades that all units have settled."""

    files: UnitFiles
    values: Values
    known: Known
    grades: Grades = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Files of the folder that could not be read: some may be of this unit."""


@dataclass(frozen=True, slots=True)
class ScoredUnit:
    """A unit that was scored: its scores at each stage, the file of its rubric, its sheets as rendered.

    `switched` are its totals under other readings, stage by stage; `changes` are those of all its stages.
    """

    stages: tuple[UnitScore, ...]
    rubric: str
    content: bytes
    switched: tuple[Totals, ...]
    changes: tuple[ProvinceChange, ...]

    @property
    def unit(self) -> UnitScore:
        """The latest stage."""
        return self.stages[-1]

    def until(self, place: int) -> tuple[ProvinceChange, ...]:
        """The changes of the stages up to one of them."""
        reached = {one.stage for one in self.stages[: place + 1]}
        return tuple(change for change in self.changes if change.stage in reached)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the form says of all units."""

    form: FormHead
    sections: tuple[Heading, ...]
    items: tuple[Heading, ...]
    items_of: tuple[int, ...]


@dataclass(slots=True)
class UnitsScored:
    """Some units, in their order; their files are counted."""

    count: int = 0
    outcomes: list[ScoredUnit] = field(default_factory=list)
    bad: list[BadFile] = field(default_factory=list)
    frame: Frame | None = None
    unlike: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)


@contextmanager
def _set_aside(path: str, done: FilesRead) -> Iterator[None]:
    """What is wrong with a file, or with a row of a table, keeps no other from being read."""
    try:
        yield
    except Problems as found:
        if only_of_scores(found.problems):
            done.remarks += [replace(problem, severity="notice") for problem in found.problems]
        else:
            done.bad.append(BadFile(path, found.problems))
    except OSError as failed:
        done.bad.append(BadFile(path, unreadable(Path(path), failed)))


class Worker:
    """Rubrics are prepared once in each process."""

    def __init__(self, task: Task, loader: UnitLoader) -> None:
        self._task = task
        self._loader = loader
        self._ready: dict[Scorer, Switches] = {}

    def read(self, entries: Sequence[Entry]) -> FilesRead:
        done = FilesRead(len(entries))
        for one in entries:
            documents: Sequence[Document] = () if isinstance(one, Path) else (one,)
            if isinstance(one, Path):
                with _set_aside(str(one), done):
                    documents = self._loader.documents(str(one))
            for document in documents:
                with _set_aside(document.path, done):
                    self._read(document, done)
        return done

    def _read(self, document: Document, done: FilesRead) -> None:
        kind = kind_of(document)
        if kind in ("rubric", "parameters"):
            return
        document, said = self._loader.called_officially(document)
        done.remarks += (*document.remarks, *said)
        stranger = self._loader.stranger(document)
        if stranger is not None:
            raise Problems([stranger])
        done.documents.append(document)
        with suppress(Problems):  # told when it is read
            done.rubrics[str(document.data.get("rubric"))] = self._loader.rubrics.path(document)
        if kind != "later":
            scorer, values = self._loader.values(document)
            done.remarks += values.said
            rubric = scorer.compiled.rubric
            quotas = any(grade.shared_out for _, total in rubric.totals() for grade in total.grades)
            one = FirstFile(values, tuple(rubric.stages), bool(scorer.compiled.peers), quotas)
            done.first[document.path] = one
            if one.settled:
                done.documents[-1] = document.head()

    def standings(self, units: Sequence[Unit]) -> list[tuple[UnitScore, ...]]:
        """Each unit's totals and the grades that it may have, stage by stage; nothing of one that is wrong."""
        found: list[tuple[UnitScore, ...]] = []
        for unit in units:
            with suppress(Problems, OSError):
                stages = self._loader.stages(unit.files, unit.values, unit.known)
                found.append(
                    tuple(unit_score(unit.values.path, state.sheet(), sections=False) for state in stages.states)
                )
        return found

    def score(self, units: Sequence[Unit]) -> UnitsScored:
        done = UnitsScored(sum(1 + len(unit.files.later) for unit in units))
        for unit in units:
            try:
                self._score(unit, done)
            except Problems as found:
                done.bad += _all_bad(unit, found.problems)
            except OSError as failed:
                done.bad += _all_bad(unit, unreadable(Path(unit.values.path), failed))
        return done

    def _score(self, unit: Unit, done: UnitsScored) -> None:
        found = without_unread(self._loader.stages(unit.files, unit.values, unit.known), unit.unread)
        dossier = with_grades(scored(found), unit.grades)
        documents = {one.path: one for one in (unit.files.first, *unit.files.later)}
        done.remarks += (one for amendment in found.amendments for one in amendment.said)
        done.unlike += unlike_written(found, dossier, documents)
        done.doubts += found.doubts
        dossier = with_evidence(found, dossier) if self._task.evidence else dossier
        sheets = zip(found.states, dossier.sheets, strict=True)
        detailed = self._task.detailed
        scores = tuple(unit_score(state.values.path, sheet, items=detailed) for state, sheet in sheets)
        done.frame = done.frame or Frame(dossier.sheets[0].form, *headings(dossier.sheets[0]))
        if self._task.explained:
            dossier = with_explanations(found, dossier)
        rubric = str(self._loader.rubrics.path(unit.files.first))
        changes = tuple(province_changes(found.states[0].values.path, dossier))
        done.outcomes.append(ScoredUnit(scores, rubric, self._render(dossier), self._switched(found, dossier), changes))
        done.bad += [BadFile(path, problems) for path, problems in found.bad.items()]

    def _switched(self, unit: UnitStages, dossier: Dossier) -> tuple[Totals, ...]:
        """The totals under other readings, where a summary will want them."""
        if not self._task.detailed:
            return ({},) * len(unit.states)
        stages = zip(unit.states, dossier.sheets, strict=True)
        return tuple(self._switches(one.scorer).totals(one.row, one.values.judgements, sheet) for one, sheet in stages)

    def _switches(self, scorer: Scorer) -> Switches:
        """The alternatives to the readings that a scorer has taken, made ready once."""
        if scorer not in self._ready:
            origin = self._loader.rubrics.origin(scorer)
            self._ready[scorer] = Switches(*origin, scorer.compiled, self._task.language)
        return self._ready[scorer]

    def _render(self, dossier: Dossier) -> bytes:
        return self._task.render(dossier, self._task.language) if self._task.render else b""


def _all_bad(unit: Unit, problems: Sequence[Problem]) -> list[BadFile]:
    """A first file that is wrong after all takes the later ones with it."""
    later = [BadFile(one.path, (needs(one, problems),)) for one in unit.files.later]
    return [BadFile(unit.values.path, tuple(problems)), *later]
