"""What the processes of a batch hand each other: the task, files as they were read, units as they were scored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.analysis.reading_effects import Totals
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.results.dossier import Dossier
from kaohe.results.province_changes import ProvinceChange
from kaohe.results.sheet import FormHead
from kaohe.results.summary import BadFile, Heading, UnitScore
from kaohe.source import Document
from kaohe.stages.last_year import LastYear
from kaohe.stages.rosters import OneRoster
from kaohe.stages.settled_grades import Grades
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import Beside, UnitLoader
from kaohe.stages.unit_stages import Known
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

    @property
    def told(self) -> bool:
        """Whether words are wanted of why points were lost: a summary alone says none."""
        return self.render is not None or self.explained

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
    scored: dict[str, "UnitsScored"] = field(default_factory=dict)
    """By path the units of first files scored as they were read: right where no other file bears on them."""

    def add(self, others: "FilesRead") -> None:
        self.count += others.count
        self.documents += others.documents
        self.first |= others.first
        self.bad += others.bad
        self.remarks += others.remarks
        self.rubrics |= others.rubrics
        self.scored |= others.scored


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's files, the values of the first one, facts over all units, and the grades that all units have settled."""

    files: UnitFiles
    values: Values
    known: Known
    grades: Grades = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Files of the folder that could not be read and seem to be of this unit."""

    @property
    def alone(self) -> bool:
        """Whether its first file is all that it is scored by."""
        return not (self.files.later or self.known or self.grades or self.unread)


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
