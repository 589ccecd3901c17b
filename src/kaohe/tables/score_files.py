"""A table of scores written batch by batch, as Parquet or CSV, in bounded memory."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
from polars.io.plugins import register_io_source

from kaohe.render.files.atomic import replacing


def write_batches(path: Path, batches: Iterator[pl.DataFrame]) -> int:
    """How many rows were written; the first batch says what columns there are. What `batches` raise comes through."""
    with replacing(path) as temporary:
        write = write_csv if path.suffix.lower() == ".csv" else write_parquet
        return write(temporary, batches)


def write_csv(path: Path, batches: Iterator[pl.DataFrame]) -> int:
    """With the mark by which Excel knows UTF-8."""
    rows = 0
    with path.open("wb") as file:
        for batch in batches:
            first = file.tell() == 0
            batch.write_csv(file, include_bom=first, include_header=first, line_terminator="\r\n")
            rows += batch.height
    return rows


def write_parquet(path: Path, batches: Iterator[pl.DataFrame]) -> int:
    counted = _Counted(batches)
    try:
        source = register_io_source(lambda *_: iter(counted), schema=counted.first.schema)
        source.sink_parquet(path, compression="snappy")
    except pl.exceptions.PolarsError as failed:
        raise counted.failed or unwritten(failed) from None
    return counted.rows


def unwritten(failed: pl.exceptions.PolarsError) -> OSError:
    """What polars could not write, as the system's own failures are told: a full disk is one of them."""
    return OSError(str(failed).partition("\n")[0])


class _Counted:
    """The batches, how many rows they had, and what ended them early."""

    def __init__(self, batches: Iterator[pl.DataFrame]) -> None:
        self.first = next(batches)
        self._others = batches
        self.rows = 0
        self.failed: BaseException | None = None

    def __iter__(self) -> Iterator[pl.DataFrame]:
        self.rows += self.first.height
        yield self.first
        try:
            for batch in self._others:
                self.rows += batch.height
                yield batch
        except BaseException as failed:
            self.failed = failed
            raise
