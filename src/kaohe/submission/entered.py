"""What one workbook has given so far: its data with their cells, what is wrong, what was taken and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaohe.formulas.indicators import Indicator
from kaohe.problems import Problem, Severity
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.cell_text import accepted
from kaohe.submission.typed_cell import PERCENT, doubted_percent, typed

Path = tuple[str, ...]
MOST = 12
"""So many cells are named of one kind."""


@dataclass(slots=True)
class Entered:
    """Gathers it; `path` is the workbook's."""

    path: str
    since_1904: bool
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str | int, ...], CellPlace] = field(default_factory=dict)
    findings: list[Problem] = field(default_factory=list)
    said: list[Problem] = field(default_factory=list)
    taken: dict[str, list[CellPlace]] = field(default_factory=dict)

    def put(self, path: Path, value: Any, place: CellPlace) -> None:
        """Put a value into the data, and its place and that of what it is the first of into the places."""
        data, *steps = self.data, *path
        for step in steps[:-1]:
            data = data.setdefault(step, {})
        data[steps[-1]] = value
        self.at(path, place)

    def at(self, path: Path, place: CellPlace) -> None:
        for length in range(1, len(path)):
            self.places.setdefault(path[:length], place)
        self.places[path] = place

    def add(self, code: str, place: CellPlace, **told: object) -> None:
        self.findings.append(self._problem(code, place, told, "error"))

    def say(self, code: str, place: CellPlace, **told: object) -> None:
        """Say what is nothing wrong."""
        self.said.append(self._problem(code, place, told, "notice"))

    def warn(self, code: str, place: CellPlace, **told: object) -> None:
        self.said.append(self._problem(code, place, told, "warning"))

    def _problem(self, code: str, place: CellPlace, told: Mapping[str, object], severity: Severity) -> Problem:
        return Problem(code, self.path, place.row, place.column, told, severity, sheet=place.sheet)

    def value(self, cell: Cell | None, place: CellPlace, indicator: Indicator, reader: str, label: str) -> Any:
        """What a cell says, None where it is empty or wrong."""
        found = typed(cell, indicator, reader, since_1904=self.since_1904)
        if found.refused:
            self.add(found.refused, place, label=label, **found.told)
        if found.taken and accepted(found.value, indicator, reader):
            self.taken.setdefault(found.taken, []).append(place)
        meant = doubted_percent(found.value) if reader == PERCENT else ""
        if meant:
            self.warn("percent-doubted", place, label=label, found=found.value, expected=meant)
        return found.value

    def remarks(self) -> Iterator[Problem]:
        """What is said of the workbook, what was taken as one sentence for each way."""
        for way, places in self.taken.items():
            told = {"count": len(places), "cells": named(places)}
            yield Problem(f"taken-{way}", self.path, parameters=told, severity="notice")
        yield from self.said


def named(places: list[CellPlace]) -> str:
    """Cells by their names, each sheet once: `指标填报!E17、E20、名单 1.3!B5`."""
    sheet, found = "", []
    for place in places[:MOST]:
        found.append(place.name if place.sheet != sheet else place.name.rpartition("!")[2])
        sheet = place.sheet
    return "、".join(found) + "…" * (len(places) > MOST)
