"""Several files of one stage as one document: what is said of a part of it is said of the file in which that stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaohe.problems import Problem
from kaohe.source import Document
from kaohe.source.yaml.places import Step


@dataclass(frozen=True, slots=True)
class JointDocument(Document):
    """Its data are the first file's, whose rubric all of them share."""

    parts: tuple[Document, ...]

    def owner(self, path: Sequence[Step]) -> Document:
        """The file in which most of a path stands; the first where several have as much of it."""
        return max(self.parts, key=lambda one: _reached(one, path))

    def problem(
        self, code: str, path: tuple[Step, ...], parameters: Mapping[str, object], *, key: bool = False
    ) -> Problem:
        return self.owner(path).problem(code, path, parameters, key=key)


def joint(parts: Sequence[Document]) -> JointDocument:
    first = parts[0]
    return JointDocument(first.path, first.data, first.content, first.text, first.starts, tuple(parts))


def parts_of(document: Document) -> tuple[Document, ...]:
    """The files of a stage."""
    return document.parts if isinstance(document, JointDocument) else (document,)


def _reached(document: Document, path: Sequence[Step]) -> int:
    """How many steps of a path lead somewhere in a file."""
    found = document.data
    for count, step in enumerate(path):
        if not isinstance(found, Mapping) or step not in found:
            return count
        found = found[step]
    return len(path)
