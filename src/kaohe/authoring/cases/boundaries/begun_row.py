"""The row of facts to begin with, and rows made of it: another value, other members of a list, nothing at all."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kaohe.analysis.improving.movable_facts import ALONE, Movable
from kaohe.authoring.cases.boundaries.fact_values import Constants, first_value
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.numbers import Number

Row = tuple[Any, ...]
MEMBERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
COMMON: Mapping[str, Number] = {"percent": Fraction(9, 10), "number": 100, "amount": 100, "count": 100}
"""What is common to all units, where nobody says what it is."""


def begun(layout: RowLayout, facts: Sequence[Fact], constants: Constants, common: Row) -> Row:
    """The row of the values to begin with; what is known for all units stays."""
    row = [*common]
    for fact in facts:
        if row[fact.start] is None:
            row[fact.start : fact.start + fact.width()] = _values(fact, constants)
    return synced(tuple(row), layout)


def _values(fact: Fact, constants: Constants) -> tuple[Any, ...]:
    fields = first_fields(fact, constants)
    if not fact.item:
        fields = tuple(COMMON.get(fact.indicator.kind, one) if _free(fact) else one for one in fields)
    if not fact.indicator.list:
        return fields
    names = fact.indicator.members or (member_name(0),)
    return (tuple((name, *fields) for name in names),)


def first_fields(fact: Fact, constants: Constants) -> tuple[Any, ...]:
    """The fields to begin with."""
    return tuple(first_value(one, constants) for one in spots(fact))


def _free(fact: Fact) -> bool:
    return fact.indicator.range is None or fact.indicator.range.holds(COMMON.get(fact.indicator.kind, 0))


def spots(fact: Fact) -> tuple[Movable, ...]:
    """Each field of a fact; of a list, each field of its first member."""
    member = 0 if fact.indicator.list else ALONE
    return tuple(Movable(fact, member, field) for field in range(len(fact.indicator.fields)))


def put(row: Row, fact: Fact, values: Sequence[Any], layout: RowLayout) -> Row:
    """The row with other values at the places of a fact."""
    return synced((*row[: fact.start], *values, *row[fact.start + fact.width() :]), layout)


def put_all(row: Row, spot: Movable, value: Any) -> Row:
    """The row with a value for a field, of a list for that of all members."""
    if spot.member == ALONE:
        return spot.put(row, value)
    at, field = spot.fact.start, 1 + spot.field
    members = tuple((*one[:field], value, *one[field + 1 :]) for one in row[at] or ())
    return (*row[:at], members, *row[at + 1 :])


def sized(row: Row, fact: Fact, number: int, layout: RowLayout, like: Sequence[Any]) -> Row:
    """The row with so many members in a list: those that it has, then others like the first, or else as said."""
    members = list(row[fact.start] or ())
    fields = members[0][1:] if members else like
    members += [(member_name(place), *fields) for place in range(len(members), number)]
    return put(row, fact, (tuple(members[:number]),), layout)


def member_name(place: int) -> str:
    return MEMBERS[place] if place < len(MEMBERS) else f"第{place + 1}"


def synced(row: Row, layout: RowLayout) -> Row:
    """The row with the members of lists that follow another list's."""
    found = list(row)
    for fact in layout.facts:
        if fact.members_of and isinstance(found[fact.start], tuple):
            leading = found[layout.by_key[fact.members_of].start]
            names = [one[0] for one in leading] if isinstance(leading, tuple) else []
            own = {one[0]: one for one in found[fact.start]}
            like = next(iter(own.values()), (None,) * (1 + len(fact.indicator.fields)))
            found[fact.start] = tuple(own.get(name, (name, *like[1:])) for name in names)
    return tuple(found)


def lists(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Those of which a unit says itself which members they have."""
    for fact in facts:
        if fact.indicator.list and not fact.indicator.members and not fact.members_of:
            yield fact
