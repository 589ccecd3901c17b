"""Blank workbooks that a program fills in and LibreOffice saves say the same facts when they are read back."""

from pathlib import Path

from support.random_rows import seeded
from support.refilled import ONE_IN, made_up, refilled
from support.rendered.printing import IN_OFFICE, Office
from support.rounds import share

pytestmark = IN_OFFICE
SEED = 4
UNITS = share(range(8 * ONE_IN), of=24)


def test_the_same_facts(office: Office, tmp_path: Path) -> None:
    units = list(made_up(range(len(UNITS)), seeded(SEED)))
    assert refilled(office, tmp_path, units) == [[] for _ in units]


def test_that_it_can_fail(office: Office, tmp_path: Path) -> None:
    """What is compared with other facts than were filled in is not the same."""
    ((path, data),) = made_up(range(1), seeded(SEED))
    ((_, other),) = made_up(range(1), seeded(SEED + 1))
    (wrong,) = refilled(office, tmp_path, [(path, data)], [(path, other)])
    assert wrong
