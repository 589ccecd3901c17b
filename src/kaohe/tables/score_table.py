"""A table of facts becomes a table of scores, batch by batch: columns where they can, the exact engine for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from kaohe.scoring.columns.program import DEFINED, Program
from kaohe.scoring.columns.programs import Programs
from kaohe.submission.reader import Values
from kaohe.tables.chance_table import ChanceTable
from kaohe.tables.exact_rows import ExactRows
from kaohe.tables.fact_files import BATCH
from kaohe.tables.fact_inputs import COMPLETE, ODD
from kaohe.tables.ledger_table import LedgerTable
from kaohe.tables.run_program import run_program
from kaohe.tables.scored_columns import STATE, ScoredColumns
from kaohe.tables.table_facts import Members, TableFacts
from kaohe.tables.table_header import ROW

WRONG = "problem"
"""The state of a row that could not be scored."""
FEW = 2
"""Where fewer than one row in so many is complete, all are computed as those of which something is missing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Columns that are handed through, and which rows are scored: so many from the first on, those of these units.

    0 and none are all. What is over all units is taken over all of them nevertheless.
    """

    kept: Sequence[str] = ()
    limit: int = 0
    units: Sequence[str] = ()
    ledger: bool = False
    """Whether what is due and applied on each account is wanted."""
    members: Mapping[str, str] = field(default_factory=dict)
    """Files of members by the ids of lists."""
    scored: bool = True
    """Whether scores are wanted, or only what units report."""
    shared: bool = False
    """Whether grades are wanted of which places are shared out among all rows."""


@dataclass(frozen=True, slots=True)
class TableScorer:
    """Scores the batches of one file; `programs` are none where columns can't have what the rubric computes."""

    facts: TableFacts
    programs: Programs | None
    exact: ExactRows
    columns: ScoredColumns
    wanted: Wanted
    ledger: LedgerTable | None = None
    """The columns of the ledger, where they are asked for."""
    chances: ChanceTable | None = None
    """Those that grades need of which places are shared out, where these are wanted."""

    def batches(self) -> Iterator[pl.DataFrame]:
        """The scores, in the order of the rows."""
        return map(self._batch, self.rows())

    def rows(self) -> Iterator[pl.DataFrame]:
        """The rows that are wanted, in their order."""
        units, left = self.wanted.units, self.wanted.limit
        for rows in self.facts.file.batches(BATCH):
            own = rows.filter(self.facts.inputs.unit.is_in([*units])) if units else rows
            yield own.head(left) if self.wanted.limit else own
            left -= own.height
            if self.wanted.limit and left <= 0:
                break

    def units(self, rows: pl.DataFrame) -> Iterator[Values]:
        """What the units of sound rows report; what is wrong with the others is told."""
        for number, values in zip(rows[ROW], rows.drop(ROW).iter_rows(), strict=True):
            found = self.exact.values(number, *self.facts.written(number, values))
            if found is not None:
                yield found

    def _batch(self, rows: pl.DataFrame) -> pl.DataFrame:
        members = self.facts.members(rows)
        peers = self.exact.peers
        facts = self.facts.of(rows, members, None if peers is None else peers.columns)
        scores, *others = self._scores(rows, facts, members)
        told = rows.select(self.facts.inputs.rows(self.wanted.kept))
        ordered = pl.concat([scores, *others]).sort(ROW) if others else scores
        return told.hstack([one for one in ordered.iter_columns() if one.name != ROW])

    def _scores(self, rows: pl.DataFrame, facts: pl.DataFrame, members: Members) -> Iterator[pl.DataFrame]:
        """Those of rows that columns can take, then those of the others, where there are any."""
        odd = facts[ODD]
        if odd.any():
            own = facts.filter(~odd).select(ROW)
            members = {key: one.join(own, on=ROW, how="semi", maintain_order="left") for key, one in members.items()}
        if not odd.all():
            yield from self._columns(rows, facts.filter(~odd), members)
        if odd.any() or rows.is_empty():
            yield self._odd(rows.filter(odd))

    def _columns(self, rows: pl.DataFrame, taken: pl.DataFrame, members: Members) -> Iterator[pl.DataFrame]:
        """The scores of rows that columns can take; those that columns would leave wider are scored by themselves."""
        assert self.programs is not None  # noqa: S101 - else every row is odd
        complete = taken.filter(COMPLETE)
        if complete.height * FEW >= taken.height or self.programs.open.wider:
            sound = self._run(self.programs.complete, complete, members).filter(DEFINED)
            yield self._told(self.programs.complete, sound)
            if sound.height == taken.height:
                return
            taken = taken.join(sound.select(ROW), on=ROW, how="anti", maintain_order="left")
        if self.programs.open.wider:
            yield self._odd(rows.join(taken.select(ROW), on=ROW, how="semi", maintain_order="left"))
        else:
            yield self._told(self.programs.open, self._run(self.programs.open, taken, members))

    def _told(self, program: Program, found: pl.DataFrame) -> pl.DataFrame:
        """What a program gives, as columns of scores and of what stands beside them."""
        beside = [*self.ledger.of_program(program)] if self.ledger else []
        beside += [*self.chances.of_program(program)] if self.chances else []
        return self.columns.of_program(found, program, beside)

    def _run(self, program: Program, units: pl.DataFrame, members: Members) -> pl.DataFrame:
        own = {key: one.lazy() for key, one in members.items()}
        return run_program(program, units.lazy(), own).collect(engine="in-memory")

    def _odd(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The scores of the others."""
        own = zip(rows[ROW], rows.drop(ROW).iter_rows(), strict=True)
        found = [self._exactly(number, values) for number, values in own]
        beside = dict[str, Any]()
        for one in (self.ledger, self.chances):
            beside.update(one.schema() if one else {})
        frame = pl.DataFrame(found, schema={**self.columns.schema(), **beside})
        wrong = pl.col(ROW).is_in([*self.exact.wrong])
        state = pl.when(wrong).then(pl.lit(WRONG)).otherwise(STATE).alias(STATE)
        return self.columns.of_rows(frame, [pl.col(name) for name in beside]).with_columns(state)

    def _exactly(self, number: int, values: Sequence[Any]) -> Mapping[str, Any]:
        scored = self.exact.score(number, *self.facts.written(number, values))
        ranges = scored[0] if scored else None
        told = {**self.columns.of_ranges(number, ranges), **(self.chances.of_ranges(ranges) if self.chances else {})}
        if self.ledger is None:
            return told
        return {**told, **self.ledger.of_row(self.exact.scorer.compiled, scored[1] if scored else None)}
