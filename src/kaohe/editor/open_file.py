"""A file as it stands in an editor, saved or not, with what is known of it however little of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.authoring.cases.case_schema import cases_schema
from kaohe.authoring.schemas import rubric_schema, values_schema
from kaohe.editor.outline.block import outline
from kaohe.editor.outline.parts import Part
from kaohe.editor.schema_walk import SchemaWalk
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problems, Unusable
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.file_kinds import kind_of
from kaohe.submission.fact_files import as_meant
from kaohe.submission.file_keys import WORDS

OF_A_RUBRIC = {
    **dict.fromkeys(("values", "later", "parameters"), values_schema),
    "cases": cases_schema,
}
"""Kinds of files that are written by a schema of their rubric's own."""


@dataclass(frozen=True, slots=True)
class RubricInUse:
    """A sound rubric that a file names, with its file and the schemas of the kinds of files that name it."""

    model: Rubric
    document: Document
    language: Language
    outline: Part
    _walks: dict[str, SchemaWalk] = field(default_factory=dict)

    def walk(self, kind: str) -> SchemaWalk:
        """What may be written in a file of the kind."""
        if kind not in self._walks:
            self._walks[kind] = SchemaWalk(OF_A_RUBRIC[kind](self.model, self.language))
        return self._walks[kind]


@cache
def _of_rubrics(language: Language) -> SchemaWalk:
    return SchemaWalk(rubric_schema(language))


@dataclass(slots=True)
class KnownRubrics:
    """The rubrics that open files name, each loaded once for the content that it has."""

    language: Language
    _loaded: dict[tuple[str, bytes], RubricInUse | None] = field(default_factory=dict)

    def own(self) -> SchemaWalk:
        """The schema of rubrics themselves."""
        return _of_rubrics(self.language)

    def named(self, name: str, beside: Path) -> RubricInUse | None:
        """The rubric of this name, if it can be had."""
        try:
            path = rubric_files.find(name, beside)
            content = source.read(str(path)).content
        except (Unusable, OSError, Problems):
            return None
        key = str(path), content
        if key not in self._loaded:
            self._loaded[key] = self._load(path)
        return self._loaded[key]

    def _load(self, path: Path) -> RubricInUse | None:
        try:
            model, document = rubric_files.load(path)
        except (OSError, Problems):
            return None
        return RubricInUse(model, document, self.language, outline(document.text))


@dataclass
class OpenFile:
    """One text that is being edited."""

    path: str
    text: str
    rubrics: KnownRubrics

    @property
    def language(self) -> Language:
        return self.rubrics.language

    @cached_property
    def outline(self) -> Part:
        return outline(self.text)

    @cached_property
    def kind(self) -> str:
        """What it is, by the keys that it has so far, in whichever words."""
        data: Any = self.outline.data
        return kind_of(as_meant(Document(self.path, data, b"", "", []))) if isinstance(data, Mapping) else "unknown"

    @cached_property
    def rubric(self) -> RubricInUse | None:
        """The rubric that a unit's file names."""
        written = (self.outline.get(key) for key in ("rubric", *WORDS["rubric"])) if self.outline.entries else ()
        name = next((one for one in written if one), "")
        return self.rubrics.named(name, Path(self.path).parent) if name and self.kind in OF_A_RUBRIC else None

    @cached_property
    def walk(self) -> SchemaWalk | None:
        """What may be written in it."""
        if self.kind in OF_A_RUBRIC:
            return self.rubric.walk(self.kind) if self.rubric else None
        own = self.rubrics.own()
        written = {one.key for one in self.outline.entries if one.colon}
        return own if self.kind == "rubric" or written <= own.keys((), {}).keys() else None
