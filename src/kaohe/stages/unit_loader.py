"""Units' files as they come in: each one's rubric, common parameters and values, every rubric prepared once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from kaohe import source
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problem, Problems, Unusable
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.submission.reader import Values

Kept = TypeVar("Kept")
Taken = tuple[Path, tuple[tuple[str, str], ...]]
"""A rubric's file and the readings chosen for it."""
PARAMETERS = "parameters.yaml"
"""The file of facts common to all units of a folder."""


class UnitLoader:
    """Reads units' files with the same readings and, where one is named, the same file of parameters."""

    def __init__(self, language: Language, choices: Mapping[str, str], parameters: Path | None = None) -> None:
        self.language = language
        self.choices = choices
        self._parameters = parameters
        self._rubrics: dict[tuple[str, Path], Path] = {}
        self._scorers: dict[Taken, Scorer | Problems] = {}
        self._documents: dict[Path, Document] = {}
        self._common: dict[tuple[Path, str], Mapping[str, Any] | Problems] = {}

    def read(self, path: str) -> tuple[Scorer, Values]:
        """A unit's values and what scores them; raises Problems for its file, its rubric's or its parameters'."""
        return self.values(source.read(path))

    def values(self, document: Document) -> tuple[Scorer, Values]:
        """The same from a document that has been read."""
        scorer = self.scorer(document)
        with _needed_by(document):
            common = self._common_parameters(Path(document.path).parent, scorer)
        return scorer, scorer.compiled.reader.read(document, common)

    def scorer(self, document: Document, more: Mapping[str, str] | None = None) -> Scorer:
        """What scores by the rubric that a file names; `more` are readings taken besides those of the run."""
        rubric = self.rubric_path(document)
        choices = {**self.choices, **(more or {})}
        key = rubric, tuple(sorted(choices.items()))
        if key not in self._scorers:
            self._scorers[key] = _attempt(lambda: self._prepared(rubric, choices))
        with _needed_by(document):
            return _taken(self._scorers[key])

    def _prepared(self, rubric: Path, choices: Mapping[str, str]) -> Scorer:
        with _named(rubric):
            model, document = rubric_files.load(rubric, choices)
        self._documents[rubric] = document
        return Scorer(CompiledRubric(model, document.sha256), self.language)

    def origin(self, scorer: Scorer) -> tuple[Document, Mapping[str, str]]:
        """The rubric's file that one of the scorers of here was made from, and the readings taken in it."""
        rubric, choices = next(key for key, one in self._scorers.items() if one is scorer)
        return self._documents[rubric], dict(choices)

    def rubric_path(self, document: Document) -> Path:
        """The file of the rubric that a unit's file names."""
        data: Any = document.data
        name = data.get("rubric")
        if name is None and "sections" in data:
            raise Problems([_problem(document, "unit-file-expected")])
        if not isinstance(name, str):
            raise Problems(
                [_problem(document, "missing-key" if name is None else "text-expected", key="rubric", found=name)]
            )
        named = name, Path(document.path).parent
        if named not in self._rubrics:
            self._rubrics[named] = _find(document, *named)
        return self._rubrics[named]

    def _common_parameters(self, folder: Path, scorer: Scorer) -> Mapping[str, Any]:
        path = self._parameters or folder / PARAMETERS
        key = path, scorer.compiled.sha256
        if key not in self._common:
            there = self._parameters is not None or path.is_file()
            read = scorer.compiled.reader.parameters
            with _named(path):
                self._common[key] = _attempt(lambda: read(source.read(str(path)))) if there else {}
        return _taken(self._common[key])


def unreadable(path: Path, failed: OSError) -> tuple[Problem, ...]:
    """The findings for a file, the unit's or one that it needs, that can't be read at all."""
    found = Problem("unreadable-file", str(failed.filename or path), parameters={"detail": failed.strerror})
    return (found,) if found.path == str(path) else (found, needs(str(path), [found]))


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Where reading breaks off, the system does not say in which file."""
    try:
        yield
    except OSError as failed:
        raise OSError(failed.errno, failed.strerror, str(path)) from failed


@contextmanager
def _needed_by(document: Document) -> Iterator[None]:
    """Where a file rests on another that is unsound, both are named."""
    try:
        yield
    except Problems as found:
        raise Problems([*found.problems, needs(document.path, found.problems)]) from None


def needs(path: str, problems: Iterable[Problem]) -> Problem:
    """What a file lacks that rests on others in which these problems are."""
    others = dict.fromkeys(problem.path for problem in problems)
    return Problem("needs-other", path, parameters={"other": ", ".join(others)})


def _attempt(work: Callable[[], Kept]) -> Kept | Problems:
    """What is common to many units is read once, also where it is unsound."""
    try:
        return work()
    except Problems as found:
        return found


def _taken(kept: Kept | Problems) -> Kept:
    if isinstance(kept, Problems):
        raise Problems(kept.problems)
    return kept


def _find(document: Document, name: str, folder: Path) -> Path:
    try:
        found = rubric_files.find(name, folder)
    except Unusable as unknown:
        raise Problems([_problem(document, unknown.code, **unknown.parameters)]) from None
    if not found.is_file():
        raise Problems([_problem(document, "no-such-rubric-file", found=name)])
    return found


def _problem(document: Document, code: str, **parameters: object) -> Problem:
    line, column = document.position(("rubric",))
    return Problem(code, document.path, line, column, parameters)
