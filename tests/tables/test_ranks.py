"""Places as columns: those that `rank_spans` gives each unit, among all or within groups."""

from fractions import Fraction
from typing import Any

import polars as pl
import pytest

from kaohe.results.rank_spans import RankSpan, rank_spans
from kaohe.results.score_range import ScoreRange
from kaohe.tables.ranks import RankNames, Sides, ranked
from support.random_rows import seeded

NAMES = RankNames("best", "worst", "place")
SCHEMA = {"low": pl.Int64, "high": pl.Int64, "none": pl.Boolean, "county": pl.String}
Units = list[dict[str, Any]]


def some(seed: int, number: int) -> Units:
    """Scores of which many are the same, some open, some without end, some none."""
    random, found = seeded(seed), []
    for _ in range(number):
        low = random.randint(0, 8)
        high = low + random.choice((0, 0, 0, 1, 2, 5))
        open_low, open_high, none = (random.random() < chance for chance in (0.08, 0.08, 0.1))
        county = random.choice(("甲县", "乙县", "丙县", None))
        sides = None if open_low else low, None if open_high else high
        found.append({"low": sides[0], "high": sides[1], "none": none, "county": county})
    return found


def standing(unit: dict[str, Any]) -> ScoreRange:
    if unit["none"]:
        return ScoreRange.none(Fraction(10))
    low, high = (None if unit[side] is None else Fraction(unit[side]) for side in ("low", "high"))
    return ScoreRange(Fraction(10), low, high)


def wanted(units: Units, within: str) -> list[RankSpan]:
    found: list[RankSpan] = [None] * len(units)
    for group in {unit[within] for unit in units} - {None} if within else [None]:
        places = [place for place, unit in enumerate(units) if not within or unit[within] == group]
        spans = rank_spans([standing(units[place]) for place in places])
        for place, span in zip(places, spans, strict=True):
            found[place] = span
    return found


@pytest.mark.parametrize("within", ["", "county"])
@pytest.mark.parametrize("seed", range(40))
def test_they_are_those_of_sheets(seed: int, within: str) -> None:
    units = some(seed, seed)
    frame = pl.LazyFrame(units, schema=SCHEMA)
    found = ranked(frame, {NAMES: Sides("low", "high", "none")}, within).collect()
    assert found.columns == [*SCHEMA, "best", "worst", "place"]
    assert found.select(*SCHEMA).equals(frame.collect())
    spans = [(one["best"], one["worst"]) if one["best"] else None for one in found.to_dicts()]
    assert spans == wanted(units, within)
    assert found["place"].to_list() == [span[0] if span and span[0] == span[1] else None for span in spans]


def test_a_score_of_each_section_beside_the_whole() -> None:
    frame = pl.LazyFrame({"whole": [7, 9, 7, 3], "low": [1, 2, None, 4], "high": [1, 3, 3, 4]})
    section = RankNames("section.best", "section.worst", "section.place")
    found = ranked(frame, {NAMES: Sides("whole", "whole"), section: Sides("low", "high")}).collect()
    assert found["place"].to_list() == [2, 1, 2, 4]
    assert found["section.best"].to_list() == [3, 2, 2, 1]
    assert found["section.worst"].to_list() == [4, 3, 4, 1]
    assert found["section.place"].to_list() == [None, None, None, 1]


def test_no_units_have_no_places() -> None:
    frame = pl.LazyFrame(schema=SCHEMA)
    assert ranked(frame, {NAMES: Sides("low", "high")}, "county").collect().height == 0
