"""The problems of one file of facts, gathered until all of it has been read."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.problems import Problem, Problems
from kaohe.source import Document
from kaohe.source.models import nearest

Known = Mapping[str, str] | tuple[str, ...]
"""The keys that there are, with what people call them if they do."""
FEW = 12
"""So many names are listed with their labels: more would fill the screen."""


def listed(called: Mapping[str, str]) -> str:
    """The names that there are, with what people call them."""
    return ", ".join(f"{name}（{label}）" if label and len(called) <= FEW else name for name, label in called.items())


class FileFindings:
    """Gathers the problems of one file, and what is taken as it is meant."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._problems: list[Problem] = [*document.problems]
        self._taken: list[tuple[str, ...]] = []
        self._doubted: list[Problem] = []

    def add(self, code: str, path: tuple[str, ...], parameters: Mapping[str, object], *, key: bool = False) -> None:
        self._problems.append(self.document.problem(code, path, parameters, key=key))

    def doubt(self, code: str, path: tuple[str, ...], parameters: Mapping[str, object]) -> None:
        """Note what somebody should look at, though the file is read as it stands."""
        self._doubted.append(replace(self.document.problem(code, path, parameters), severity="warning"))

    def take(self, path: tuple[str, ...]) -> None:
        """Note a value that is written in another way than files have it, where no doubt is possible."""
        self._taken.append(path)

    def said(self) -> tuple[Problem, ...]:
        """One sentence on all that was taken so, and what is to be looked at."""
        if not self._taken:
            return tuple(self._doubted)
        lines = sorted({self.document.position(path)[0] for path in self._taken})
        told = {"count": len(self._taken), "lines": "、".join(map(str, lines[:FEW])) + "…" * (len(lines) > FEW)}
        return (Problem("taken-otherwise", self.document.file, parameters=told, severity="notice"), *self._doubted)

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._problems)

    def unknown(self, name: str, known: Known, path: tuple[str, ...], label: str = "") -> None:
        """A key that is not known there: the one of that label or spelt alike is meant, or else all are listed."""
        other = self.document.twice.get((*path, name))
        if other is not None:
            self.add("key-twice", (*path, name), {"key": name, "other": other, "label": label}, key=True)
            return
        called = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
        labelled = {label: one for one, label in called.items() if label}
        meant = labelled.get(name, nearest(name, called))
        parameters = {"key": name, "nearest": meant, "known": "" if meant else listed(called), "label": label}
        self.add("unknown-key", (*path, name), parameters, key=True)

    def keys(self, given: Mapping[str, Any], known: Known, path: tuple[str, ...]) -> None:
        for name in given:
            if name not in known:
                self.unknown(name, known, path)

    def not_one_of(self, raw: object, options: Mapping[str, str], path: tuple[str, ...], label: str = "") -> None:
        """What is none of the names that there are; written as people call one of them, that one is meant."""
        named = {called: name for name, called in options.items()}
        meant = named.get(str(raw), nearest(str(raw), options))
        parameters = {"found": shown(raw), "nearest": meant, "expected": listed(options), "label": label}
        self.add("not-one-of", path, parameters)

    def raise_any(self) -> None:
        if self._problems:
            raise Problems(sorted(self._problems, key=lambda problem: (problem.sheet, problem.line, problem.column)))
