"""Facts over all units in a query: the scores that rest on them are those of a folder, whoever is missing."""

from pathlib import Path
from typing import Any

import pytest

from support.random_rows import seeded
from support.rounds import share
from support.warehouse import Row, disagreements
from tables.test_peer_columns import TAKEN, form, units

GAPS = (0, 0.02, 0.1)


def rows_of(name: str, seed: int) -> tuple[Any, list[Row]]:
    """A form and units of it, some of which may be without what they are compared by."""
    gone, random = bool(seed % 2), seeded(seed)
    own = form("mean", name, gone=gone) if name == "beside" else form(name, gone=gone)
    found = units(own, random, random.randint(1, 9), GAPS[seed % 3], gone=gone)
    return own, [tuple(map(_named, row)) for row in found]


def _named(fact: Any) -> Any:
    """Each member of a list has a name of its own."""
    return tuple((f"成员{at}", *one[1:]) for at, one in enumerate(fact)) if isinstance(fact, tuple) else fact


@pytest.mark.parametrize(("number", "name"), [*enumerate(TAKEN)], ids=TAKEN)
def test_they_are_those_of_a_folder(number: int, name: str, tmp_path: Path) -> None:
    for seed in share(range(number, number + 24), of=24):
        own, rows = rows_of(name, seed)
        assert disagreements(own, rows, tmp_path) == ([], 0), seed
