"""Files of cases run: what came of each case, and what of each rubric they have reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kaohe.authoring.cases.case_files import read_file, rubric_of
from kaohe.authoring.cases.coverage import Coverage, CoverageGatherer
from kaohe.authoring.cases.running import Outcome, run
from kaohe.messages import Language
from kaohe.problems import Problem, Problems, unreadable
from kaohe.source import Document
from kaohe.stages.prepared_rubrics import PreparedRubrics


@dataclass(frozen=True, slots=True)
class RanFile:
    """One file of cases; `problems` are those of the file itself and of cases that could not be read."""

    path: str
    rubric: str = ""
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: int = 0
    """How many cases could not be read."""
    remarks: tuple[Problem, ...] = ()
    """What is said of the file though nothing is wrong: how many cases of a workbook nobody has signed."""

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if not one.passed)

    @property
    def signed(self) -> int:
        """How many of its cases somebody has signed."""
        return sum(one.case.signed is not None for one in self.outcomes)


@dataclass(frozen=True, slots=True)
class ReachedRubric:
    """What all cases together have reached of one rubric."""

    path: str
    document: Document
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class CasesRun:
    """A whole run."""

    files: tuple[RanFile, ...]
    rubrics: tuple[ReachedRubric, ...]

    @property
    def passed(self) -> bool:
        return not any(one.failed or one.problems for one in self.files)

    @property
    def outcomes(self) -> Iterator[Outcome]:
        return (outcome for one in self.files for outcome in one.outcomes)

    @property
    def read(self) -> frozenset[Path]:
        """Every file that the run rests on."""
        return frozenset(Path(path) for one in self.files for path in (one.path, one.rubric) if path)


def run_files(paths: Sequence[Path], language: Language) -> CasesRun:
    """Run all cases of these files; what is wrong in one stops no other."""
    run_of = _Run(PreparedRubrics(language, {}), language, {})
    return CasesRun(tuple(run_of.file(path) for path in paths), tuple(run_of.rubrics()))


@dataclass(frozen=True, slots=True)
class _Run:
    """Runs files of cases; `gatherers` are by their rubrics' files."""

    prepared: PreparedRubrics
    language: Language
    gatherers: dict[Path, tuple[Document, CoverageGatherer]]

    def file(self, path: Path) -> RanFile:
        try:
            found = read_file(path, self.prepared)
        except Problems as wrong:
            return RanFile(str(path), problems=wrong.problems)
        except OSError as failed:
            return RanFile(str(path), problems=unreadable(path, failed))
        rubric = rubric_of(found, self.prepared)
        gatherer = self._gatherer(rubric, found.document)
        outcomes = tuple(run(found.cases, partial(self.prepared.scorer, found.document)))
        for one in outcomes:
            gatherer.add(one)
        return RanFile(str(path), str(rubric), outcomes, found.problems, found.unread, found.document.remarks)

    def _gatherer(self, rubric: Path, document: Document) -> CoverageGatherer:
        """That of the rubric's file, whatever it is called from here."""
        scorer = self.prepared.scorer(document)
        made = self.prepared.origin(scorer)[0], CoverageGatherer(scorer.compiled, self.language)
        return self.gatherers.setdefault(rubric.resolve(), made)[1]

    def rubrics(self) -> Iterator[ReachedRubric]:
        for document, gatherer in self.gatherers.values():
            yield ReachedRubric(document.path, document, gatherer.coverage())
