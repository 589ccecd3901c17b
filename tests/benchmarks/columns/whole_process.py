"""`python -m benchmarks.columns.whole_process MEMORY WHAT …`: a whole piece of work, then the memory that it took."""

import sys
from pathlib import Path

from benchmarks.columns.memory import kilobytes


def main() -> None:
    memory, what, *words = sys.argv[1:]
    try:
        _WORK[what](words)
    finally:
        Path(memory).write_text(str(kilobytes()), encoding="utf-8")


def _copy(words: list[str]) -> None:
    """Only reads and writes."""
    import polars as pl

    facts, target = words
    pl.scan_parquet(facts).sink_parquet(target)


def _table(words: list[str]) -> None:
    from kaohe.cli.main import main as kaohe

    facts, target, *more = words
    sys.argv = ["kaohe", "table", facts, "--keep", "county", "-o", target, *more]
    kaohe()


_WORK = {"copy": _copy, "table": _table}


if __name__ == "__main__":
    main()
