"""DuckDB: SQL by hand, from one of its tables into another."""

from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from benchmarks.columns.peer import Peer, Ready
from benchmarks.columns.score import scores
from benchmarks.columns.text_words import TextWords


def _prepare(path: Path) -> Ready:
    connection = duckdb.connect()
    connection.execute(f"create table facts as select * from read_parquet('{path}')")  # noqa: S608 - our own words
    text = f"create or replace table scores as {query()}"
    return Ready(lambda: connection.execute(text), lambda: _found(connection))


def query() -> str:
    """Items in the innermost query, then sections, then the whole."""
    words = TextWords(
        ("and", "or", "not "), "case when {0} then {1} else {2} end", "({0} // {1})", "=", _quoted, _quoted
    )
    scores(words)
    source = "facts"
    for step in ("items", "sections", "total"):
        columns = ", ".join(
            f"{formula} as {_quoted(name)}" for name, formula in words.results.items() if name.partition(".")[0] == step
        )
        source = f"(select *, {columns} from {source})"  # noqa: S608 - our own words
    return f"select {', '.join(map(_quoted, words.results))} from {source}"  # noqa: S608 - our own words


def _found(connection: Any) -> pl.DataFrame:
    found = connection.execute("select * from scores").fetchnumpy()
    return pl.DataFrame({name: pl.Series(values.astype("int64")) for name, values in found.items()})


def _quoted(name: str) -> str:
    return f'"{name}"'


PEERS = (Peer("DuckDB, SQL by hand", ("duckdb",), _prepare),)
