"""Dates in columns: every day of a whole cycle of the calendar and beside it, and the full months between dates."""

from datetime import date
from itertools import product

import polars as pl
import pytest

from kaohe.backends.cells.formulas import Formula, Reference
from kaohe.backends.columns.calendar import calendar_day, months_between
from kaohe.backends.columns.polars_code import expression
from kaohe.expr.dates import CYCLE_DAYS, MONTHS
from kaohe.expr.dates import months_between as months_by_hand
from support.column_tables import Columns

EPOCH = date(1970, 1, 1).toordinal()


class Kept:
    """Each formula becomes a column of the frame at once."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame

    def __call__(self, formula: Formula) -> Formula:
        name = f"work.{self.frame.width}"
        self.frame = self.frame.with_columns(expression(formula, Columns()).alias(name))
        return Reference(name)

    def values(self, formula: Formula) -> pl.Series:
        return self.frame.with_columns(expression(formula, Columns()).alias("value"))["value"]


def test_every_day_of_the_calendar() -> None:
    days = pl.Series("days", range(-1000, CYCLE_DAYS + 1000), pl.Int64)
    kept = Kept(pl.DataFrame([days]))
    found = calendar_day(kept, Reference("days"))
    dates = (days - EPOCH).cast(pl.Date)
    assert kept.values(found.month).equals(dates.dt.year().cast(pl.Int64) * MONTHS + dates.dt.month() - 1)
    assert kept.values(found.day).equals(dates.dt.day().cast(pl.Int64))


DATES = [
    date.fromisoformat(one).toordinal()
    for one in ("2010-12-31", "2011-01-30", "2011-01-31", "2011-02-28", "2011-03-01", "2012-02-29", "2100-02-28")
]


@pytest.mark.parametrize("started", [0, 1])
def test_full_months_between_dates(started: int) -> None:
    rows = [*product(DATES, DATES)]
    kept = Kept(pl.DataFrame(rows, schema={"first": pl.Int64, "last": pl.Int64}, orient="row"))
    found = months_between(kept, Reference("first"), Reference("last"), started)
    assert kept.values(found).to_list() == [months_by_hand(*row, started) for row in rows]
