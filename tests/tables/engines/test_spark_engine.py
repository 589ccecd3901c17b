"""Spark on this machine alone gives kaohe's scores, and the same Parquet as DuckDB does."""

from collections.abc import Iterator
from importlib.util import find_spec
from operator import itemgetter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl
import pytest

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.messages import say
from kaohe.problems import Unusable
from kaohe.scoring.columns.sql_query import SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.engines import duckdb_engine, spark_engine
from support import rule_cases, shipped
from support.engine_tables import facts
from support.random_rows import random_row, seeded
from support.spreadsheet import without_some
from support.warehouse import Row, rounded, unlike
from test_forms import FORMS

SHARE = 30
"""One of so many rule cases."""


def test_without_spark_it_says_how_to_have_it(tmp_path: Path) -> None:
    with patch("kaohe.tables.engines.spark_engine.find_spec", return_value=None), pytest.raises(Unusable) as refused:
        spark_engine.score(shipped.compiled(), tmp_path / "f", tmp_path / "s")
    told = refused.value
    assert [say(f"problem.{told.code}", language, **told.parameters) for language in ("zh", "en")] == [
        "用 Spark 计算要有 pyspark，这里没有装；请运行：pip install 'kaohe[cluster]'",  # no-engine
        "Spark computes by the package pyspark, which is not installed; run: pip install 'kaohe[cluster]'",
    ]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    if find_spec("pyspark") is None:
        pytest.skip("pyspark")
    found = spark_engine.local_session()
    yield found
    found.stop()


def told(session: Any, compiled: CompiledRubric, rows: list[Row], folder: Path) -> list[str]:
    query = SqlQuery(compiled, DUCKDB)
    rows = [rounded(query, row) for row in rows]
    facts(query, rows).write_parquet(folder / "facts.parquet")
    found = spark_engine.scored(session, compiled, folder / "facts.parquet").collect()
    scores = sorted((row.asDict() for row in found), key=itemgetter("unit"))
    return [what for row, one in zip(rows, scores, strict=True) for what in unlike(compiled, row, one)]


@pytest.mark.spark
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("case", [pytest.param(one, id=one.name) for one in rule_cases.cases()[::SHARE]])
def test_rule_cases(session: Any, case: rule_cases.Case, tmp_path: Path) -> None:
    random = seeded(5)
    rows = [case.row(example) for example in case.examples]
    assert told(session, case.compiled, rows + [without_some(row, random, 0.3) for row in rows], tmp_path) == []


@pytest.mark.spark
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("form", [pytest.param(one, id=one.stem) for one in FORMS[1::4]])
def test_forms(session: Any, form: Any, tmp_path: Path) -> None:
    rows = [form.row(number) for number in range(len(form.cases["units"]))]
    rows += [without_some(row, seeded(6), 0.1) for row in rows]
    assert told(session, form.compiled, rows, tmp_path) == []


@pytest.mark.spark
@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("session")
def test_the_parquet_is_that_of_duckdb(tmp_path: Path) -> None:
    """`score` stops the session, so that it comes last."""
    compiled, random = shipped.compiled(), seeded(9)
    query = SqlQuery(compiled, DUCKDB)
    rows = [rounded(query, random_row(compiled, random, gaps=gaps)) for gaps in (0, 0.02, 0.2) for _ in range(8)]
    path, one, other = (tmp_path / name for name in ("facts.parquet", "one.parquet", "other.parquet"))
    facts(query, rows).write_parquet(path)
    assert duckdb_engine.score(compiled, path, one) == spark_engine.score(compiled, path, other) == 0
    assert pl.read_parquet(one).equals(pl.read_parquet(other))
    assert pl.read_parquet_schema(one) == pl.read_parquet_schema(other)
