"""What comes of a unit's members is taken from them alone, whatever stands before and behind them."""

import polars as pl

from kaohe.backends.cells.formulas import Formula, Reference, call
from kaohe.scoring.columns.column_writer import Aggregate, Stage, Taken
from kaohe.scoring.columns.program import Output, Program
from kaohe.tables.run_program import run_program
from kaohe.tables.table_header import ROW

UNITS = {ROW: [1, 2, 4, 5, 7], "times": [1, 2, 3, 4, 5]}
"""Row 3 is scored by itself: its members stand among the others nevertheless."""
MEMBERS = {ROW: [1, 1, 3, 4, 5, 5, 5], "value": [1, 2, 100, 4, 0, 6, -1]}
VALUE, MOST = Reference("value"), 2**62


def _of_members(
    *taken: Taken, one: Formula = VALUE, members: pl.DataFrame | None = None
) -> list[tuple[int | bool | None, ...]]:
    """What is taken of members, for each unit."""
    stage = Stage("list", {"one": one}, {f"score.{name}": Aggregate(name, "one") for name in taken})
    outputs = [Output(name, "score") for name in taken]
    program = Program([Stage(""), stage], outputs, 1, complete=False, held={})
    own = pl.DataFrame(MEMBERS) if members is None else members
    found = run_program(program, pl.LazyFrame(UNITS), {"list": own.lazy()}).collect()
    assert found[ROW].to_list() == UNITS[ROW]
    return found.select(f"score.{name}" for name in taken).rows()


def test_sums() -> None:
    assert _of_members("sum") == [(3,), (None,), (4,), (5,), (None,)]


def test_sums_of_what_rests_on_the_unit() -> None:
    assert _of_members("sum", one=call("*", VALUE, Reference("times"))) == [(3,), (None,), (12,), (20,), (None,)]


def test_sums_are_as_large_as_they_may_be_though_all_together_are_larger() -> None:
    large = pl.DataFrame({ROW: [1, 2, 4, 5, 7], "value": [MOST, MOST, -MOST, MOST, MOST]})
    assert _of_members("sum", members=large) == [(MOST,), (MOST,), (-MOST,), (MOST,), (MOST,)]
    wide = large.with_columns(pl.col("value").cast(pl.Int128) * 2**62)
    assert _of_members("sum", members=wide) == [(one * 2**62,) for one in (MOST, MOST, -MOST, MOST, MOST)]


def test_others_stand_beside_sums() -> None:
    assert _of_members("max", "sum") == [(2, 3), (None, None), (4, 4), (6, 5), (None, None)]
    less = call(">", Reference("times"), VALUE)
    assert _of_members("any", one=less) == [(False,), (None,), (False,), (True,), (None,)]


def test_nobody_has_members() -> None:
    nobody = pl.DataFrame(schema={ROW: pl.Int64, "value": pl.Int64})
    assert _of_members("sum", members=nobody) == [(None,)] * 5
    assert _of_members("max", members=nobody) == [(None,)] * 5
