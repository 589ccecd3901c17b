"""Every kind of attempt, and how often it is made."""

from collections.abc import Callable, Mapping
from random import Random

from fuzz.hostile.given import Given
from fuzz.hostile.makers import later_workbook, table_of_columns, table_of_units, unit_workbook
from fuzz.hostile.other_makers import (
    archive,
    cases,
    checked_form,
    common_facts,
    folder_of_results,
    official_form,
    roster,
    rubric_pair,
    sealed,
    settings,
    signed,
)

KINDS: Mapping[Callable[[Random], Given], int] = {
    unit_workbook: 14,
    later_workbook: 6,
    table_of_units: 20,
    table_of_columns: 10,
    roster: 14,
    cases: 14,
    signed: 10,
    sealed: 10,
    archive: 8,
    official_form: 20,
    checked_form: 12,
    folder_of_results: 4,
    settings: 2,
    common_facts: 6,
    rubric_pair: 20,
}
"""What is made, and how often."""


def made(random: Random) -> Given:
    return random.choices([*KINDS], [*KINDS.values()])[0](random)
