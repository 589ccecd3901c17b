"""What a peer is to the measuring: inputs made off the clock, the work, its scores afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import polars.selectors as cs


@dataclass(frozen=True, slots=True)
class Ready:
    """A peer that has its inputs; `scores` are those of the last work, in hundredths, a column each."""

    work: Callable[[], object]
    scores: Callable[[], pl.DataFrame]
    before: Callable[[], object] = lambda: None
    """What has to be done before each work, off the clock."""


@dataclass(frozen=True, slots=True)
class Peer:
    """`prepare` reads typed facts from a file."""

    name: str
    packages: tuple[str, ...]
    """Of which versions are shown."""
    prepare: Callable[[Path], Ready]
    most: int = 1_000_000
    """More rows are not asked of it."""
    refused: str = ""
    """Why it can't be asked here."""


def kept(work: Callable[[], pl.DataFrame]) -> Ready:
    """Work that gives its scores."""
    found: list[pl.DataFrame] = []

    def again() -> None:
        found[:] = [work()]

    return Ready(again, lambda: found[0])


def filled(path: Path) -> pl.DataFrame:
    """Facts for those who have no NULL: what is not applicable is 0 or no, and its own column says so."""
    return pl.read_parquet(path).with_columns(cs.boolean().fill_null(value=False), cs.integer().fill_null(0))
