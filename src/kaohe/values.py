"""A unit's indicator file -> its row of typed facts; missing, not applicable and zero stay three things."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.divisions import Undefined
from kaohe.facts import Fact, Layout
from kaohe.indicators import Indicator, Range
from kaohe.kinds import NOT_APPLICABLE, NOT_APPLICABLE_WORDS
from kaohe.loading import nearest
from kaohe.problems import Problem, Problems
from kaohe.quantities import COUNT, LARGEST, NUMBER, POSITIVE, Scalar, Unreadable, shown
from kaohe.rubric import Rubric
from kaohe.scope import SHARED
from kaohe.source import Document

KEYS = ("rubric", "unit", "year", "stage", "indicators", "parameters")
WHOLE_READERS = (COUNT, NUMBER, POSITIVE)
"""What is a whole number above zero is right for all of these as it stands."""
PARAMETER_KEYS = ("rubric", "year", "parameters", "peers")


@dataclass(frozen=True, slots=True)
class Values:
    """What one unit reports. `row` has a place for each raw fact, in the layout's order; None is missing."""

    path: str
    unit: str
    year: int | None
    stage: str
    row: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one indicator goes, and how it is read: `reader` for a single value, `readers` for named fields."""

    start: int
    stop: int
    indicator: Indicator
    optional: bool
    reader: Scalar | None
    readers: Mapping[str, Scalar]


class Reader:
    """Reads the files of one rubric: what may stand where is worked out once for all units."""

    def __init__(self, rubric: Rubric, layout: Layout, optional: frozenset[str], undefined: Undefined) -> None:
        """`optional` are the keys of facts that need not exist for every unit."""
        self.undefined = undefined
        self._stages = tuple(rubric.stages)
        shared = [SHARED] if rubric.shared else []
        self._items: dict[str, dict[str, _Place]] = {item: {} for item in (*shared, *(i.id for _, i in rubric.items()))}
        self._parameters: dict[str, _Place] = {}
        self._empty = [None] * layout.width
        self._years: list[int] = []
        self._peers: dict[str, _Place] = {}
        for fact in layout.facts:
            if fact.indicator.kind == "year":
                self._years.append(fact.start)
                continue
            if fact.indicator.peers is not None:
                self._peers[f"{fact.item}.{fact.id}"] = _place(fact, optional)
                continue
            group = self._items[fact.item] if fact.item else self._parameters
            group[fact.id] = _place(fact, optional)

    def read(self, document: Document, common: Mapping[str, Any] | None = None) -> Values:
        """The unit of a file. `common` are parameters given once for all units, as `parameters` returns them.

        Raises Problems with everything that is wrong in the file.
        """
        data: Any = document.data
        found = _Findings(document)
        unit, year, stage = self._head(data, found)
        row: list[Any] = self._empty.copy()
        for start in self._years:
            row[start] = year
        self._group(row, data.get("parameters"), self._parameters, ("parameters",), found)
        for place, value in (common or {}).items():
            own = value.get(unit) if isinstance(value, dict) else value
            row[int(place)] = own if row[int(place)] is None else row[int(place)]
        self._indicators(row, data.get("indicators"), found)
        found.raise_any()
        self.refuse_undefined(document, row)
        return Values(document.path, unit, year, stage, tuple(row))

    def refuse_undefined(self, document: Document, row: Sequence[Any]) -> None:
        """Raises Problems where a divisor is not above zero and no rule says what then."""
        found = _Findings(document)
        for facts in self.undefined(row):
            labels = "、".join(fact.indicator.label for fact in facts)
            found.add("division-by-zero", _path(facts[0]), {"labels": labels})
        found.raise_any()

    def parameters(self, document: Document) -> Mapping[str, Any]:
        """The facts of a file of parameters, by their place in the row."""
        data: Any = document.data
        found = _Findings(document)
        found.keys(data, PARAMETER_KEYS, ())
        row = self._empty.copy()
        self._group(row, data.get("parameters"), self._parameters, ("parameters",), found)
        self._published(row, data.get("peers"), found)
        found.raise_any()
        return {str(place): value for place, value in enumerate(row) if value is not None}

    def _published(self, row: list[Any], given: Any, found: "_Findings") -> None:
        """Facts over all units, by ITEM.FACT: one value for all, or one for each unit."""
        if given is not None and not isinstance(given, dict):
            found.add("mapping-expected", ("peers",), {"found": shown(given)})
            return
        for name, raw in (given or {}).items():
            place, path = self._peers.get(name), ("peers", name)
            if place is None:
                found.unknown(name, tuple(self._peers), ("peers",))
            elif isinstance(raw, dict):
                row[place.start] = {unit: _values(place, one, (*path, unit), found)[0] for unit, one in raw.items()}
            else:
                (row[place.start],) = _values(place, raw, path, found)

    def _head(self, data: Any, found: "_Findings") -> tuple[str, int | None, str]:
        found.keys(data, KEYS, ())
        unit, year, stage = data.get("unit"), data.get("year"), data.get("stage", "self")
        if not isinstance(unit, str) or not unit.strip():
            found.add("unit-expected", ("unit",), {"found": shown(unit)})
        if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
            found.add("year-expected", ("year",), {"found": shown(year)})
        if stage not in self._stages:
            found.add("not-one-of", ("stage",), {"found": shown(stage), "expected": ", ".join(self._stages)})
        return unit, year, stage

    def _indicators(self, row: list[Any], given: Any, found: "_Findings") -> None:
        if given is None:
            return
        if not isinstance(given, dict):
            found.add("mapping-expected", ("indicators",), {"found": shown(given)})
            return
        if not given.keys() <= self._items.keys():
            found.keys(given, tuple(self._items), ("indicators",))
        for item, facts in self._items.items():
            if item in given:
                self._group(row, given[item], facts, ("indicators", item), found)

    def _group(
        self, row: list[Any], given: Any, places: Mapping[str, _Place], path: tuple[str, ...], found: "_Findings"
    ) -> None:
        if given is None:
            return
        if not isinstance(given, dict):
            found.add("mapping-expected", path, {"found": shown(given)})
            return
        for name, raw in given.items():
            place = places.get(name)
            if place is None:
                found.unknown(name, tuple(places), path)
            elif raw is not None:
                row[place.start : place.stop] = _values(place, raw, (*path, name), found)


def _path(fact: Fact) -> tuple[str, ...]:
    """Where a unit's file has a fact."""
    return ("indicators", fact.item, fact.id) if fact.item else ("parameters", fact.id)


def _place(fact: Fact, optional: frozenset[str]) -> _Place:
    fields, stop = fact.indicator.fields, fact.start + fact.width()
    return _Place(fact.start, stop, fact.indicator, not optional.isdisjoint(fact.keys()), fields.get(""), fields)


def _values(place: _Place, raw: Any, path: tuple[str, ...], found: "_Findings") -> Sequence[Any]:
    """What an indicator puts into the row."""
    width = place.stop - place.start
    if raw in NOT_APPLICABLE_WORDS or (place.indicator.list and raw == {}):
        if not place.optional:
            found.add("must-apply", path, {"label": place.indicator.label})
        return [NOT_APPLICABLE] * width
    if not place.indicator.list:
        return _fields(place, raw, path, found)
    if not isinstance(raw, dict):
        found.add("members-expected", path, {"found": shown(raw), "label": place.indicator.label})
        return [None]
    return [tuple((name, *_fields(place, one, (*path, name), found)) for name, one in raw.items())]


def _fields(place: _Place, raw: Any, path: tuple[str, ...], found: "_Findings") -> Sequence[Any]:
    """The raw fields of one indicator or member; those that are missing or wrong are None."""
    if place.reader is not None:
        return (_scalar(place, place.reader, raw, path, found),)
    readers = place.readers
    if not isinstance(raw, dict):
        if raw is not None:
            found.add("fields-expected", path, {"found": shown(raw), "expected": ", ".join(readers)})
        return (None,) * len(readers)
    if not raw.keys() <= readers.keys():
        found.keys(raw, tuple(readers), path)
    return [_scalar(place, reader, raw.get(name), (*path, name), found) for name, reader in readers.items()]


def _scalar(place: _Place, reader: Scalar, raw: Any, path: tuple[str, ...], found: "_Findings") -> Any:
    if raw is None:
        return None
    if type(raw) is int and reader in WHOLE_READERS and 0 < raw < LARGEST and place.indicator.range is None:
        return raw
    try:
        value = reader.read(raw)
    except Unreadable as wrong:
        found.add(wrong.code, path, {**wrong.parameters, "label": place.indicator.label})
        return None
    if place.indicator.range is not None and isinstance(value, int | Fraction):
        _within(place.indicator.range, raw, value, path, found)
    if place.indicator.kind == "choice" and value not in place.indicator.options:
        found.add("not-one-of", path, {"found": shown(raw), "expected": ", ".join(place.indicator.options)})
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


def _within(span: Range, raw: Any, value: int | Fraction, path: tuple[str, ...], found: "_Findings") -> None:
    """Refuse a number beyond what the rubric allows."""
    low, high = span.from_, span.to
    if (low is not None and value < low.value) or (high is not None and value > high.value):
        sides = {"low": low.text() if low else "…", "high": high.text() if high else "…"}
        found.add("out-of-range", path, {"found": shown(raw), **sides})


class _Findings:
    """Gathers the problems of one file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._problems: list[Problem] = []

    def add(self, code: str, path: tuple[str, ...], parameters: Mapping[str, object], *, key: bool = False) -> None:
        line, column = self._document.position(path, key=key)
        self._problems.append(Problem(code, self._document.path, line, column, parameters))

    def unknown(self, name: str, known: tuple[str, ...], path: tuple[str, ...]) -> None:
        self.add("unknown-key", (*path, name), {"key": name, "nearest": nearest(name, known)}, key=True)

    def keys(self, given: Mapping[str, Any], known: tuple[str, ...], path: tuple[str, ...]) -> None:
        for name in given:
            if name not in known:
                self.unknown(name, known, path)

    def raise_any(self) -> None:
        if self._problems:
            raise Problems(sorted(self._problems, key=lambda problem: (problem.line, problem.column)))
