"""DuckDB scores a Parquet table as kaohe scores its rows, nested lists too; what is no such table is refused."""

from pathlib import Path
from unittest.mock import patch

import polars as pl
import pytest

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.messages import say
from kaohe.problems import Unusable
from kaohe.scoring.columns.sql_query import SqlQuery
from kaohe.tables.engines import duckdb_engine
from support import shipped
from support.engine_tables import facts
from support.random_rows import random_row, seeded
from support.warehouse import rounded, unit_name, unlike


def test_its_scores_are_kaohes(tmp_path: Path) -> None:
    compiled, random = shipped.compiled(), seeded(9)
    query = SqlQuery(compiled, DUCKDB)
    rows = [rounded(query, random_row(compiled, random, gaps=gaps)) for gaps in (0, 0.02, 0.2) for _ in range(8)]
    facts(query, rows).with_columns(county=pl.lit("甲县")).write_parquet(tmp_path / "facts.parquet")
    target = tmp_path / "scores.parquet"
    assert duckdb_engine.score(compiled, tmp_path / "facts.parquet", target, ("county",)) == 0
    scores = pl.read_parquet(target)
    assert scores.columns == ["unit", "county", *query.results.columns()]
    assert scores["unit"].to_list() == [unit_name(number) for number in range(len(rows))]
    assert scores["county"].unique().to_list() == ["甲县"]
    for row, one in zip(rows, scores.to_dicts(), strict=True):
        assert [*unlike(compiled, row, one)] == []
    assert [one.name for one in tmp_path.iterdir() if "scores" in one.name] == ["scores.parquet"]


def test_columns_that_it_lacks_are_not_reported(tmp_path: Path) -> None:
    pl.DataFrame({"unit": ["甲市"]}).write_parquet(tmp_path / "facts.parquet")
    duckdb_engine.score(shipped.compiled(), tmp_path / "facts.parquet", tmp_path / "scores.parquet")
    (one,) = pl.read_parquet(tmp_path / "scores.parquet").to_dicts()
    assert [*unlike(shipped.compiled(), (None,) * shipped.compiled().layout.width, one)] == []


def test_units_that_stand_twice_are_told(tmp_path: Path) -> None:
    pl.DataFrame({"unit": ["甲市", "乙市", "甲市", None]}).write_parquet(tmp_path / "facts.parquet")
    assert duckdb_engine.score(shipped.compiled(), tmp_path / "facts.parquet", tmp_path / "scores.parquet") == 3
    scores = pl.read_parquet(tmp_path / "scores.parquet")
    assert scores.filter(pl.col("state") == "problem")["problem"].to_list() == ["unit"] * 3


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        ({"unit": ["甲市"], "county": ["甲县"]}, "county"),
        ({"unit": ["甲市"], "coverage.contributors.current": ["12"]}, "coverage.contributors.current"),
        ({"unit": ["甲市"], "data_use.uploads": [3]}, "data_use.uploads"),
        ({"unit": ["甲市"], "data_use.uploads": [[{"member": "一", "parts": 3}]]}, "data_use.uploads: parts"),
        ({"units": ["甲市"]}, "units, unit"),
    ],
)
def test_what_is_no_such_table_is_refused(columns: dict[str, list[object]], names: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    pl.DataFrame(columns).write_parquet(path)
    with pytest.raises(Unusable) as refused:
        duckdb_engine.score(shipped.compiled(), path, tmp_path / "scores.parquet")
    told = refused.value
    zh, en = (say(f"problem.{told.code}", language, **told.parameters) for language in ("zh", "en"))
    lacking = "lacks these columns, or has some that are not known or of another type"  # strange-columns
    assert zh == f"{path} 里这些列没有、不认得，或类型不对：{names}；要哪些列、什么类型，见 kaohe sql 打印的说明"
    assert en == f"{path} {lacking}: {names}; kaohe sql prints which are expected"
    assert [one.name for one in tmp_path.iterdir()] == ["facts.parquet"]


def test_without_duckdb_it_says_how_to_have_it(tmp_path: Path) -> None:
    with patch("kaohe.tables.engines.duckdb_engine.find_spec", return_value=None), pytest.raises(Unusable) as refused:
        duckdb_engine.score(shipped.compiled(), tmp_path / "f", tmp_path / "s")
    told = refused.value
    assert [say(f"problem.{told.code}", language, **told.parameters) for language in ("zh", "en")] == [
        "用 DuckDB 计算要有 duckdb，这里没有装；请运行：pip install 'kaohe[cluster]'",  # no-engine
        "DuckDB computes by the package duckdb, which is not installed; run: pip install 'kaohe[cluster]'",
    ]
