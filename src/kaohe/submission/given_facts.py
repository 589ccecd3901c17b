"""What the province's files give for units, parameters and what a roster says: no file of a unit may differ from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.formulas.scope import PARAMETERS
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.submission.answers import Place
from kaohe.submission.stray_keys import INDICATORS


@dataclass(frozen=True, slots=True)
class GivenFact:
    """One value, None where the file could give it and does not; `told` is how people write it, `path` the file."""

    value: Any
    told: str = field(compare=False)
    path: str


Given = Mapping[int, GivenFact]
"""By their places in the row."""


@dataclass(frozen=True, slots=True)
class Common:
    """What a file of parameters gives: the year that it is about, parameters, facts over all units that are known.

    `peers` are by their places in the row, one value for all or one for each unit by its name.
    """

    path: str = ""
    year: int | None = None
    parameters: Given = field(default_factory=dict)
    peers: Mapping[int, Any] = field(default_factory=dict)

    def check_year(self, year: object, found: FileFindings) -> None:
        """Whether a unit's file is of the same year, where both say one."""
        if None not in (year, self.year) and year != self.year:
            told = {"found": shown(year), "expected": self.year, "other": self.path}
            found.add("year-of-parameters", ("year",), told)

    def fill(self, row: list[Any], unit: str) -> None:
        """Put facts over all units where the row has none."""
        for place, value in self.peers.items():
            row[place] = value.get(unit) if isinstance(value, dict) else value


NOTHING = Common()


def read_year(data: Mapping[str, Any], found: FileFindings) -> int | None:
    """The year that a file says."""
    year = data.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        found.add("year-expected", ("year",), {"found": shown(year)})
    return year


def given_by(document: Document, places: Mapping[str, Place], row: list[Any]) -> Given:
    """All parameters as a file gives them that has been read into the row; nothing where it gives none at all."""
    raw = document.data.get(PARAMETERS)
    if not isinstance(raw, dict) or all(value is None for value in raw.values()):
        return {}
    return {
        at: GivenFact(row[at], told(place, at, row[at], raw.get(name)), document.file)
        for name, place in places.items()
        for at in range(place.start, place.stop)
    }


def told(place: Place, at: int, value: Any, raw: Any) -> str:
    """A value as people write it."""
    if place.indicator.kind == "choice":
        return place.indicator.options.get(value, shown(raw))
    fields = [*place.readers]
    return shown(raw.get(fields[at - place.start]) if isinstance(raw, dict) and len(fields) > 1 else raw)


def take(given: Given, row: list[Any], groups: Mapping[str, Mapping[str, Place]], found: FileFindings) -> None:
    """Put what is given into the row of a unit's file; what the file says otherwise is found at its place."""
    for at, one in given.items():
        if row[at] is not None and row[at] != one.value:
            _refuse(at, row[at], one, groups, found)
        row[at] = one.value


def _refuse(
    at: int, value: Any, one: GivenFact, groups: Mapping[str, Mapping[str, Place]], found: FileFindings
) -> None:
    for group, places in groups.items():
        for name, place in places.items():
            if place.start <= at < place.stop:
                path = (group, name) if group == PARAMETERS else (INDICATORS, group, name)
                raw: Any = found.document.data
                for step in path:
                    raw = raw[step]
                found.add(*differing(one, (*path, *_field(place, at, raw)), place, told(place, at, value, raw)))


def _field(place: Place, at: int, raw: Any) -> tuple[str, ...]:
    return ([*place.readers][at - place.start],) if isinstance(raw, dict) and len(place.readers) > 1 else ()


def differing(
    one: GivenFact, path: tuple[str, ...], place: Place, found: str
) -> tuple[str, tuple[str, ...], Mapping[str, object]]:
    """The finding that a unit's file says another value than the one given, for `FileFindings.add`."""
    code = "given-nowhere" if one.value is None else "given-differs"
    return code, path, {"label": place.called, "found": found, "expected": one.told, "other": one.path}
