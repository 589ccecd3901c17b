"""The facts that a unit could report otherwise: by which step, how far, and how the values are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from kaohe.compiler.possible_facts import SIGNED
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.dates import MONTHS, date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import LARGEST, Number
from kaohe.formulas.indicators import Indicator

Row = Sequence[Any]
FIELDS: Mapping[str, str] = {"change": "current", "ratio": "part"}
"""Of these kinds the other field is history, or the base."""
GIVEN = ("judgement", "year")
"""What the unit does not decide."""
WHOLE = ("count", "date", "month")
FIRST_AND_LAST = {"date": (1, date.max.toordinal()), "month": (0, date.max.year * MONTHS + MONTHS - 1)}
ALONE = -1
"""The place of the member where there is no list."""


@dataclass(frozen=True, slots=True)
class Movable:
    """One value in the row: a field of a fact, or of a list's member by the member's place."""

    fact: Fact
    member: int
    field: int

    def value(self, row: Row) -> Any:
        found = row[self.fact.start + (self.field if self.member == ALONE else 0)]
        return found if self.member == ALONE else found[self.member][1 + self.field]

    def whole(self, row: Row) -> bool:
        """Whether the fact exists and none of its fields is missing."""
        end = self.fact.start + self.fact.width()
        fields = row[self.fact.start : end] if self.member == ALONE else row[self.fact.start][self.member]
        return None not in fields and NOT_APPLICABLE not in fields

    def put(self, row: Row, value: Any) -> tuple[Any, ...]:
        """The row with another value."""
        at, new = self.fact.start, value
        if self.member == ALONE:
            at += self.field
        else:
            members = list(row[at])
            fields = list(members[self.member])
            fields[1 + self.field] = value
            members[self.member] = tuple(fields)
            new = tuple(members)
        return (*row[:at], new, *row[at + 1 :])

    def member_name(self, row: Row) -> str:
        return "" if self.member == ALONE else str(row[self.fact.start][self.member][0])

    def field_name(self) -> str:
        return tuple(self.fact.indicator.fields)[self.field]

    @property
    def indicator(self) -> Indicator:
        """The indicator that the value belongs to: of a record, one of its facts."""
        return self.fact.indicator.of_field(self.field_name())[0]

    def others(self, value: Any) -> tuple[Any, ...] | None:
        """Every other value of a flag or a choice; None for what is counted or measured."""
        if self.indicator.kind == "flag":
            return (not value,)
        if self.indicator.kind == "choice":
            return tuple(option for option in self.indicator.options if option != value)
        return None

    def step(self, value: Number) -> Number:
        """One unit of the last decimal place in which the value is written; a day, a month, one."""
        kind = self.indicator.kind
        if kind in WHOLE:
            return 1
        places = _decimals(value * 100) + 2 if kind == "percent" else _decimals(value)
        return Fraction(1, 10**places) if places else 1

    def reach(self, value: Number) -> tuple[int, int]:
        """How many steps the value may fall, and how many it may rise."""
        low, high = limits(self.indicator)
        step = self.step(value)
        return max(0, int((value - low) / step)), max(0, int((high - value) / step))


def limits(indicator: Indicator) -> tuple[Fraction, Fraction]:
    """The lowest and the highest value that the values' reader takes."""
    sides = FIRST_AND_LAST.get(indicator.kind, (1 - LARGEST if indicator.kind in SIGNED else 0, LARGEST - 1))
    low, high = map(Fraction, sides)
    if indicator.peers is not None and indicator.peers.take == "rank":
        low = Fraction(1)
    span = indicator.range
    if span is not None and span.from_ is not None:
        low = max(low, span.from_.value)
    if span is not None and span.to is not None:
        high = min(high, span.to.value)
    return low, high


def movables(layout: RowLayout, row: Row) -> Iterator[Movable]:
    """Every value that the unit itself has reported, and could have reported otherwise, in the layout's order.

    Where a part of a fact is missing, the other part waits for it.
    """
    for fact in layout.facts:
        indicator = fact.indicator
        if not fact.item or not indicator.asked or indicator.kind in GIVEN:
            continue
        fields = tuple(_moving(indicator))
        members = range(len(row[fact.start] or ())) if isinstance(row[fact.start], tuple) else ()
        places = members if indicator.list else (ALONE,)
        for one in (Movable(fact, member, field) for member in places for field in fields):
            if one.whole(row):
                yield one


def _moving(indicator: Indicator) -> Iterator[int]:
    """The places of the fields that the unit could report otherwise."""
    for place, name in enumerate(indicator.fields):
        one, field = indicator.of_field(name)
        if field == FIELDS.get(one.kind, ""):
            yield place


def written(kind: str, value: Any) -> bool | str:
    """The value as a unit's file takes it: numbers exact, a percent with its sign."""
    if isinstance(value, bool | str):
        return value
    match kind:
        case "date":
            return date_text(value)
        case "month":
            return month_text(value)
        case "percent":
            return f"{_exact(Fraction(value) * 100)}%"
    return _exact(Fraction(value))


def _exact(value: Fraction) -> str:
    """All decimals, however many."""
    places = _decimals(value)
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def _decimals(value: Number) -> int:
    """In how many decimals a number is written that has an end."""
    return max(_times(value.denominator, 2), _times(value.denominator, 5))


def _times(number: int, divisor: int) -> int:
    """How often a number can be divided."""
    count = 0
    while number % divisor == 0:
        number //= divisor
        count += 1
    return count
