"""The facts of a table, batch by batch: of single facts and lists, which rows columns can take, and how others read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from kaohe.scoring.columns.column_facts import GONE, MISSING
from kaohe.scoring.columns.column_names import UNIT
from kaohe.source.tables import Row
from kaohe.tables.exact_rows import Nested
from kaohe.tables.fact_files import FactFile
from kaohe.tables.fact_inputs import COMPLETE, ODD, FactInputs
from kaohe.tables.member_inputs import MemberColumn
from kaohe.tables.peer_columns import BEYOND
from kaohe.tables.table_header import ROW, Header
from kaohe.tables.whole_numbers import NEVER

APART = "apart"
Members = Mapping[str, pl.DataFrame]
"""The members of lists, by the keys of these, each with its unit's row."""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What programs read of the batches of one file; `apart` are rows that are read as files are, or all of them."""

    file: FactFile
    header: Header
    inputs: FactInputs
    lists: Sequence[MemberColumn]
    apart: Sequence[int] | None

    def members(self, rows: pl.DataFrame) -> Members:
        return {one.fact.key: one.members(rows) for one in self.lists}

    def of(self, rows: pl.DataFrame, members: Members, peers: pl.DataFrame | None) -> pl.DataFrame:
        """The facts of rows, with those over all units where there are any; which are `ODD`, which `COMPLETE`."""
        lists = [state for one in self.lists for state in one.states()]
        frame, taken = rows.lazy(), peers is not None
        if peers is not None:
            frame = frame.join(peers.lazy(), on=ROW, how="left", maintain_order="left")
        found = self.inputs.of(frame, [*lists, self._apart(beyond=taken).alias(APART)], taken=taken)
        strange, gaps = set[int](), set[int]()
        for one in self.lists:
            frame_of = members[one.fact.key]
            strange.update(frame_of.filter(ODD)[ROW])
            gaps.update(frame_of.filter(pl.any_horizontal(pl.exclude(ROW, ODD).is_null()))[ROW])
        said = [pl.col(f"{GONE}{one.fact.key}") | ~pl.col(f"{MISSING}{one.fact.key}") for one in self.lists if one.used]
        joined = [] if peers is None else peers.drop(ROW, BEYOND).columns
        names = [ROW, *self.inputs.names(taken=taken), *(one.meta.output_name() for one in lists), *joined]
        return found.select(
            *names,
            pl.col(ODD) | pl.col(APART) | pl.col(ROW).is_in([*strange]),
            reduce(and_, said, pl.col(COMPLETE)) & ~pl.col(ROW).is_in([*gaps]),
        ).collect(engine="in-memory")

    def _apart(self, *, beyond: bool) -> pl.Expr:
        apart = pl.lit(value=True) if self.apart is None else pl.col(ROW).is_in([*self.apart])
        return reduce(or_, (one.odd() for one in self.lists), apart | (pl.col(BEYOND) if beyond else NEVER))

    def about(self) -> tuple[Sequence[str], Sequence[str]]:
        """The units of all rows and the years that they say, each once."""
        heads = self.file.numbered().select(self.inputs.rows(())).unique(maintain_order=True).collect()
        years = heads["year"].drop_nulls().unique().to_list() if "year" in heads.columns else []
        return heads[UNIT].drop_nulls().unique(maintain_order=True).to_list(), years

    def written(self, number: int, values: Sequence[Any]) -> tuple[Row, Nested]:
        """A row as people's files have it: its cells, and what no cell holds."""
        nested: list[Any] = [(key, None) for key, one in self.header.gone.items() if values[one.place]]
        nested += [(key, found) for key, one in self.header.lists.items() if (found := values[one.place]) is not None]
        return self.file.cells(number, values, self.header.names), nested
