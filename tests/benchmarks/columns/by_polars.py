"""Polars by hand: one lazy query, items first, then what stands above."""

from pathlib import Path
from typing import Any, Literal

import polars as pl

from benchmarks.columns.peer import Peer, Ready, kept
from benchmarks.columns.score import scores

Engine = Literal["in-memory", "streaming"]


class InPolars:
    """Expressions; a result is a column that the next step reads."""

    def __init__(self) -> None:
        self.steps: dict[str, list[pl.Expr]] = {"items": [], "sections": [], "total": []}

    def fact(self, name: str) -> pl.Expr:
        return pl.col(name)

    def when(self, condition: pl.Expr, then: Any, otherwise: Any) -> pl.Expr:
        return pl.when(condition).then(_number(then)).otherwise(_number(otherwise))

    def quotient(self, above: pl.Expr, below: pl.Expr) -> pl.Expr:
        return above // below

    def same(self, left: pl.Expr, right: pl.Expr) -> pl.Expr:
        return left == right

    def result(self, name: str, value: pl.Expr) -> pl.Expr:
        self.steps[name.partition(".")[0]].append(value.alias(name))
        return pl.col(name)


def _number(value: Any) -> Any:
    return pl.lit(value, pl.Int32) if isinstance(value, int) else value


def query(facts: pl.LazyFrame) -> pl.LazyFrame:
    words = InPolars()
    names = [*scores(words)]
    for step in words.steps.values():
        facts = facts.with_columns(step)
    return facts.select(names)


def _prepare(engine: Engine) -> Any:
    def prepare(path: Path) -> Ready:
        written = query(pl.read_parquet(path).rechunk().lazy())
        return kept(lambda: written.collect(engine=engine))

    return prepare


PEERS = (
    Peer("Polars by hand", ("polars",), _prepare("in-memory")),
    Peer("Polars by hand, streaming", ("polars",), _prepare("streaming")),
)
