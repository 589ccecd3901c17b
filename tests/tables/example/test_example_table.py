"""Made-up tables: the same for one seed, facts on thresholds and beside them, gaps and what does not apply as asked."""

from pathlib import Path

import polars as pl
import pytest

from kaohe.tables.example.example_table import BATCH, ExampleTable, write_example
from support import shipped

UNITS = 3000
GROWTH = ("coverage.contributors.previous", "coverage.contributors.current")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    path = tmp_path_factory.mktemp("example") / "facts.parquet"
    write_example(shipped.compiled(), UNITS, path, written=False, missing=0.0)
    return pl.read_parquet(path)


def test_columns_have_the_types_of_facts(table: pl.DataFrame) -> None:
    kinds = table.schema
    assert table["unit"][0] == "第000001单位"
    assert kinds["legal_compliance.violations"] == pl.Int32
    assert kinds["coverage.contributors.current"] == pl.Int64
    assert kinds["parameters.provincial_pass_rate.percent"] == pl.Decimal(18, 2)
    assert kinds["fund_raising.funds.current"] == pl.Decimal(18, 2)
    assert kinds["network.villages_connected.not_applicable"] == pl.Boolean
    assert isinstance(kinds["data_use.uploads"], pl.List)


def test_numbers_stand_on_thresholds_and_beside_them(table: pl.DataFrame) -> None:
    before, now = (table[name] for name in GROWTH)
    for percent in (1, 2):
        exact = before * (100 + percent)
        assert (now * 100 == exact).sum() > 3
        assert ((now * 100 - exact).abs() <= 100).sum() > (now * 100 == exact).sum()
    assert set(range(4)) <= set(table["insurance_administration.areas_not_posted"])


def test_what_does_not_apply_has_no_facts(table: pl.DataFrame) -> None:
    gone = table["market_rating.three_star_markets.not_applicable"]
    assert 0.05 < gone.mean() < 0.15  # type: ignore[operator]  # a mean of truths is a number
    assert table["market_rating.low_star_markets"].is_null().equals(gone)


def test_a_share_is_missing() -> None:
    found = ExampleTable(shipped.compiled(), 1, missing=0.2, gone=0).scan(1000).collect()
    for name in ("legal_compliance.violations", "fund_use.proper_use", "data_use.uploads"):
        assert 150 < found[name].null_count() < 250
    assert not found["network.villages_connected.not_applicable"].any()


def test_seeds_decide_and_batches_do_not() -> None:
    def rows(seed: int, units: int) -> pl.DataFrame:
        return ExampleTable(shipped.compiled(), seed, missing=0.1, gone=0.1).scan(units).collect()

    assert rows(1, 50).equals(rows(1, 60).head(50))
    assert not rows(1, 50).equals(rows(2, 50))
    assert rows(1, BATCH + 1).height == BATCH + 1


def test_a_csv_is_as_people_write(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    write_example(shipped.compiled(), 200, path, written=True, missing=0.1)
    found = pl.read_csv(path, infer_schema=False)
    assert set(found["network.villages_connected"]) == {"是", "否", "不适用", None}
    assert found["parameters.provincial_pass_rate"].drop_nulls().str.contains(r"^\d+\.\d\d%$").all()
    assert "data_use.uploads" not in found.columns
