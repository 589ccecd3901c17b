"""Which files belong to one unit: a file with its facts, and those of later stages, whatever they are called."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from os.path import normpath
from pathlib import Path
from typing import Any, get_args

from kaohe.expr.numbers import shown
from kaohe.problems import Problem
from kaohe.rubric.model import StageName
from kaohe.source import Document
from kaohe.source.file_kinds import is_later

STAGES: tuple[str, ...] = get_args(StageName)


@dataclass(slots=True)
class UnitFiles:
    """A unit's first file and those of its later stages."""

    first: Document
    later: list[Document] = field(default_factory=list)


def join(documents: Sequence[Document]) -> tuple[list[UnitFiles], list[Problem]]:
    """The units in the order of their first files, and a finding for each file that belongs to none of them."""
    whole = [document for document in documents if not is_later(_data(document))]
    problems = [found for document in whole if (found := _after_first(document, whole)) is not None]
    units = [UnitFiles(document) for document in whole if document.path not in {one.path for one in problems}]
    for document in documents:
        if not is_later(_data(document)):
            continue
        own = [unit for unit in units if belongs(_data(document), _data(unit.first))]
        if len(own) > 1:  # several forms may lie in one place
            own = [unit for unit in own if form(unit.first) == form(document)] or own
        if len(own) == 1:
            own[0].later.append(document)
        else:
            problems.append(homeless(document, [unit.first.path for unit in own]))
    return units, problems


def belongs(later: Any, first: Any) -> bool:
    """Whether a later file speaks of the unit of another; a year that is not said may be any."""
    years = {year(one) for one in (later, first)} - {None}
    return name(later.get("unit")) == name(first.get("unit")) and len(years) <= 1


def form(document: Document) -> str:
    """What a file's rubric is called wherever it is named from: a shipped id, or the way to a file."""
    name = str(_data(document).get("rubric"))
    return normpath(Path(document.path).parent / name) if name.endswith((".yaml", ".yml")) else name


def year(stated: Any) -> int | None:
    """The year that a file says; what is none is found when the file is read."""
    found = stated.get("year")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def name(unit: Any) -> str:
    """A unit's name as two files may write it differently."""
    return unicodedata.normalize("NFC", str(unit)).strip().casefold()


def _after_first(document: Document, whole: Sequence[Document]) -> Problem | None:
    """A finding for a file with all facts of a unit that another such file has at an earlier stage."""
    data = _data(document)
    earlier = [
        other.path
        for other in whole
        if belongs(data, _data(other)) and year(data) == year(_data(other)) and form(other) == form(document)
        if _stage(other) < _stage(document)
    ]
    if not earlier:
        return None
    line, column = document.position(("stage",))
    parameters = {"unit": shown(data.get("unit")), "other": ", ".join(earlier)}
    return Problem("whole-after-first", document.path, line, column, parameters)


def _stage(document: Document) -> int:
    """The place of a stage in their order; of what is none, the first: it is found when the file is read."""
    stage = _data(document).get("stage", STAGES[0])
    return STAGES.index(stage) if stage in STAGES else 0


def homeless(document: Document, firsts: Sequence[str]) -> Problem:
    """A later stage's file that belongs to no first file, or to several of these, or that names no unit."""
    line, column = document.position(("unit",))
    unit = _data(document).get("unit")
    if not isinstance(unit, str) or not unit.strip():
        return Problem("unit-expected", document.path, line, column, {"found": shown(unit)})
    code = "which-first-file" if firsts else "no-first-file"
    parameters = {"unit": shown(unit), "paths": ", ".join(firsts)}
    return Problem(code, document.path, line, column, parameters)


def _data(document: Document) -> Any:
    return document.data
