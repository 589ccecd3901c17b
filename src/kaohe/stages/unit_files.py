"""Which files belong to one unit: a file with its facts, and those of later stages, whatever they are called."""

import unicodedata
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
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
One = TypeVar("One")
Key = TypeVar("Key", bound=Hashable)
About = tuple[str, int | None, str, int]
MOST = 12
"""So many others are named."""


@dataclass(slots=True)
class UnitFiles:
    """A unit's first file and those of its later stages."""

    first: Document
    later: list[Document] = field(default_factory=list)


def join(documents: Sequence[Document]) -> tuple[list[UnitFiles], dict[str, Problem]]:
    """The units in the order of their first files, and for each file that belongs to none of them a finding."""
    whole = [document for document in documents if not is_later(document.data)]
    alike = together(whole, _about)
    problems = {one.path: found for one in whole if (found := _after_first(one, alike)) is not None}
    books = together([one for one in whole if is_workbook(one.path)], _about)
    problems |= {
        one.path: found
        for one in whole
        if (found := _twice(one, alike if is_workbook(one.path) else books)) is not None
    }
    units = [UnitFiles(document) for document in whole if document.path not in problems]
    named = together(units, lambda unit: _name(unit.first))
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


def together(found: Sequence[One], about: Callable[[One], Key]) -> dict[Key, list[One]]:
    """What is about the same, in its order: in a large folder few files need to be compared."""
    groups: dict[Key, list[One]] = {}
    for one in found:
        groups.setdefault(about(one), []).append(one)
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


def _about(document: Document) -> About:
    """What one file alone may say: a unit's stage in a year, by a form."""
    return _exactly(document), year(document), _form(document), _stage(document)


def _after_first(document: Document, alike: Mapping[About, Sequence[Document]]) -> Problem | None:
    """A finding for a file with all facts of a unit that another of these has at an earlier stage."""
    unit, of, form, stage = _about(document)
    earlier = [other.path for before in range(stage) for other in alike.get((unit, of, form, before), ())]
    if not earlier:
        return None
    parameters = {"unit": shown(document.data.get("unit")), "other": ", ".join(earlier[:MOST])}
    return document.problem("whole-after-first", ("stage",), parameters)


def _twice(document: Document, among: Mapping[About, Sequence[Document]]) -> Problem | None:
    """A finding for a unit's file beside another of the same stage, where either is a workbook: which one holds?"""
    others = (one.path for one in among.get(_about(document), ()) if one.path != document.path)
    named = [*islice(others, MOST)]
    if not named or not _name(document):
        return None
    label = usual_label(STAGES[_stage(document)])
    told = {"unit": shown(document.data.get("unit")), "stage": label, "other": ", ".join(named)}
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
    parameters = {"unit": shown(unit), "paths": ", ".join(firsts[:MOST])}
    return document.problem(code, ("unit",), parameters)


def _exactly(document: Document) -> str:
    return exact_name(document.data.get("unit"))


def _name(document: Document) -> str:
    return name(document.data.get("unit"))
