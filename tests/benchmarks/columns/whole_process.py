"""`python -m benchmarks.columns.whole_process TOLD WHAT …`: a whole piece of work, then what it took.

Told are the kilobytes of memory and the seconds that do not count.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.columns.memory import kilobytes

BATCH = 100_000


def main() -> None:
    told, what, *words = sys.argv[1:]
    uncounted = _WORK[what](words)
    Path(told).write_text(f"{kilobytes()} {uncounted}", encoding="utf-8")


def _copy(words: list[str]) -> float:
    """Only reads and writes facts."""
    import polars as pl

    facts, target = words
    pl.scan_parquet(facts).sink_parquet(target)
    return 0


def _same(words: list[str]) -> float:
    """Reads facts, and writes the scores that lie beside the target as they are; to have them does not count."""
    import polars as pl
    from polars.io.plugins import register_io_source

    facts, target, scores = words
    start = perf_counter()
    batches = [*pl.read_parquet(scores).rechunk().iter_slices(BATCH)]
    uncounted = perf_counter() - start

    def while_reading() -> Iterator[pl.DataFrame]:
        read = pl.scan_parquet(facts).collect_batches(chunk_size=BATCH, maintain_order=True)
        yield from (batch for batch, _ in zip(batches, read, strict=True))

    source = register_io_source(lambda *_: while_reading(), schema=batches[0].schema)
    source.sink_parquet(target, compression="snappy")
    return uncounted


def _table(words: list[str]) -> float:
    from kaohe.cli.main import main as kaohe

    facts, target, *more = words
    sys.argv = ["kaohe", "table", facts, "--keep", "county", "-o", target, *more]
    try:
        kaohe()
    except SystemExit as ended:
        if ended.code:
            raise
    return 0


_WORK = {"copy": _copy, "same": _same, "table": _table}


if __name__ == "__main__":
    main()
