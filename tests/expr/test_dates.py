"""Full months between two dates: as a person counts them on a calendar, and for any number of days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kaohe.expr.dates import CYCLE_DAYS, CYCLE_YEARS, MONTHS, months_between
from support.naive import full_months, months_begun

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(date.toordinal)


@given(DAYS, DAYS)
def test_months_are_counted_on_the_calendar(first: int, last: int) -> None:
    assert months_between(first, last) == full_months(first, last)
    assert months_between(first, last, 1) == months_begun(first, last)


@given(DAYS, DAYS, st.integers(-1000, 1000))
def test_the_calendar_goes_on_beyond_all_dates(first: int, last: int, cycles: int) -> None:
    shift = cycles * CYCLE_DAYS
    assert months_between(first + shift, last + shift) == months_between(first, last)
    assert months_between(first, last + shift) == months_between(first, last) + cycles * CYCLE_YEARS * MONTHS
