"""Units at two stages: who is compared, by how much they differ, and which items were changed."""

from dataclasses import replace
from fractions import Fraction

from kaohe.analysis.stage_pairs import changed_items, stage_pairs
from kaohe.results.summary import Summary
from support.rendered.batches import small

SELF = small(甲市=("5", "5", "10"), 乙市=("5", "4", "10"), 丙市=("5", "3", "10"), 丁市=("5", None, "10"))
FINAL = small(甲市=("5", "5", "5"), 乙市=("5", "4", "10"), 丙市=("4", "3.5", "10"), 丁市=("5", "1", "9"))
BOTH = replace(FINAL, first=SELF.units)


def units(summary: Summary) -> list[str]:
    return [pair.now.unit for pair in stage_pairs(summary)]


def test_each_unit_with_its_ranks() -> None:
    found = [(one.now.unit, one.old_rank, one.new_rank, one.climbed, one.difference) for one in stage_pairs(BOTH)]
    assert [(*one[:4], None if one[4] is None else float(one[4])) for one in found] == [
        ("乙市", 2, 1, 1, 0.0),
        ("丙市", 3, 2, 1, -0.5),
        ("甲市", 1, 3, -2, -5.0),
        ("丁市", None, None, None, None),
    ]


def test_who_began_elsewhere_has_no_rank() -> None:
    """Whoever has no score at one of the stages is ranked at neither: 乙市 goes ahead of one unit, not of two."""
    began = tuple(replace(one, stage="preliminary" if one.unit == "甲市" else "self") for one in SELF.units)
    now = tuple(replace(one, stage="final") for one in FINAL.units)
    found = stage_pairs(replace(FINAL, units=now, first=began, stage="final"))
    assert {one.now.unit: (one.old_rank, one.new_rank) for one in found} == {
        "乙市": (1, 1), "丙市": (2, 2), "甲市": (None, None), "丁市": (None, None),
    }  # fmt: skip


def test_items_that_moved_the_most_first() -> None:
    pairs = {one.now.unit: one for one in stage_pairs(BOTH)}
    assert [(item.number, float(by)) for item, by in pairs["丙市"].moved] == [("1.1", -1.0), ("1.2", 0.5)]
    assert [one.unknown for one in pairs.values()] == [False, False, False, True]
    assert pairs["丁市"].differences == (None, Fraction(-1))


def test_what_can_not_be_compared_comes_last() -> None:
    assert units(replace(SELF, first=FINAL.units)) == ["甲市", "乙市", "丙市", "丁市"]


def test_units_are_told_apart_by_their_order_and_not_by_their_names() -> None:
    renamed = replace(BOTH, first=tuple(replace(one, unit="同名", path=f"self/{one.path}") for one in BOTH.first))
    assert units(renamed) == units(BOTH)
    assert [one.difference for one in stage_pairs(renamed)] == [one.difference for one in stage_pairs(BOTH)]


def test_items_changed_for_most_units_come_first() -> None:
    assert [(one.item.number, one.units, float(one.points)) for one in changed_items(BOTH)] == [
        ("2.1", 2, -6.0),
        ("1.1", 1, -1.0),
        ("1.2", 1, 0.5),
    ]


def test_the_first_stage_is_compared_with_nothing() -> None:
    assert (stage_pairs(SELF), changed_items(SELF)) == ((), ())
