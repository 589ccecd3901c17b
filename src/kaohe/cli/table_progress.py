"""How far the scoring of a large table is: rows done, how many a second."""

import sys
from time import monotonic
from typing import TYPE_CHECKING

from kaohe.cli import progress
from kaohe.cli.reporter import Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

OFTEN = 1.0
"""Seconds from one line to the next on a terminal."""


def counted(reporter: Reporter, batches: "Iterator[pl.DataFrame]") -> "Iterator[pl.DataFrame]":
    """The same batches; a run that takes long says how far it is."""
    started = said = monotonic()
    rows = 0
    between = OFTEN if sys.stderr.isatty() else progress.BETWEEN
    for batch in batches:
        yield batch
        rows += batch.height
        now = monotonic()
        if now - said >= between:
            said = now
            reporter.notice("table-progress", rows=f"{rows:,}", rate=f"{rows / (now - started):,.0f}")
