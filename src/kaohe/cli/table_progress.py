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
    rate = Rate(reporter)
    for batch in batches:
        yield batch
        rate.add(batch.height)


class Rate:
    """Says now and then how many rows are done."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self._started = self._said = monotonic()
        self._rows = 0
        self._between = OFTEN if sys.stderr.isatty() else progress.BETWEEN

    def add(self, rows: int) -> None:
        self._rows += rows
        now = monotonic()
        if now - self._said >= self._between:
            self._said = now
            rate = self._rows / (now - self._started)
            self._reporter.notice("table-progress", rows=f"{self._rows:,}", rate=f"{rate:,.0f}")
