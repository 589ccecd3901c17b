"""Members in tables of their own give the scores that they give in nested columns, whatever is missing."""

from pathlib import Path

import polars as pl
import pytest

from kaohe.stages.unit_loader import UnitLoader
from kaohe.tables.fact_files import fact_file
from kaohe.tables.opened_table import opened
from kaohe.tables.score_table import Wanted
from kaohe.tables.split_lists import counted, in_texts, lists_of, members_in_texts, members_of
from kaohe.tables.unit_tables import table_of_units
from support.compiled_once import compiled
from support.random_units import FORMS, units_at_random
from support.rounds import share

WITH_LISTS = [path for path in FORMS if lists_of(compiled(path)) and not compiled(path).peers]


def scores(path: Path, members: dict[str, str]) -> pl.DataFrame:
    table = opened(fact_file(str(path)), UnitLoader("zh", {}), Wanted(members=members))
    found = pl.concat([*table.batches()])
    assert table.exact.problems == []
    return found.select(pl.exclude("year").cast(pl.String))


@pytest.mark.parametrize("form", share(WITH_LISTS, of=4), ids=lambda path: path.stem)
def test_the_same_scores(form: Path, tmp_path: Path) -> None:
    rubric = compiled(form)
    frame, keys = table_of_units(rubric, str(form), units_at_random(form, 9)), lists_of(rubric)
    frame.write_parquet(tmp_path / "nested.parquet")
    apart = frame.with_columns(counted(keys))
    apart.write_parquet(tmp_path / "apart.parquet")
    in_texts(rubric, apart).write_csv(tmp_path / "apart.csv")
    for key in keys:
        members = members_of(frame.lazy(), key)
        members.sink_parquet(tmp_path / f"{key}.parquet")
        members_in_texts(members).sink_csv(tmp_path / f"{key}.csv")
    nested = scores(tmp_path / "nested.parquet", {})
    for kind in ("parquet", "csv"):
        files = {key: str(tmp_path / f"{key}.{kind}") for key in keys}
        assert scores(tmp_path / f"apart.{kind}", files).equals(nested)
