"""kaohe: its own program over the same columns, calculation only."""

from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.columns.by_polars import Engine
from benchmarks.columns.frames import form_without_lists
from benchmarks.columns.peer import Peer, Ready, kept
from kaohe.scoring.columns.program import DEFINED, program
from kaohe.tables.run_program import run_program
from kaohe.tables.table_header import ROW

LARGEST = 10_000_000


def _prepare(engine: Engine) -> Any:
    def prepare(path: Path) -> Ready:
        facts = pl.read_parquet(path).rechunk().with_row_index(ROW)
        written = program(form_without_lists(), complete=True)
        names = {one.column: one.of for one in written.outputs}
        query = run_program(written, facts.lazy(), {})
        ready = kept(lambda: query.collect(engine=engine))
        return Ready(ready.work, lambda: _sound(ready.scores()).rename(names).drop(ROW, DEFINED))

    return prepare


def _sound(found: pl.DataFrame) -> pl.DataFrame:
    """Scores of rows where something is divided by zero are for the exact engine: there are none in the example."""
    return found.filter(DEFINED)


PEERS = (
    Peer("kaohe", ("polars",), _prepare("in-memory"), LARGEST),
    Peer("kaohe, streaming", ("polars",), _prepare("streaming"), LARGEST),
)
