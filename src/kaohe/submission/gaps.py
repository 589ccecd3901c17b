"""What a unit has not reported: where the gaps are, and what may still come to stand in them."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from kaohe.compiler.possible_facts import unreported
from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator

Row = Sequence[Any]


def is_missing(fact: Fact, row: Row) -> bool:
    """Whether an indicator, or any part of it, is missing."""
    if not fact.indicator.list:
        return None in row[fact.start : fact.start + fact.width()]
    members = row[fact.start]
    return members is None or any(None in member for member in members)


def possible(facts: Iterable[Fact], row: Row, optional: AbstractSet[str]) -> Mapping[str, Any]:
    """These indicators by the keys of their places, for the bounds: what was reported, and what the rest may be.

    `optional` are the keys of those that may turn out not to exist for the unit.
    """
    known: dict[str, Any] = {}
    every = tuple(facts)
    there = {fact.group for fact in every if fact.group and not _silent(fact, row)}
    for fact in every:
        may_be_gone = _silent(fact, row) and not optional.isdisjoint(fact.keys())  # what is reported in part exists
        gone_with = "" if fact.group in there else fact.group or fact.key
        known |= _possible(fact, row, gone_with if may_be_gone else "")
    return known


def _silent(fact: Fact, row: Row) -> bool:
    """Whether nothing is said of an indicator, not even in part."""
    return not any(value is not None for value in row[fact.start : fact.start + fact.width()])


def filled(row: Row, gaps: Iterable[Fact]) -> list[Any]:
    """The row with something in every gap, so that all that rests on no gap can be computed."""
    full = list(row)
    for fact in gaps:
        span = slice(fact.start, fact.start + fact.width())
        full[span] = [_anything(fact.indicator, value) for value in full[span]]
    return full


def known_members(fact: Fact, row: Row) -> list[Mapping[str, Any]]:
    """The members of a list as their fields, by the ends of their keys; a field that is missing may be anything."""
    unknown = unreported(Fact("", "", "", replace(fact.indicator, list=False), 0), "")
    return [
        {end: unknown[end] if value is None else value for end, value in zip(unknown, member[1:], strict=True)}
        for member in row[fact.start] or ()
    ]


def _possible(fact: Fact, row: Row, optional: str) -> Mapping[str, Any]:
    unknown = unreported(fact, optional)
    if fact.indicator.list and isinstance(row[fact.start], tuple):
        return {fact.key: known_members(fact, row)}
    return {key: unknown[key] if row[at] is None else row[at] for at, key in enumerate(fact.keys(), fact.start)}


def _anything(indicator: Indicator, value: Any) -> Any:
    if indicator.list:
        return tuple((member[0], *(1 if field is None else field for field in member[1:])) for member in value or ())
    if value is not None:
        return value
    return True if indicator.kind == "flag" else 1
