"""How one answer in a file of facts is read: what an indicator may be, and what it puts into the unit's row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import COUNT, FLAG, LARGEST, NUMBER, Number, Scalar, Unreadable, int_if_whole, shown
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.source.file_findings import FileFindings
from kaohe.submission.cell_text import read_fact
from kaohe.submission.inline_papers import without_papers
from kaohe.submission.word_mends import ZEROS, word_mend

AS_IT_STANDS: Mapping[type, tuple[Scalar, ...]] = {int: (COUNT, NUMBER), bool: (FLAG,)}
"""The readers for which a whole number of zero or more, or a truth value, is right as it stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one indicator goes, and how it is read: `reader` for a single value, `readers` for named fields."""

    start: int
    stop: int
    indicator: Indicator
    optional: bool
    reader: Scalar | None
    readers: Mapping[str, Scalar]
    parts: "Mapping[str, Place]"
    """Of a record, how each of its facts is read."""
    item: str = ""
    """The title of the item in which it is asked for."""
    number: str = ""
    """The item's number on the form."""

    @property
    def called(self) -> str:
        """Its label after the number of its item."""
        return f"{self.number} {self.indicator.label}".strip()


def place_of(fact: Fact, optional: frozenset[str], item: str) -> Place:
    """`item` is the title of the fact's item."""
    stop, may_be_gone = fact.start + fact.width(), not optional.isdisjoint(fact.keys())
    place = _place(fact.indicator, fact.start, stop, optional=may_be_gone)
    parts = {name: replace(part, number=fact.number) for name, part in place.parts.items()}
    return replace(place, item=item, number=fact.number, parts=parts)


def _place(indicator: Indicator, start: int, stop: int, *, optional: bool) -> Place:
    fields = indicator.fields
    parts = {name: _place(one, 0, 0, optional=False) for name, one in indicator.inside.items()}
    return Place(start, stop, indicator, optional, fields.get(""), fields, parts)


def answer(place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> Sequence[Any]:
    """What an indicator puts into the row."""
    width = place.stop - place.start
    if isinstance(raw, dict) and not place.indicator.list:
        raw = without_papers(raw, {*place.readers, *place.parts}, place.called, path, found)
    if raw in NOT_APPLICABLE_WORDS:
        if not place.optional:
            found.add("must-apply", path, {"label": place.called, "expected": instead(place)})
        return [NOT_APPLICABLE] * width
    if not place.indicator.list:
        return fields(place, raw, path, found)
    if place.indicator.names_only:
        return [_names(place, raw, path, found)]
    if raw == []:
        raw = {}
    if not isinstance(raw, dict):
        found.add("members-expected", path, {"found": shown(raw), "label": place.called})
        return [None]
    declared = place.indicator.members
    if declared:
        for name in raw.keys() - dict.fromkeys(declared).keys():
            found.unknown(name, dict.fromkeys(declared, ""), path, place.called)
    members = {**dict.fromkeys(declared), **raw}  # one that is left out is missing
    return [tuple((name, *fields_of(name, place, one, (*path, name), found)) for name, one in members.items())]


def instead(place: Place) -> str:
    """What is written where nothing happened, rather than that it does not apply."""
    if place.indicator.list:
        return "{}"
    if place.reader is None:
        return "{" + ", ".join(f"{name}: 0" for name in place.readers) + "}"
    return "false" if place.reader.name == "flag" else ZEROS.get(place.reader.name, "")


def fields_of(member: str, place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> Sequence[Any]:
    """The fields of a member of a list."""
    if isinstance(raw, dict):
        raw = without_papers(raw, {*place.readers, *place.parts}, place.called, path, found)
    return fields(place, _applying(raw, place, (member,), path, found), path, found)


def _applying(raw: Any, place: Place, called: tuple[str, ...], path: tuple[str, ...], found: FileFindings) -> Any:
    """What is said of a member: it is in the list with all its facts or not at all, so that each of them applies.

    `called` is the member's name, and what the part of it that `raw` is about is called.
    """
    if isinstance(raw, dict):
        labels = {key: one.indicator.label for key, one in place.parts.items()}
        labels |= {str(key): label for key, label in place.indicator.labels.items()}
        return {
            key: _applying(one, place, (*called, labels.get(key) or str(key)), (*path, key), found)
            for key, one in raw.items()
        }
    if raw not in NOT_APPLICABLE_WORDS:
        return raw
    indicator, member = place.indicator, called[0]
    free = not (indicator.members or indicator.members_of)
    parameters = {
        "item": place.item,
        "label": indicator.label,
        "member": member,
        "fact": "".join(called[1:2]),
        "other": member if free else "",
        "whole": indicator.label if place.optional else "",
    }
    found.add("member-must-apply", path, parameters)
    return None


def _names(place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> tuple[tuple[str], ...] | None:
    """The members of a list that says no more of them."""
    names: list[Any] = raw if isinstance(raw, list) else [None]
    if not all(isinstance(one, str) and one for one in names) or len({*names}) < len(names):
        found.add("names-expected", path, {"found": shown(raw), "label": place.called})
        return None
    return tuple((name,) for name in names)


def fields(place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> Sequence[Any]:
    """The raw fields of one indicator or member; those that are missing or wrong are None."""
    if place.reader is not None:
        return (scalar(place, place.reader, raw, path, found),)
    if place.parts:
        return _record(place, raw, path, found)
    readers = place.readers
    if not isinstance(raw, dict):
        if raw is not None:
            expected = ", ".join(f"{name}: …" for name in readers)
            found.add(
                "fields-expected",
                path,
                {"found": shown(raw), "expected": expected, "label": place.called},
            )
        return (None,) * len(readers)
    if not raw.keys() <= readers.keys():
        labels = {str(name): label for name, label in place.indicator.labels.items()}
        found.keys(raw, {name: labels.get(name, "") for name in readers}, path)
    return [scalar(place, reader, raw.get(name), (*path, name), found) for name, reader in readers.items()]


def _record(place: Place, raw: Any, path: tuple[str, ...], found: FileFindings) -> Sequence[Any]:
    """The fields of a record's facts, one fact after another."""
    if raw is not None and not isinstance(raw, dict):
        expected = ", ".join(f"{name}: …" for name in place.parts)
        found.add("fields-expected", path, {"found": shown(raw), "expected": expected, "label": place.called})
    given = raw if isinstance(raw, dict) else {}
    for name in given.keys() - place.parts.keys():
        labels = {one: part.indicator.label for one, part in place.parts.items()}
        found.unknown(name, labels, path, place.called)
    read = (fields(part, given.get(name), (*path, name), found) for name, part in place.parts.items())
    return [value for several in read for value in several]


def scalar(place: Place, reader: Scalar, raw: Any, path: tuple[str, ...], found: FileFindings) -> Any:
    if raw is None:
        return None
    if reader in AS_IT_STANDS.get(type(raw), ()) and 0 <= raw < LARGEST and place.indicator.range is None:
        return raw
    try:
        value, otherwise = read_fact(raw, place.indicator, reader)
    except Unreadable as wrong:
        code, parameters = word_mend(reader.name, raw) or (wrong.code, wrong.parameters)
        gone = NOT_APPLICABLE_WORDS[0] if place.optional else ""
        found.add(code, path, {**parameters, "label": place.called, "gone": gone})
        return None
    if otherwise:
        found.take(path)
    if isinstance(value, int | Fraction):
        _within(place, raw, value, path, found)
    if place.indicator.kind == "choice" and value not in place.indicator.options:
        found.not_one_of(raw, place.indicator.options, path, place.called)
    return int_if_whole(value) if type(value) is Fraction else value


def _within(place: Place, raw: Any, value: Number, path: tuple[str, ...], found: FileFindings) -> None:
    """Refuse a number beyond what the rubric allows."""
    span = place.indicator.range
    if span is not None and not span.holds(value):
        low, high = span.from_, span.to
        sides = {"low": low.text() if low else "…", "high": high.text() if high else "…"}
        found.add("out-of-range", path, {"found": shown(raw), "label": place.called, **sides})
