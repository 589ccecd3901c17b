"""The rubrics that units' files name, each found, loaded and compiled once for the readings that a run takes."""

from collections.abc import Mapping
from dataclasses import replace
from os.path import dirname
from pathlib import Path
from typing import Any, NamedTuple

from kaohe.expr.numbers import shown
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problem, Problems, Unusable, naming
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.models import nearest
from kaohe.stages.kept import Kept
from kaohe.stages.needed_files import needed_by
from kaohe.submission.fact_files import STAGES, stage_named

Choices = Mapping[str, str]
"""Readings by their full names ITEM.READING, and what each is to be taken as."""


class Prepared(NamedTuple):
    """A rubric's file, the readings taken in it, and what scores by it so."""

    document: Document
    choices: Choices
    scorer: Scorer


class PreparedRubrics:
    """What scores by the rubrics that units' files name, with the same readings taken in all of them."""

    def __init__(self, language: Language, choices: Choices, kept: Mapping[str, Path] | None = None) -> None:
        """`kept` are rubrics by the names that files give them, which are taken instead of what these lead to here."""
        self.language = language
        self.choices = choices
        self._kept = kept or {}
        self._taken = tuple(sorted(choices.items()))
        self._paths: dict[tuple[str, str], Path] = {}
        self._documents = Kept[Path, Document]()
        self._prepared = Kept[tuple[Path, tuple[tuple[str, str], ...]], Prepared]()

    def scorer(self, document: Document, more: Choices | None = None) -> Scorer:
        """What scores by the rubric that a file names; `more` are readings taken besides those of the run.

        Raises Problems, those of the rubric among them.
        """
        path, choices = self.path(document), {**self.choices, **more} if more else self.choices
        with needed_by(document):
            key = path, tuple(sorted(choices.items())) if more else self._taken
            return self._prepared.get(key, lambda: self._prepare(path, choices)).scorer

    def named(self, name: str) -> Scorer:
        """What scores by a shipped rubric, or by a rubric's file; raises Problems, Unusable, OSError."""
        path, choices = rubric_files.find(name, Path()), self.choices
        return self._prepared.get((path, self._taken), lambda: self._prepare(path, choices)).scorer

    def path(self, document: Document) -> Path:
        """The file of the rubric that a unit's file names; raises Problems."""
        name = document.data.get("rubric")
        if not isinstance(name, str):
            return rubric_path(document)
        folder = dirname(document.path)  # noqa: PTH120 - a Path takes longer than all else here
        key = name, folder  # all files of a folder that name one rubric mean the same
        if key not in self._paths:
            self._paths[key] = self._kept.get(name) or rubric_path(document)
        return self._paths[key]

    def _prepare(self, path: Path, choices: Choices) -> Prepared:
        with naming(path):
            document = self._documents.get(path, lambda: rubric_files.sound(path))
        return Prepared(document, choices, scorer_by(document, choices, self.language))

    def refuse_another_form(self, document: Document, scorer: Scorer) -> None:
        """Raises Problems where a file of parameters is about another form than the one that scores its units."""
        if document.data.get("rubric") is None:
            return
        form, expected = self.scorer(document).compiled.rubric.id, scorer.compiled.rubric.id
        if form != expected:
            raise Problems([_problem(document, "parameters-of-other-form", found=form, expected=expected)])

    def origin(self, scorer: Scorer) -> tuple[Document, Choices]:
        """The rubric's file that one of the scorers of here was made from, and the readings taken in it."""
        return next((one.document, one.choices) for one in self._prepared.things() if one.scorer is scorer)


def scorer_by(document: Document, choices: Choices, language: Language) -> Scorer:
    """What scores by a sound rubric with readings taken in it; raises Problems where they clash."""
    return Scorer(compiled_by(document, choices), language, rubric_files.taken_otherwise(document, choices))


def compiled_by(document: Document, choices: Choices) -> CompiledRubric:
    """The same without the words of a language, and without the place of the file."""
    return CompiledRubric(rubric_files.built(document, choices), document.sha256)


def staged(document: Document, rubrics: PreparedRubrics) -> Document:
    """The document with the stage that it means; itself where it names one, or its rubric can't be had."""
    data: Any = document.data
    written = data.get("stage")
    if not isinstance(written, str) or written in STAGES:
        return document
    try:
        labels = rubrics.scorer(document).compiled.rubric.stages
    except (Problems, OSError):  # told when it is read
        return document
    meant = stage_named(written, labels)
    return document if meant == written else replace(document, data={**data, "stage": meant})


def rubric_path(document: Document) -> Path:
    """The file of the rubric that a unit's file names; raises Problems."""
    data: Any = document.data
    name = data.get("rubric")
    if name is None and "sections" in data:
        raise Problems([_problem(document, "unit-file-expected")])
    if not isinstance(name, str):
        code = "missing-key" if name is None else "text-expected"
        raise Problems([_problem(document, code, key="rubric", found=shown(name))])
    try:
        found = rubric_files.find(name, Path(document.path).parent)
    except Unusable as unknown:
        raise Problems([_problem(document, unknown.code, **unknown.parameters)]) from None
    if not _is_file(found):
        near = nearest(found.name, [one.name for one in found.parent.glob("*.y*ml")])
        meant = Path(name).with_name(near).as_posix() if near else ""
        raise Problems([_problem(document, "no-such-rubric-file", found=shown(name), nearest=meant)])
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no file can have so long a name
        return False


def _problem(document: Document, code: str, **parameters: object) -> Problem:
    return document.problem(code, ("rubric",), parameters)
