"""Each unit's own number for a fact over all units, and what it is compared within, from columns or rows of facts."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.columns.column_facts import GONE, MISSING, ColumnFacts
from kaohe.scoring.columns.peer_programs import NOWHERE, PeerProgram
from kaohe.scoring.columns.program import DEFINED
from kaohe.submission.peers import PeerFact
from kaohe.tables.peer_windows import GROUP, LONG, NONE, TOP, UNDER, UNREPORTED
from kaohe.tables.run_program import run_program
from kaohe.tables.table_header import ROW
from kaohe.tables.whole_numbers import NEVER

Row = Sequence[Any]


class PeerOwns:
    """Gives them as `GROUP`, `TOP` over `UNDER` and `UNREPORTED`; `members` are those of lists, by their keys."""

    def __init__(self, facts: ColumnFacts, members: Mapping[str, pl.LazyFrame]) -> None:
        self._facts, self._members = facts, members

    def of_table(self, one: PeerProgram, units: pl.DataFrame) -> pl.DataFrame:
        """Each unit's own number, and what it is compared within."""
        group, gone = _group(one.peer), _gone(one.peer)
        unreported = self._unreported(one.peer)
        ready = units.lazy().with_columns(unreported.alias(UNREPORTED))
        for fact in one.peer.facts:
            if fact.indicator.list:
                ready = ready.join(self._open_lists(fact), on=ROW, how="left", maintain_order="left").with_columns(
                    pl.col(UNREPORTED) | (pl.col(f"{UNREPORTED}.{fact.key}").fill_null(value=False) & ~_said_gone(fact))
                )
        state = ready.select(ROW, UNREPORTED, group.alias(GROUP), gone.alias(NONE))
        over = pl.lit(one.own.over, _kind(one.own.over)) if isinstance(one.own.over, int) else pl.col(one.own.over)
        number = ~pl.col(UNREPORTED) & ~pl.col(NONE) & pl.col(DEFINED).fill_null(value=False)
        own = run_program(one.program, units.lazy(), self._members)
        sides = ((TOP, pl.col(one.own.column)), (UNDER, over))
        columns = [pl.when(number).then(side).alias(name) for name, side in sides]
        return state.join(own, on=ROW).select(ROW, GROUP, *columns, UNREPORTED).collect()

    def _unreported(self, peer: PeerFact) -> pl.Expr:
        missing = [NEVER]
        for fact in peer.facts:
            keys = [f"{MISSING}{fact.key}"] if fact.indicator.list else [*fact.keys()]
            parts = [pl.col(key) if fact.indicator.list else pl.col(key).is_null() for key in keys]
            missing.append(reduce(or_, parts) & ~_said_gone(fact))
        return reduce(or_, missing)

    def _open_lists(self, fact: Fact) -> pl.LazyFrame:
        """Whether a field of any member is missing."""
        keys = [key for key in fact.field_keys() if key in self._facts.fields]
        some = reduce(or_, (pl.col(key).is_null() for key in keys), NEVER)
        return self._members[fact.key].group_by(ROW).agg(some.any().alias(f"{UNREPORTED}.{fact.key}"))

    def of_rows(self, peer: PeerFact, rows: Mapping[int, Row]) -> pl.DataFrame:
        """The same of rows that were read as files are."""
        schema = {ROW: pl.Int64, GROUP: pl.Int64, TOP: pl.Int128, UNDER: pl.Int128, UNREPORTED: pl.Boolean}
        found = [(number, self._group_of(peer, row), *_sides(peer.own(row))) for number, row in rows.items()]
        return pl.DataFrame(found, schema=schema, orient="row")

    def _group_of(self, peer: PeerFact, row: Row) -> int | None:
        if peer.within is None:
            return 0
        value = row[peer.within.start]
        return NOWHERE if value is NOT_APPLICABLE else self._facts.choices.get(value)


def _kind(value: int) -> type[pl.DataType]:
    return pl.Int64 if value < LONG else pl.Int128


def _said_gone(fact: Fact) -> pl.Expr:
    return pl.col(f"{GONE}{fact.key}")


def _gone(peer: PeerFact) -> pl.Expr:
    return reduce(or_, map(_said_gone, peer.facts), NEVER)


def _group(peer: PeerFact) -> pl.Expr:
    if peer.within is None:
        return pl.lit(0, pl.Int64)
    (key,) = peer.within.keys()
    return pl.when(_said_gone(peer.within)).then(NOWHERE).otherwise(pl.col(key)).cast(pl.Int64)


def _sides(own: Fraction | str | None) -> tuple[int | None, int | None, bool]:
    if not isinstance(own, Fraction):
        return None, None, own is not None
    return own.numerator, own.denominator, False
