"""Scores with places: among all units of a table, or among those that have the same in one of its columns."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.tables.fact_files import BATCH
from kaohe.tables.ranks import RankNames, Sides, ranked
from kaohe.tables.score_files import write_parquet
from kaohe.tables.scored_columns import HIGH, LOW, NONE, NOT_SCORED, STATE

PLACELESS = ("not_scored", "problem")
"""The states of those who have no place at all."""


def with_ranks(batches: Iterator[pl.DataFrame], within: str) -> Iterator[pl.DataFrame]:
    """The same batches with places behind them; meanwhile they lie in a file that nobody else sees."""
    sides: list[pl.DataFrame] = []

    def noted() -> Iterator[pl.DataFrame]:
        for batch in batches:
            sides.append(batch.select(_sides(batch.columns, within)))
            yield batch

    with TemporaryDirectory(prefix="kaohe-") as folder:
        path = Path(folder) / "scores.parquet"
        write_parquet(path, noted())
        parts = _ranked_parts(sides[0].columns)
        several = {_names(part): Sides(f"{part}.{LOW}", f"{part}.{HIGH}", f"{part}.{NONE}") for part in parts}
        places = ranked(pl.concat(sides).lazy(), several, within).select(
            column for names in several for column in (names.place, names.best, names.worst)
        )
        yield from _beside(path, places.collect())


def _beside(path: Path, places: pl.DataFrame) -> Iterator[pl.DataFrame]:
    at = 0
    for batch in pl.scan_parquet(path).collect_batches(chunk_size=BATCH, maintain_order=True):
        yield pl.concat([batch, places.slice(at, batch.height)], how="horizontal")
        at += batch.height


def _names(part: str) -> RankNames:
    return RankNames(f"{part}.rank.best", f"{part}.rank.worst", f"{part}.rank")


def _ranked_parts(columns: Sequence[str]) -> list[str]:
    """Sections and the whole have places, items have none."""
    parts = (name.removesuffix(f".{LOW}") for name in columns if name.endswith(f".{LOW}"))
    return [part for part in parts if part == TOTAL or part.startswith(f"{SECTIONS}.")]


def _sides(columns: Sequence[str], within: str) -> Iterator[pl.Expr]:
    """Both sides of each score as whole numbers, and who has none."""
    if within:
        yield pl.col(within)
    for part in _ranked_parts(columns):
        for side in (LOW, HIGH):
            yield pl.col(f"{part}.{side}").reinterpret(dtype=pl.Int128).cast(pl.Int64)
        named = pl.col(NOT_SCORED).str.split(", ").list.contains(part).fill_null(value=False)
        yield (named | pl.col(STATE).is_in(PLACELESS) if part == TOTAL else named | (pl.col(STATE) == "problem")).alias(
            f"{part}.{NONE}"
        )
