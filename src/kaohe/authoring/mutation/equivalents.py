"""Mutants that no case can notice, in a file beside the rubric, each with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.authoring.mutation.mutant import Mutant
from kaohe.expr.numbers import shown
from kaohe.problems import Problem, Problems
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.source.file_kinds import EQUIVALENTS

ENDING = ".equivalents.yaml"
KEYS = ("rubric", EQUIVALENTS)
OF_ONE = ("at", "change", "reason")


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Where, what was changed (any change there where nothing is said), and why it makes no difference."""

    at: str
    change: str
    reason: str
    path: tuple[Any, ...]

    def is_of(self, mutant: Mutant) -> bool:
        return self.at == mutant.name and (not self.change or _plainly(self.change) == _plainly(mutant.change))

    def unused(self, document: Document) -> Problem:
        """What is said of it where there is no such mutant, or some case notices it."""
        return document.problem("unused-equivalent", self.path, {"at": self.at, "change": self.change})


def file_beside(rubric: Path) -> Path:
    """Where a rubric's equivalents stand, if it has any."""
    return rubric.with_name(f"{rubric.stem}{ENDING}")


def beside(rubric: Path) -> Document | None:
    """The file of a rubric's equivalents, if it has one; raises Problems, OSError."""
    path = file_beside(rubric)
    return source.read(str(path)) if path.is_file() else None


def read_equivalents(document: Document, names: Sequence[str] = ()) -> tuple[Equivalent, ...]:
    """Those of a file, whose rubric may have these `names`; raises Problems with all that is wrong in it."""
    data: Any = document.data
    found = FileFindings(document)
    found.keys(data, KEYS, ())
    if names and data.get("rubric") not in (None, *names):
        found.add("equivalents-of-another", ("rubric",), {"found": shown(data["rubric"]), "expected": names[0]})
    listed = data.get(EQUIVALENTS)
    if not isinstance(listed, list):
        found.add("equivalents-expected", (EQUIVALENTS,), {"found": shown(listed)})
        listed = []
    several = tuple(_one(raw, (EQUIVALENTS, number), found) for number, raw in enumerate(listed))
    found.raise_any()
    return several


def checked_equivalents(document: Document) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """How many there are, and what is wrong in the file; whether they make no difference is not asked."""
    try:
        return {EQUIVALENTS: len(read_equivalents(document))}, ()
    except Problems as wrong:
        return {}, wrong.problems


def _one(raw: Any, path: tuple[Any, ...], found: FileFindings) -> Equivalent:
    given: dict[str, Any] = raw if isinstance(raw, dict) else {}
    if not isinstance(raw, dict):
        found.add("equivalents-expected", path, {"found": shown(raw)})
    else:
        found.keys(given, OF_ONE, path)
        for key in ("at", "reason"):
            if not _text(given.get(key)):
                found.add("equivalent-incomplete", path, {"key": key})
    return Equivalent(_text(given.get("at")), _text(given.get("change")), _text(given.get("reason")), path)


def _text(raw: Any) -> str:
    return raw.strip() if isinstance(raw, str) else ""


def _plainly(change: str) -> str:
    """Blanks are no part of a change, and an arrow may be written with signs that every keyboard has."""
    return "".join(change.replace("->", "→").split())
