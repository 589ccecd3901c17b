"""Facts over all units as columns of a table: of every unit's own number, one fact after another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.scoring.columns.column_facts import GONE, ColumnFacts
from kaohe.scoring.columns.peer_fields import OVER, PeerField
from kaohe.scoring.columns.peer_programs import PeerProgram, peer_programs
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.peer_owns import PeerOwns, Row
from kaohe.tables.peer_windows import NONE, TOP, UNDER, over_all
from kaohe.tables.table_header import ROW
from kaohe.tables.whole_numbers import NEVER

BEYOND = "beyond"
"""Whether a fact over all units is not to be had in columns: such a row is to be scored exactly."""
Held = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PeerColumns:
    """What was taken over all units: the `columns` of each row of the table, with its number and `BEYOND`.

    `odd` are the rows that no column could take, with the same facts filled in.
    """

    columns: pl.DataFrame
    odd: Mapping[int, Row]
    fields: Mapping[int, PeerField]
    wide: Mapping[int, pl.DataFrame]
    """What columns can't have, by the places of facts."""

    def values(self, rows: Sequence[int]) -> Mapping[int, Mapping[int, Any]]:
        """The same facts of some rows of the table by their places, as the exact engine has them."""
        known: dict[int, dict[int, Any]] = {row: {} for row in rows}
        for place, field in self.fields.items():
            under = pl.col(f"{OVER}{field.key}") if field.apart else pl.lit(field.over)
            sides = pl.col(field.key).alias(TOP), under.alias(UNDER), pl.col(f"{GONE}{field.key}").alias(NONE)
            for found in (self.columns.select(ROW, *sides), self.wide[place]):
                for row, value in _exact(_only(found, rows)):
                    if value is not None:
                        known[row][place] = value
        return known


def needed(compiled: CompiledRubric) -> tuple[frozenset[str], frozenset[str]]:
    """The columns of units, and the keys of lists, that are to be there for all units at once. Raises TooLarge.

    Those of facts over all units may be wanting where none is published.
    """
    programs = peer_programs(compiled)
    own = frozenset(name for one in programs for name in _names(one.peer.fact.key))
    read = frozenset(name for one in programs for name in one.reads if not name.startswith(OVER))
    return read | own, frozenset().union(*(one.lists for one in programs))


def _names(key: str) -> tuple[str, str]:
    return key, f"{GONE}{key}"


class PeerTaking:
    """Takes them over the rows of a table and those odd rows that were read as files are.

    `units` has a column for each name that is `needed`, or none where nothing stands there, and `members` the lists.
    """

    def __init__(
        self,
        compiled: CompiledRubric,
        units: pl.DataFrame,
        members: Mapping[str, pl.DataFrame],
        odd: Mapping[int, Row],
    ) -> None:
        self._compiled = compiled
        self._units = units.sort(ROW)
        self._odd = {number: list(row) for number, row in odd.items()}
        self._facts = ColumnFacts(compiled, complete=True)
        self._owns = PeerOwns(self._facts, {key: one.lazy() for key, one in members.items()})

    def take(self, held: Held) -> PeerColumns:
        """All of them, in their order; what lies beyond what is `held` is marked. Raises TooLarge."""
        fields, wide = dict[int, PeerField](), dict[int, pl.DataFrame]()
        beyond, names = NEVER, [ROW]
        for one in peer_programs(self._compiled):
            fact = one.peer.fact
            field = self._facts.fields[fact.key]
            assert isinstance(field, PeerField)  # noqa: S101 - it is over all units
            self._reach(one)
            owns = self._owns.of_table(one, self._units)
            if self._odd:
                owns = pl.concat([owns, self._owns.of_rows(one.peer, self._odd)], how="vertical_relaxed")
            found = self._published(fact, over_all(one.peer.peers, owns))
            self._fill(fact, found)
            names += self._join(field, found, held)
            mark = pl.col(f"{BEYOND}.{fact.key}")
            fields[fact.start], wide[fact.start] = field, self._wide(found, mark)
            beyond = beyond | mark
        columns = self._units.select(*names, beyond.alias(BEYOND))
        return PeerColumns(columns, {number: tuple(row) for number, row in self._odd.items()}, fields, wide)

    def _reach(self, one: PeerProgram) -> None:
        """What was taken before can be read only where it is no larger than is computed with."""
        for fact in one.peer.facts:
            name = f"{BEYOND}.{fact.key}"
            if name in self._units.columns and self._units[name].any():
                raise TooLarge

    def _published(self, fact: Fact, taken: pl.DataFrame) -> pl.DataFrame:
        """No rule says what a fact that must exist is where nothing was taken: it is missing."""
        optional = fact.key in self._compiled.optional
        return taken if optional else taken.with_columns(pl.lit(value=False).alias(NONE))

    def _fill(self, fact: Fact, found: pl.DataFrame) -> None:
        for number, value in _exact(found.filter(pl.col(ROW).is_in([*self._odd]))):
            if value is not None and self._odd[number][fact.start] is None:
                self._odd[number][fact.start] = value

    def _wide(self, found: pl.DataFrame, beyond: pl.Expr) -> pl.DataFrame:
        return found.join(self._units.filter(beyond).select(ROW), on=ROW, how="semi").sort(ROW)

    def _join(self, field: PeerField, found: pl.DataFrame, held: Held) -> Sequence[str]:
        """Puts a fact's columns to the units; what is published for a unit stays. Gives their names."""
        key, gone = _names(field.key)
        given = pl.col(key) if key in self._units.columns else pl.lit(None, pl.Int64)
        given_gone = pl.col(gone) if gone in self._units.columns else NEVER
        said = given.is_not_null() | given_gone
        top, under, odd = _as_column(field)
        sides = [(key, top, given)]
        if field.apart:
            told = pl.when(given.is_not_null()).then(pl.lit(field.over, pl.Int64))
            sides.append((f"{OVER}{key}", under, told))
        beyond = reduce(or_, (~side.is_between(*held[name]) for name, side, _ in sides), odd)
        columns = [
            *(
                pl.when(said).then(one).otherwise(side.cast(pl.Int64, strict=False)).alias(name)
                for name, side, one in sides
            ),
            (given_gone | (~said & pl.col(NONE).fill_null(value=False))).alias(gone),
            (~said & beyond.fill_null(value=False)).alias(f"{BEYOND}.{key}"),
        ]
        joined = self._units.join(found, on=ROW, how="left", maintain_order="left").with_columns(columns)
        self._units = joined.drop(TOP, UNDER, NONE)
        return [gone, *(name for name, _, _ in sides)]


def _as_column(field: PeerField) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """A number over another as the field's column has it, and whether it can't have it."""
    if field.apart:
        return pl.col(TOP), pl.col(UNDER), NEVER
    whole = pl.col(TOP) * pl.lit(field.over, pl.Int128)
    return whole // pl.col(UNDER), pl.col(UNDER), whole % pl.col(UNDER) != 0


def _only(found: pl.DataFrame, rows: Sequence[int]) -> pl.DataFrame:
    """Some of the rows of a frame in the order of their numbers, without looking at all."""
    places = found[ROW].search_sorted(pl.Series(sorted(rows), dtype=pl.Int64))
    return found[places.filter(places < found.height)].filter(pl.col(ROW).is_in([*rows]))


def _exact(found: pl.DataFrame) -> Iterator[tuple[int, Any]]:
    """What was found for rows, None where it is missing."""
    for row, top, under, none in found.select(ROW, TOP, UNDER, NONE).iter_rows():
        value = None if top is None else int_if_whole(Fraction(top, under))
        yield row, NOT_APPLICABLE if none else value
