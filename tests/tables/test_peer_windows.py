"""What is taken over units' own numbers as window functions: what `submission.peers` takes of the same."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import polars as pl
import pytest

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Peers
from kaohe.submission import peers as exact
from kaohe.tables.peer_windows import GROUP, NONE, TOP, UNDER, UNREPORTED, over_all
from kaohe.tables.table_header import ROW
from support.compiled_once import compiled
from support.entries import EVERY_KIND
from support.random_rows import seeded

SCHEMA = {ROW: pl.Int64, GROUP: pl.Int64, TOP: pl.Int128, UNDER: pl.Int128, UNREPORTED: pl.Boolean}
OTHERS = ("mean", "minimum", "maximum", "sum", "number")
WAYS: list[dict[str, Any]] = [
    *({"take": take, "with_self": one} for take in OTHERS for one in (True, False)),
    *(
        {"take": "rank", "first": first, "ties": ties}
        for first in ("highest", "lowest")
        for ties in ("shared", "dense", "mean")
    ),
]
Unit = tuple[int, int | None, int | None, int, bool]


def units(random: Random, unders: str) -> list[Unit]:
    """Units in groups, few numbers over denominators of one of these sorts, some without one, some not reported."""
    found: list[Unit] = []
    for row in range(random.randint(0, 9)):
        under = {"one": 1000, "few": random.choice((1, 2, 3, 1000)), "many": random.randint(1, 10**9)}[unders]
        top = random.choice((random.randint(-5, 5), random.randint(-5, 5) * under, random.randint(0, 10**9)))
        reported = random.random() > 0.05
        group = random.choice((1, 1, 2, -1)) if random.random() > 0.03 else None
        found.append((row, group, top if reported and random.random() > 0.15 else None, under, not reported))
    return found


def wanted(keys: dict[str, Any], several: list[Unit], *, grouped: bool) -> list[Any]:
    fact = replace(compiled(EVERY_KIND).peers[0], peers=Peers(of="of", **keys))
    owns = ["missing" if gap else None if top is None else Fraction(top, under) for _, _, top, under, gap in several]
    return exact.over_all(fact, owns, [unit[1] for unit in several] if grouped else [])


def taken(keys: dict[str, Any], several: list[Unit], *, grouped: bool) -> list[Any]:
    frame = pl.DataFrame(several, schema=SCHEMA, orient="row")
    if not grouped:
        frame = frame.with_columns(pl.lit(0, pl.Int64).alias(GROUP))
    found = over_all(Peers(of="of", **keys), frame).sort(ROW).to_dicts()
    return [NOT_APPLICABLE if one[NONE] else one[TOP] and Fraction(one[TOP], one[UNDER]) for one in found]


@pytest.mark.parametrize("unders", ["one", "few", "many"])
@pytest.mark.parametrize("keys", WAYS, ids=lambda keys: " ".join(map(str, keys.values())))
def test_it_is_the_same(keys: dict[str, Any], unders: str) -> None:
    for seed in range(30):
        several = units(seeded(seed), unders)
        try:
            found = taken(keys, several, grouped=bool(seed % 3))
        except TooLarge:
            assert unders == "many"
            assert keys["take"] in ("mean", "sum")
        else:
            assert found == wanted(keys, several, grouped=bool(seed % 3)), seed


def rates(number: int) -> list[Unit]:
    """Units of as many denominators."""
    return [(row, 0, 1, 10**12 + row, False) for row in range(number)]


def test_very_many_denominators_are_in_order() -> None:
    found = taken({"take": "rank", "first": "lowest", "ties": "shared"}, rates(1500), grouped=True)
    assert found == [*range(1500, 0, -1)]


def test_what_has_no_order_in_whole_numbers_is_refused() -> None:
    far: list[Unit] = [
        (0, 0, 10**30, 10**13 + 1, False),
        (1, 0, 10**30, 10**13 + 2, False),
        (2, 0, 1, 10**13 + 3, False),
    ]
    with pytest.raises(TooLarge):
        taken({"take": "maximum", "with_self": True}, far, grouped=True)
