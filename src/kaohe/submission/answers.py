"""How one answer in a file of facts is read: what an indicator may be, and what it puts into the unit's row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import COUNT, LARGEST, NUMBER, Number, Scalar, Unreadable, int_if_whole, shown
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.source.file_findings import FileFindings

WHOLE_READERS = (COUNT, NUMBER)
"""What is a whole number above zero is right for all of these as it stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one indicator goes, and how it is read: `reader` for a single value, `readers` for named fields."""

    start: int
    stop: int
    indicator: Indicator
    optional: bool
    reader: Scalar | None
    readers: Mapping[str, Scalar]


def place_of(fact: Fact, optional: frozenset[str]) -> Place:
    fields, stop = fact.indicator.fields, fact.start + fact.width()
    return Place(fact.start, stop, fact.indicator, not optional.isdisjoint(fact.keys()), fields.get(""), fields)


def answer(place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> Sequence[Any]:
    """What an indicator puts into the row."""
    width = place.stop - place.start
    if raw in NOT_APPLICABLE_WORDS:
        if not place.optional:
            found.add("must-apply", path, {"label": place.indicator.label})
        return [NOT_APPLICABLE] * width
    if not place.indicator.list:
        return fields(place, raw, path, found)
    if raw == []:
        return [()]
    if not isinstance(raw, dict):
        found.add("members-expected", path, {"found": shown(raw), "label": place.indicator.label})
        return [None]
    return [tuple((name, *fields(place, one, (*path, name), found)) for name, one in raw.items())]


def fields(place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> Sequence[Any]:
    """The raw fields of one indicator or member; those that are missing or wrong are None."""
    if place.reader is not None:
        return (scalar(place, place.reader, raw, path, found),)
    readers = place.readers
    if not isinstance(raw, dict):
        if raw is not None:
            expected = ", ".join(f"{name}: …" for name in readers)
            found.add(
                "fields-expected",
                path,
                {"found": shown(raw), "expected": expected, "label": place.indicator.label},
            )
        return (None,) * len(readers)
    if not raw.keys() <= readers.keys():
        labels = {str(name): label for name, label in place.indicator.labels.items()}
        found.keys(raw, {name: labels.get(name, "") for name in readers}, path)
    return [scalar(place, reader, raw.get(name), (*path, name), found) for name, reader in readers.items()]


def scalar(place: Place, reader: Scalar, raw: Any, path: tuple[str, ...], found: FileFindings) -> Any:
    if raw is None:
        return None
    if type(raw) is int and reader in WHOLE_READERS and 0 < raw < LARGEST and place.indicator.range is None:
        return raw
    try:
        value = reader.read(raw)
    except Unreadable as wrong:
        found.add(wrong.code, path, {**wrong.parameters, "label": place.indicator.label})
        return None
    if isinstance(value, int | Fraction):
        _within(place.indicator, raw, value, path, found)
    if place.indicator.kind == "choice" and value not in place.indicator.options:
        found.not_one_of(raw, place.indicator.options, path, place.indicator.label)
    return int_if_whole(value) if type(value) is Fraction else value


def _within(indicator: Indicator, raw: Any, value: Number, path: tuple[str, ...], found: FileFindings) -> None:
    """Refuse a number beyond what the rubric allows."""
    span = indicator.range
    if span is not None and not span.holds(value):
        low, high = span.from_, span.to
        sides = {"low": low.text() if low else "…", "high": high.text() if high else "…"}
        found.add("out-of-range", path, {"found": shown(raw), "label": indicator.label, **sides})
