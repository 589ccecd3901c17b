"""Which files belong to one unit: a file with its facts, and those of later stages, whatever they are called."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kaohe.problems import Problem
from kaohe.quantities import shown
from kaohe.revisions import is_later
from kaohe.source import Document


@dataclass(slots=True)
class Unit:
    """A unit's first file and those of its later stages."""

    first: Document
    later: list[Document] = field(default_factory=list)


def join(documents: Sequence[Document]) -> tuple[list[Unit], list[Problem]]:
    """The units in the order of their first files, and a finding for each later file that belongs to none of them."""
    units = [Unit(document) for document in documents if not is_later(_data(document))]
    problems = []
    for document in documents:
        if not is_later(_data(document)):
            continue
        own = [unit for unit in units if belongs(_data(document), _data(unit.first))]
        if len(own) == 1:
            own[0].later.append(document)
        else:
            problems.append(homeless(document, [unit.first.path for unit in own]))
    return units, problems


def belongs(later: Any, first: Any) -> bool:
    """Whether a later file speaks of the unit of another; a year that is not said may be any."""
    years = {year(one) for one in (later, first)} - {None}
    return name(later.get("unit")) == name(first.get("unit")) and len(years) <= 1


def year(stated: Any) -> int | None:
    """The year that a file says; what is none is found when the file is read."""
    found = stated.get("year")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def name(unit: Any) -> str:
    """A unit's name as two files may write it differently."""
    return unicodedata.normalize("NFC", str(unit)).strip().casefold()


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
