"""DuckDB scores a Parquet table as kaohe scores its rows, nested lists too; what is no such table is refused."""

from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl
import pytest

from kaohe.backends.columns.sql_dialects import DUCKDB
from kaohe.messages import say
from kaohe.problems import Unusable
from kaohe.scoring.columns.sql_query import ALONE, Beside, SqlQuery
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.engines import duckdb_engine
from support import shipped
from support.engine_tables import facts
from support.random_rows import random_row, seeded
from support.warehouse import rounded, unit_name, unlike
from tables.test_peer_columns import form, small


def test_its_scores_are_kaohes(tmp_path: Path) -> None:
    compiled, random = shipped.compiled(), seeded(9)
    query = SqlQuery(compiled, DUCKDB)
    rows = [rounded(query, random_row(compiled, random, gaps=gaps)) for gaps in (0, 0.02, 0.2) for _ in range(8)]
    facts(query, rows).with_columns(county=pl.lit("甲县")).write_parquet(tmp_path / "facts.parquet")
    target = tmp_path / "scores.parquet"
    assert duckdb_engine.score(compiled, tmp_path / "facts.parquet", target, Beside(("county",))) == 0
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


def test_what_is_kept_of_units_that_stand_twice_stays_with_its_row(tmp_path: Path) -> None:
    facts = pl.DataFrame({"unit": ["甲市", "乙市", "甲市"], "county": ["一", None, "二"]})
    found = scored(form("spending"), facts, tmp_path, Beside(("county",)))
    assert found.select("unit", "county").sort("county").rows() == [("乙市", None), ("甲市", "一"), ("甲市", "二")]


def scored(
    compiled: CompiledRubric,
    table: pl.DataFrame,
    folder: Path,
    beside: Beside = ALONE,
    members: pl.DataFrame | None = None,
) -> pl.DataFrame:
    table.write_parquet(folder / "facts.parquet")
    files = {} if members is None else {LIST: str(folder / "members.parquet")}
    if members is not None:
        members.write_parquet(folder / "members.parquet")
    duckdb_engine.score(compiled, folder / "facts.parquet", folder / "scores.parquet", beside, files)
    return pl.read_parquet(folder / "scores.parquet")


LIST = "item.spent"
NAMES = ["甲市", "乙市", "丙市"]
SPENT = {"unit": ["甲市", "甲市", "丁市"], "member": ["一", "二", "一"], "value": [1, 2, 3]}
"""No frame yet: what Polars does while tests are collected starts its threads, and no copy of the process has those."""


@pytest.mark.parametrize(
    ("told", "problems"), [(None, ["丁市"]), ([2, 0, None], ["丁市"]), ([1, 0, 1], ["丁市", "丙市", "甲市"])]
)
def test_members_may_stand_in_a_table_of_their_own(told: Any, problems: list[str], tmp_path: Path) -> None:
    """Who has none there has not reported, unless the table of facts says how many there are."""
    apart = pl.DataFrame({"unit": NAMES} if told is None else {"unit": NAMES, LIST: told})
    found = scored(form("spending"), apart, tmp_path, members=pl.DataFrame(SPENT))
    wrong = found.filter(pl.col("state") == "problem")
    assert [sorted(wrong["unit"]), {*wrong["problem"]}] == [problems, {LIST}]
    listed = [{"member": "一", "value": 1}, {"member": "二", "value": 2}]
    nested = pl.DataFrame({"unit": NAMES, LIST: [listed, None if told is None else [], None]})
    inside = scored(form("spending"), nested, tmp_path)
    right = [name for name in NAMES if name not in problems]
    assert told == [1, 0, 1] or found.filter(pl.col("unit").is_in(right)).equals(inside)


@pytest.mark.parametrize(
    ("key", "columns", "members", "code"),
    [
        (LIST, {LIST: [[{"member": "一", "value": 1}]]}, SPENT, "members-twice"),
        ("item.income", {}, SPENT, "members-of-no-list"),
        (LIST, {}, {("worth" if name == "value" else name): told for name, told in SPENT.items()}, "strange-columns"),
        (LIST, {}, {name: told for name, told in SPENT.items() if name != "member"}, "strange-columns"),
    ],
)
def test_members_that_can_not_be_meant(
    key: str, columns: dict[str, Any], members: dict[str, Any], code: str, tmp_path: Path
) -> None:
    pl.DataFrame({"unit": ["甲市"], **columns}).write_parquet(tmp_path / "facts.parquet")
    pl.DataFrame(members).write_parquet(tmp_path / "members.parquet")
    files = {key: str(tmp_path / "members.parquet")}
    with pytest.raises(Unusable) as refused:
        duckdb_engine.score(form("spending"), tmp_path / "facts.parquet", tmp_path / "s.parquet", ALONE, files)
    assert refused.value.code == code


def test_what_no_query_takes_over_all_units_must_be_a_column(tmp_path: Path) -> None:
    own = small({"of": "income / planned", "take": "mean", "with_self": True})
    with pytest.raises(Unusable) as refused:
        scored(own, pl.DataFrame({"unit": ["甲市"]}), tmp_path)
    assert (refused.value.code, refused.value.parameters) == ("engine-over-all", {"names": "item.taken"})
    assert scored(own, pl.DataFrame({"unit": ["甲市"], "item.taken": [1]}), tmp_path)["total"].to_list() == [5]


def test_a_row_that_can_not_be_taken_leaves_what_is_over_all_units_open(tmp_path: Path) -> None:
    incomes = [Decimal("1.00001"), Decimal(2), Decimal(3)]
    found = scored(form("highest"), pl.DataFrame({"unit": NAMES, "item.income": incomes}), tmp_path).sort("unit")
    assert found.select("unit", "state", "problem").rows() == [
        ("丙市", "open", None),
        ("乙市", "open", None),
        ("甲市", "problem", "item.income"),
    ]


def test_what_can_not_be_compared_in_a_query_is_told(tmp_path: Path) -> None:
    """Quotients of large divisors; what is published stays."""
    facts = {"item.income": [1, 2, 3], "item.planned": [10**10, 1, 2], "item.by_plan": [None, None, 3]}
    found = scored(form("by_plan"), pl.DataFrame({"unit": NAMES, **facts}), tmp_path).sort("unit")
    assert found.select("state", "problem", "total").rows() == [
        ("decided", None, Decimal(4)),
        ("problem", "item.by_plan", None),
        ("problem", "item.by_plan", None),
    ]


def test_large_numbers_are_taken(tmp_path: Path) -> None:
    """A product of decimals has no more digits than the first of them."""
    found = scored(form("all"), pl.DataFrame({"unit": NAMES, "item.income": [10**10, 10**13, 1]}), tmp_path)
    assert found["state"].to_list() == ["decided"] * 3


@pytest.mark.parametrize("kept", ["total", "total.rank", "item.income", "state"])
def test_what_is_kept_is_called_like_nothing_else(kept: str, tmp_path: Path) -> None:
    table = pl.DataFrame({"unit": ["甲市"], kept: [1]})
    with pytest.raises(Unusable) as refused:
        scored(form("spending"), table, tmp_path, Beside((kept,)))
    assert refused.value.code == "keep-taken"


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
