"""What another rubric does to units: each point by its clause, and all points in the end."""

from pathlib import Path
from typing import Any

from kaohe.authoring.comparing.effects import UnitEffect
from kaohe.authoring.comparing.pairs import ClausePair, ItemPair
from support.two_years import LATE_TWO, NO_VETO, UNITS, moved

Told = dict[str, list[tuple[str, Any]]]


def _told(found: tuple[UnitEffect, ...]) -> Told:
    """What moved each unit: the words of the clause, or of the item."""
    return {
        one.unit: [
            ("；".join(_words(part) for part in moved.parts) or "全表", moved.points)
            for moved in one.moved
            if moved.points != 0
        ]
        for one in found
    }


def _words(part: tuple[ItemPair, ClausePair | None]) -> str:
    pair, clause = part
    side = clause and (clause.new or clause.old)
    return side.words[:4] if side else pair.shown.item.title


def test_each_clause_moves_its_own_points(tmp_path: Path) -> None:
    found = moved(tmp_path, *LATE_TWO, *NO_VETO)
    assert _told(found) == {
        "甲市": [("按时报送", -2)],
        "乙市": [],
        "丙市": [],
    }
    assert [one.difference for one in found] == [-2, 0, 0]


def test_a_veto_that_is_gone(tmp_path: Path) -> None:
    found = moved(tmp_path, *NO_VETO)
    assert _told(found)["乙市"] == [("弄虚作假", 1)]
    scores: list[Any] = [(one.old.score, one.new.score) for one in found]
    assert scores == [(18, 18), (10, 11), (10, 10)]
    assert [(one.old_rank, one.new_rank) for one in found] == [
        ((1, 1), (1, 1)),
        ((2, 2), (2, 2)),
        ((2, 2), (3, 3)),
    ]


def test_facts_that_are_asked_anew_leave_a_score_open(tmp_path: Path) -> None:
    found = moved(
        tmp_path,
        *LATE_TWO,
        ("完成培训计划的得10分，否则不得分", "完成培训计划、有台账的得10分，否则不得分"),
        (
            "trained: {label: 完成培训计划, kind: flag}",
            "trained: {label: 完成培训计划, kind: flag}\n          books: {label: 有台账, kind: flag}",
        ),
        ("requires: trained", "requires: [trained, books]"),
    )
    assert _told(found) == {
        "甲市": [("按时报送", -2), ("完成培训", None)],
        "乙市": [("完成培训", None)],
        "丙市": [],
    }
    first = found[0]
    assert first.difference is None
    assert first.asked == ("有台账",)
    span: Any = (first.difference_range.low, first.difference_range.high)
    assert span == (-12, -2)
    assert [one.new_rank for one in found] == [(1, 3), (1, 3), (1, 2)]
    assert len(found) == len(UNITS)


def test_an_item_comes_and_another_goes(tmp_path: Path) -> None:
    found = moved(
        tmp_path,
        ("id: training", "id: projects"),
        ("title: 培训", "title: 档案"),
        ("target: 按计划培训。", "target: 建档。"),
        ("完成培训计划的得10分，否则不得分", "建立档案的得10分，未建立的不得分"),
        ("trained: {label: 完成培训计划", "files: {label: 建立档案"),
        ("requires: trained", "requires: files"),
    )
    assert _told(found) == {
        "甲市": [("建立档案", None), ("完成培训", -10)],
        "乙市": [("建立档案", None), ("完成培训", -10)],
        "丙市": [("建立档案", None)],
    }


def test_a_fact_of_the_same_name_that_is_another(tmp_path: Path) -> None:
    """Then the item is taken as a whole, and the fact is asked anew."""
    found = moved(
        tmp_path,
        *LATE_TWO,
        ("late: {label: 迟报, kind: count, unit: 次}", "late: {label: 迟报, kind: count, unit: 件}"),
    )
    assert _told(found)["甲市"] == [("报送", None)]
    assert found[0].asked == ("迟报",)


def test_the_form_as_a_whole_comes_last(tmp_path: Path) -> None:
    found = moved(tmp_path, ("points: 20\nstages", "points: 20\nmost: 15\nstages"))
    assert _told(found) == {"甲市": [("全表", -3)], "乙市": [], "丙市": []}
