"""Units' files become a table of facts, and its rows units' files again: the same facts, whatever is missing."""

from pathlib import Path

import pytest

from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Values
from kaohe.tables.fact_files import fact_file
from kaohe.tables.opened_table import opened
from kaohe.tables.score_table import Wanted
from kaohe.tables.unit_tables import table_of_units
from support.random_units import EVERY, compiled, silent, units_at_random
from support.rounds import share


def _facts(values: Values) -> tuple[object, ...]:
    row = tuple(None if silent(one) else one for one in values.row)
    return values.unit, values.year, values.stage, row


@pytest.mark.parametrize("path", share(EVERY, of=4), ids=lambda path: path.stem)
def test_rows_come_back(path: Path, tmp_path: Path) -> None:
    given = units_at_random(path, 9)
    table_of_units(compiled(path), str(path), given).write_parquet(tmp_path / "facts.parquet")
    file = fact_file(str(tmp_path / "facts.parquet"))
    table = opened(file, UnitLoader("zh", {}), Wanted(scored=False))
    found = [_facts(one) for rows in table.rows() for one in table.units(rows)]
    assert table.exact.problems == []
    for one, other in zip(found, map(_facts, given), strict=True):
        assert one == other
