"""Which files belong to one unit: a file with its facts, and those of later stages, whatever they are called."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from os.path import normpath
from pathlib import Path
from typing import Any, TypeVar, get_args

from kaohe.expr.numbers import shown
from kaohe.problems import Problem
from kaohe.rubric.model import StageName
from kaohe.source import Document
from kaohe.source.file_kinds import is_later, is_workbook
from kaohe.submission.fact_files import usual_label

STAGES: tuple[str, ...] = get_args(StageName)
Named = TypeVar("Named")


@dataclass(slots=True)
class UnitFiles:
    """A unit's first file and those of its later stages."""

    first: Document
    later: list[Document] = field(default_factory=list)


def join(documents: Sequence[Document]) -> tuple[list[UnitFiles], dict[str, Problem]]:
    """The units in the order of their first files, and for each file that belongs to none of them a finding."""
    whole = [document for document in documents if not is_later(document.data)]
    alike = _by_name(whole, _exactly)
    problems = {one.path: found for one in whole if (found := _after_first(one, alike[_exactly(one)])) is not None}
    problems |= {one.path: found for one in whole if (found := _twice(one, alike[_exactly(one)])) is not None}
    units = [UnitFiles(document) for document in whole if document.path not in problems]
    named = _by_name(units, lambda unit: _name(unit.first))
    for document in documents:
        if not is_later(document.data):
            continue
        own = [unit for unit in named.get(_name(document), ()) if _years_agree(document, unit.first)]
        if len(own) > 1:  # names of which only the capitals differ may be two units'
            own = [unit for unit in own if _exactly(unit.first) == _exactly(document)] or own
        if len(own) > 1:  # several forms may lie in one place
            own = [unit for unit in own if _form(unit.first) == _form(document)] or own
        if len(own) == 1:
            own[0].later.append(document)
        else:
            problems[document.path] = _homeless(document, [unit.first.path for unit in own])
    return units, problems


def _by_name(found: Sequence[Named], name_of: Callable[[Named], str]) -> dict[str, list[Named]]:
    """What belongs to units of one name, in its order: in a large folder few files need to be compared."""
    groups: dict[str, list[Named]] = {}
    for one in found:
        groups.setdefault(name_of(one), []).append(one)
    return groups


def _years_agree(document: Document, first: Document) -> bool:
    """Whether two files can be of one year; one that is not said may be any."""
    return len({year(document), year(first)} - {None}) <= 1


def _form(document: Document) -> str:
    """What a file's rubric is called wherever it is named from: a shipped id, or the way to a file."""
    name = str(document.data.get("rubric"))
    return normpath(Path(document.path).parent / name) if name.endswith((".yaml", ".yml")) else name


def year(document: Document) -> int | None:
    """The year that a file says; what is none is found when the file is read."""
    found = document.data.get("year")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def name(unit: Any) -> str:
    """A unit's name as two files may write it differently."""
    return exact_name(unit).casefold()


def exact_name(unit: Any) -> str:
    """A unit's name as it tells units apart."""
    return unicodedata.normalize("NFC", str(unit)).strip()


def _after_first(document: Document, alike: Sequence[Document]) -> Problem | None:
    """A finding for a file with all facts of a unit that another of these has at an earlier stage."""
    earlier = [
        other.path
        for other in alike
        if year(other) == year(document) and _form(other) == _form(document)
        if _stage(other) < _stage(document)
    ]
    if not earlier:
        return None
    parameters = {"unit": shown(document.data.get("unit")), "other": ", ".join(earlier)}
    return document.problem("whole-after-first", ("stage",), parameters)


def _twice(document: Document, alike: Sequence[Document]) -> Problem | None:
    """A finding for a unit's file beside another of the same stage, where either is a workbook: which one holds?"""
    others = [
        other.path
        for other in alike
        if other.path != document.path and is_workbook(document.path) + is_workbook(other.path)
        if (year(other), _stage(other), _form(other)) == (year(document), _stage(document), _form(document))
    ]
    if not others or not _name(document):
        return None
    label = usual_label(STAGES[_stage(document)])
    told = {"unit": shown(document.data.get("unit")), "stage": label, "other": ", ".join(others)}
    return document.problem("unit-twice", ("unit",), told)


def _stage(document: Document) -> int:
    """The place of a stage in their order; of what is none, the first: it is found when the file is read."""
    stage = document.data.get("stage", STAGES[0])
    return STAGES.index(stage) if stage in STAGES else 0


def _homeless(document: Document, firsts: Sequence[str]) -> Problem:
    """A later stage's file that belongs to no first file, or to several of these, or that names no unit."""
    unit = document.data.get("unit")
    if not isinstance(unit, str) or not unit.strip():
        return document.problem("unit-expected", ("unit",), {"found": shown(unit)})
    code = "which-first-file" if firsts else "no-first-file"
    parameters = {"unit": shown(unit), "paths": ", ".join(firsts)}
    return document.problem(code, ("unit",), parameters)


def _exactly(document: Document) -> str:
    return exact_name(document.data.get("unit"))


def _name(document: Document) -> str:
    return name(document.data.get("unit"))
