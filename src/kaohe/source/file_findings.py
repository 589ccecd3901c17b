"""The problems of one file of facts, gathered until all of it has been read."""

from collections.abc import Mapping
from typing import Any

from kaohe.problems import Problem, Problems
from kaohe.source import Document
from kaohe.source.models import nearest


class FileFindings:
    """Gathers the problems of one file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._problems: list[Problem] = []

    def add(self, code: str, path: tuple[str, ...], parameters: Mapping[str, object], *, key: bool = False) -> None:
        line, column = self._document.position(path, key=key)
        keys = () if line else path
        self._problems.append(Problem(code, self._document.path, line, column, parameters, keys=keys))

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._problems)

    def unknown(self, name: str, known: tuple[str, ...], path: tuple[str, ...]) -> None:
        self.add("unknown-key", (*path, name), {"key": name, "nearest": nearest(name, known)}, key=True)

    def keys(self, given: Mapping[str, Any], known: tuple[str, ...], path: tuple[str, ...]) -> None:
        for name in given:
            if name not in known:
                self.unknown(name, known, path)

    def raise_any(self) -> None:
        if self._problems:
            raise Problems(sorted(self._problems, key=lambda problem: (problem.line, problem.column)))
