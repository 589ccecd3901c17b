"""The facts of a table's rows as a program reads them: whole numbers, who lacks what, and which rows it can't take."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.scoring.columns.column_facts import column_fields
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.peer_fields import OVER, PeerField
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.given_facts import Common
from kaohe.tables.head_columns import head_columns
from kaohe.tables.said_facts import STRANGE, WORD, Said, called_officially, plain_text
from kaohe.tables.table_header import Column, Header
from kaohe.tables.whole_numbers import ALWAYS, NEVER, Taken, Whole, applies_not, whole_numbers

ODD, COMPLETE = "odd", "complete"
"""Rows that are to be read as files are, and those of which nothing is missing."""
YEAR = "^[0-9]{4}$"
Held = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Given:
    """What the province's files give: for all units, and for those that a roster names."""

    common: Common
    of_units: Mapping[str, object]
    rubric: str = ""
    """What the table calls its rubric."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The official names of units by all that the roster calls them, where there is one."""


class _Made(NamedTuple):
    """What is made of the columns of a table, and of that; which rows are `ODD`; what programs read of all that."""

    own: Sequence[pl.Expr]
    gone: Sequence[pl.Expr]
    odd: pl.Expr
    names: Sequence[str]


class FactInputs:
    """Makes what programs read of a table's columns; `held` is between what numbers must lie."""

    def __init__(self, compiled: CompiledRubric, header: Header, held: Held, given: Given) -> None:
        self._compiled, self._header, self._held = compiled, header, held
        self._common, self._apart, self._rubric = given.common, [*given.of_units], given.rubric
        self._names = given.names
        self._fields = column_fields(compiled)
        self._facts = [self._said(fact) for fact in compiled.layout.facts if not fact.indicator.list]

    def _said(self, fact: Fact) -> Said:
        keys = [key for key in fact.keys() if key in self._fields]
        columns = {key: self._header.facts[key] for key in keys if key in self._header.facts}
        optional = not self._compiled.optional.isdisjoint(fact.keys())
        unread = [self._header.facts[key] for key in fact.keys() if key not in keys and key in self._header.facts]
        return Said(fact, keys, columns, self._header.gone.get(fact.key), optional, unread)

    def of(self, rows: pl.LazyFrame, also: Sequence[pl.Expr], *, taken: bool) -> pl.LazyFrame:
        """The rows with their facts, `ODD` and `COMPLETE`; `also` are further columns to be made of the table's.

        Facts over all units stand in the rows already where they were `taken`.
        """
        made = self._made[taken]
        odd = made.odd.alias(ODD)
        return rows.with_columns(*made.own, *also).with_columns(made.gone).with_columns(odd, self._complete)

    def names(self, *, taken: bool) -> Sequence[str]:
        """Those of the columns that programs read."""
        return self._made[taken].names

    @cached_property
    def _made(self) -> "tuple[_Made, _Made]":
        """Written once for all batches: where facts over all units are not taken, and where they are."""
        alone = [one for one in self._facts if not one.fact.indicator.peers]
        return self._making(self._facts), self._making(alone)

    def _making(self, facts: Sequence[Said]) -> "_Made":
        own = [found for fact in facts for found in self._own(fact)]
        gone = [one for fact in facts for one in fact.gone_by_words()]
        names = [one.meta.output_name() for one in (*own, *gone)]
        strange = [pl.col(name) for name in names if name.startswith(STRANGE)]
        odd = pl.any_horizontal(*strange, *self._mixed(), *self._head()).fill_null(value=False)
        return _Made(own, gone, odd, [name for name in names if not name.startswith((STRANGE, WORD))])

    @cached_property
    def _complete(self) -> pl.Expr:
        used = {fact.key for fact in self._compiled.used}
        there = [found for one in self._facts if one.fact.key in used for found in one.there()]
        return pl.all_horizontal(there or [ALWAYS]).alias(COMPLETE)

    def _own(self, said: Said) -> Iterator[pl.Expr]:
        """The numbers of a fact, what its words say, and which of its cells can't be taken."""
        words = {key: applies_not(one.expression) for key, one in said.columns.items() if one.kind == pl.String}
        yield from said.words()
        for place, key in enumerate(said.keys, said.fact.start):
            found = self._whole(key, place, said.columns.get(key))
            yield found.value.alias(key)
            if found.odd is not NEVER:
                odd = found.odd & ~words[key] if key in words else found.odd
                yield odd.alias(f"{STRANGE}{key}")
            field = self._fields[key]
            if isinstance(field, PeerField) and field.apart:  # until it is taken over all units
                yield pl.lit(field.over, pl.Int64).alias(f"{OVER}{key}")

    def _whole(self, key: str, place: int, column: Column | None) -> Whole:
        """A field as it is reported, or as the province's files give it."""
        field = self._fields[key]
        if field.indicator.kind == "year":
            return self._year()
        found = Whole(pl.lit(None, pl.Boolean if field.flag else pl.Int64), NEVER)
        if column is not None:
            found = whole_numbers(column.expression, column.kind, Taken(field, column.percents))
            found = found if field.flag else found.within(self._held[key])
        return self._given(found, field, place)

    def _given(self, found: Whole, field: ColumnField, place: int) -> Whole:
        """What others' files give stands in every row; a row that says something else is told of it."""
        if place in self._common.parameters:
            value = self._common.parameters[place].value
        elif place in self._common.peers:
            return Whole(found.value, ALWAYS)
        else:
            return found
        number = None if value is None else numbered(field, value)
        if value is not None and number is None:
            return Whole(found.value, ALWAYS)
        told = pl.lit(number, pl.Boolean if field.flag else pl.Int64)
        return Whole(told, found.odd | (found.value.is_not_null() & found.value.ne_missing(told)))

    def _year(self) -> Whole:
        """The year, of which a fact of its own is made."""
        column = self._header.head.get("year")
        found = pl.lit(None, pl.Int64) if column is None else column.expression.cast(pl.Int64, strict=False)
        return Whole(found, NEVER)

    def _mixed(self) -> Iterator[pl.Expr]:
        """Facts that apply together, of which some are said not to and others are reported."""
        groups: dict[str, list[Said]] = {}
        for one in self._facts:
            if one.fact.group:
                groups.setdefault(one.fact.group, []).append(one)
        for several in groups.values():
            gone = pl.any_horizontal(one.gone for one in several)
            yield gone & pl.any_horizontal(one.some & ~one.gone for one in several)

    def _head(self) -> Iterator[pl.Expr]:
        """What stands before the facts, where it is not as it is most often."""
        head = self._header.head
        yield self.unit.is_null()
        if self._apart:
            yield self.unit.is_in(self._apart)
        if self._names:
            yield ~self.unit.is_in([*self._names.values()])
        yield plain_text(head["rubric"]).ne_missing(pl.lit(self._rubric))
        if "year" in head:
            written = head["year"].expression
            number = written.cast(pl.Int64, strict=False)
            told = plain_text(head["year"])
            yield told.is_not_null() & (number.is_null() | ~told.str.contains(YEAR))
            if self._common.year is not None:
                yield number != self._common.year
        yield from (plain_text(one).is_not_null() for one in self._header.nameless if not one.kind.is_nested())
        stages = list(self._compiled.rubric.stages)
        stage = plain_text(head["stage"]).fill_null("self") if "stage" in head else pl.lit("self")
        yield ~stage.is_in(stages)

    @property
    def unit(self) -> pl.Expr:
        """Whose row it is, by its official name."""
        return called_officially(self._header.head["unit"], self._names)

    def rows(self, kept: Sequence[str]) -> list[pl.Expr]:
        """The unit of each row and the columns that are handed through, under their own names."""
        return head_columns(self._header, self._names, kept)


def numbered(field: ColumnField, value: Any) -> bool | int | None:
    """The whole number of a fact that has been read; None where it has more decimals than its column."""
    if field.flag:
        return bool(value)
    if isinstance(value, str):
        return field.numbers[value]
    found = Fraction(value) * 10**field.decimals
    return int(found) if found.denominator == 1 else None
