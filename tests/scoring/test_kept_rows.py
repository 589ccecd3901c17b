"""Rows of a sheet that are kept from one unit to the next: no other unit is told what its own facts do not say."""

import pytest

from kaohe.library import rubric_files
from kaohe.scoring import item_rows, open_items
from kaohe.scoring.points_told import MOST_KEPT
from kaohe.scoring.scorer import Scorer
from kaohe.stages.prepared_rubrics import scorer_by
from kaohe.submission.reader import Values
from support.random_rows import Row, random_row, seeded
from support.shipped import NAME

DOCUMENT = rubric_files.sound(rubric_files.shipped()[NAME])


def scorer() -> Scorer:
    return scorer_by(DOCUMENT, {}, "zh")


def values(row: Row) -> Values:
    return Values("", "甲市", 2011, "self", row)


@pytest.mark.parametrize(("gaps", "most"), [(0.0, MOST_KEPT), (0.05, 1)])
def test_a_unit_that_differs_in_a_fact_has_the_sheet_that_it_has_alone(
    gaps: float, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(item_rows, "MOST_KEPT", most)
    monkeypatch.setattr(open_items, "MOST_KEPT", most)
    shared, random = scorer(), seeded(7)
    one = random_row(shared.compiled, random, gaps=gaps)
    other = random_row(shared.compiled, random, gaps=gaps)
    shared.score(values(one))
    rows = []
    for fact in random.sample(shared.compiled.layout.facts, 3):
        row = list(one)
        row[fact.start : fact.start + fact.width()] = other[fact.start : fact.start + fact.width()]
        rows.append(values(tuple(row)))
    assert [shared.score(one) for one in rows] == [scorer().score(one) for one in rows]
    assert [shared.score(one, told=False).low for one in rows] == [shared.score(one).low for one in rows]


def test_what_rests_on_the_same_facts_is_the_same_row() -> None:
    """Also where some of them are missing: it is made and drawn once for all units."""
    one = scorer()
    row = random_row(one.compiled, seeded(7), gaps=0.05)
    first, second = (
        [item for section in one.score(Values("", unit, 2011, "self", row)).sections for item in section.items]
        for unit in ("甲市", "乙市")
    )
    assert any(item.score is None for item in first)
    assert all(before is after for before, after in zip(first, second, strict=True))
