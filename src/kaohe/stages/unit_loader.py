"""How units' files are read: a first one's values by its rubric and the parameters beside it, then its stages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from os.path import dirname
from pathlib import Path
from typing import TYPE_CHECKING

from kaohe.messages import Language
from kaohe.problems import Problem, Problems, naming
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.file_kinds import is_lock, is_table, is_workbook, kind_of
from kaohe.stages.kept import Kept
from kaohe.stages.needed_files import needed_by
from kaohe.stages.prepared_rubrics import Choices, PreparedRubrics, staged
from kaohe.stages.rosters import OneRoster, Rosters
from kaohe.stages.unit_files import UnitFiles, year
from kaohe.stages.unit_stages import Known, UnitStages, UnitState, stage_of
from kaohe.submission import fact_files
from kaohe.submission.given_facts import NOTHING, Common, Given
from kaohe.submission.reader import Values
from kaohe.submission.roster import Roster
from kaohe.submission.roster_facts import roster_facts

if TYPE_CHECKING:
    from kaohe.stages.last_year import LastYear
    from kaohe.stages.unit_workbooks import UnitWorkbooks

OF_SCORES = "workbook-of-scores"
PARAMETERS = "parameters.yaml"
"""The file of facts common to all units of a folder."""


def only_of_scores(problems: Sequence[Problem]) -> bool:
    """Whether all that is wrong with a file is that kaohe has written it: such files may lie among units' own."""
    return bool(problems) and all(one.code == OF_SCORES for one in problems)


@cache
def _folder(name: str) -> Path:
    """The files of a folder share one Path of it: to make one for each takes longer than to look up what it has."""
    return Path(name)


def folder_of(document: Document) -> Path:
    """Where a file lies."""
    return _folder(dirname(document.path))  # noqa: PTH120 - without a Path of the file itself


class CommonParameters:
    """The facts common to all units of a folder, or of the run where one file of them is named."""

    def __init__(self, named: Path | None, rubrics: PreparedRubrics) -> None:
        self._named, self._rubrics = named, rubrics
        self._read = Kept[tuple[Path, str], Common]()

    def of(self, folder: Path, scorer: Scorer) -> Common:
        """What the file gives for a rubric; nothing where the folder has no such file. Raises Problems."""

        def read() -> Common:
            path = self._named or folder / PARAMETERS
            if self._named is None and not path.is_file():
                return NOTHING
            with naming(path):
                document = fact_files.read(str(path))
            self._rubrics.refuse_another_form(document, scorer)
            return scorer.compiled.reader.parameters(document)

        return self._read.get((self._named or folder, scorer.compiled.sha256), read)


@dataclass(frozen=True, slots=True)
class Beside:
    """What units' files are read beside: rosters, and, where numbers are compared with it, what a year before gave."""

    rosters: Rosters | OneRoster = field(default_factory=Rosters)
    before: "LastYear | None" = None


class UnitLoader:
    """Reads units' files with the same readings and, where one is named, the same parameters and the same roster."""

    def __init__(
        self,
        language: Language,
        choices: Choices,
        parameters: Path | None = None,
        beside: Beside | None = None,
        kept: Mapping[str, Path] | None = None,
    ) -> None:
        """`kept` are rubrics by the names that files give them, where they are those of an archive."""
        self.rubrics = PreparedRubrics(language, choices, kept)
        self._beside = beside or Beside()
        self._parameters = CommonParameters(parameters, self.rubrics)
        self._given = Kept[tuple[str, str], Mapping[str, Given]]()

    @cached_property
    def _workbooks(self) -> "UnitWorkbooks":
        from kaohe.stages.unit_workbooks import UnitWorkbooks  # most runs have none

        return UnitWorkbooks(self.rubrics)

    def documents(self, path: str) -> Sequence[Document]:
        """The units' files that a file holds: itself, or each row of a table; a lock holds none.

        Raises Problems, OSError.
        """
        if is_table(path):
            from kaohe.stages.unit_rows import unit_rows  # most runs have no table

            return unit_rows(path, self.rubrics)
        if is_lock(path):
            return []
        if is_workbook(path):
            return self._workbooks.documents(path)
        return [staged(fact_files.read(path), self.rubrics)]

    def read(self, path: str) -> tuple[Scorer, Values]:
        """What scores a unit and its values; raises Problems for its file, its rubric's or its parameters'."""
        return self.values(self.documents(path)[0])

    def values(self, document: Document) -> tuple[Scorer, Values]:
        """The same from a document that has been read."""
        if kind_of(document) == "cases":
            raise Problems([document.problem("cases-for-test", (), {})])
        scorer = self.rubrics.scorer(document)
        with needed_by(document):
            common, own = self.given(folder_of(document), scorer)
        values = scorer.compiled.reader.read(document, common, own.get(str(document.data.get("unit"))))
        before = self._beside.before
        return scorer, values if before is None else before.beside(scorer.compiled, values, document)

    def given(self, folder: Path, scorer: Scorer) -> tuple[Common, Mapping[str, Given]]:
        """What the province's files give for the units of a folder: for all, and for each by its name.

        Raises Problems, OSError.
        """
        common, roster = self._parameters.of(folder, scorer), self._beside.rosters.of(folder)
        return common, self._facts(roster, scorer) if roster else {}

    def official_names(self, folder: Path, written: Iterable[str] = ()) -> Mapping[str, str]:
        """The units' own names by what the roster of a folder calls them, and as they are `written` in another way.

        None where there is no roster.
        """
        roster = self._beside.rosters.of(folder)
        if roster is None:
            return {}
        others = {name: official for name in written if (official := roster.official(name)) is not None}
        return {**others, **roster.official_names()}

    def roster(self, folder: Path) -> Roster | None:
        """That of a folder; raises Problems, OSError."""
        return self._beside.rosters.of(folder)

    def _facts(self, roster: Roster, scorer: Scorer) -> Mapping[str, Given]:
        key = roster.path, scorer.compiled.sha256
        return self._given.get(key, lambda: roster_facts(roster, scorer.compiled.reader))

    def called_officially(self, document: Document) -> tuple[Document, tuple[Problem, ...]]:
        """The document with the name that the roster has for its unit, and what is said where that is another one."""
        roster, data = self._roster_beside(document), document.data
        unit = data.get("unit")
        official = roster.official(unit) if roster and isinstance(unit, str) else None
        if roster is None or official is None or official == unit:
            return document, ()
        told = {"unit": unit, "official": official, "other": roster.path}
        said = replace(document.problem("taken-for-official", ("unit",), told), severity="notice")
        return replace(document, data={**data, "unit": official}), (said,)

    def stranger(self, document: Document) -> Problem | None:
        """A finding for the file of a unit that is not on the roster of its folder."""
        roster = self._roster_beside(document)
        return roster.stranger(document) if roster else None

    def _roster_beside(self, document: Document) -> Roster | None:
        """None also where there is something wrong with it, which is told where its facts are needed."""
        try:
            return self._beside.rosters.of(folder_of(document))
        except (Problems, OSError):
            return None

    def unit(self, files: UnitFiles) -> UnitStages:
        """The stages of a unit, from its documents alone."""
        _, values = self.values(files.first)
        return self.stages(files, values)

    def stages(self, files: UnitFiles, values: Values, known: Known | None = None) -> UnitStages:
        """The stages of a unit whose first file has these values; raises Problems where this file is wrong.

        Where a later file is wrong, its stage and all behind it are left out.
        """
        over_all = known or {}
        reader = self.rubrics.scorer(files.first).compiled.reader
        if values.year is None:
            values = reader.dated(values, _year(reader.stages, files.later))
        first = self.first_state(files.first, values, over_all)
        if not files.later:
            return UnitStages((first,), choices=self.rubrics.choices)
        from kaohe.stages.later_stages import further  # most units have none

        return further(self.rubrics, first, files.later, over_all)

    def first_state(self, document: Document, values: Values, known: Known) -> UnitState:
        """The unit at the stage of its first file."""
        return UnitState(self.rubrics.scorer(document), values, known.get(document.path, {}))


def _year(stages: Sequence[str], later: Sequence[Document]) -> int | None:
    """The year that the unit's first file leaves out and the earliest of the others says."""
    found = [(stage_of(one), year(one)) for one in later]
    known = [(stages.index(stage), one) for stage, one in found if stage in stages and one is not None]
    return min(known)[1] if known else None
