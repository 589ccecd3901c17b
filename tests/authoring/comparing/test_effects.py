"""What another rubric does to units: each point by its clause, and all points in the end."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from kaohe.authoring.comparing.comparison import Version, compared
from kaohe.authoring.comparing.effects import UnitEffect, effects
from kaohe.authoring.comparing.pairs import ClausePair, ItemPair
from kaohe.library import rubric_files
from kaohe.render.comparing.effect_tables import effect_tables
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.reader import Judgement, Why
from support.two_years import LATE_TWO, NO_VETO, UNITS, moved, states_of, write_years

SIX = Judgement(Fraction(6), Why("酌情"))
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


FIRST = """\
          - type: deductions
            clause: 按时报送得6分，迟报一次扣1分，扣完为止
            points: 6
            deductions: [{count: late, each: 1}]
"""
SECOND = """\
          - type: all_or_nothing
            clause: 报表完整的得4分
            points: 4
            requires: complete
"""
VETO = "{clause: 弄虚作假的，此项不得分, when: forged"
SCOPED = (VETO, VETO + ", scope: [2]")
FIRST_GONE = (
    ("按时报送得6分，迟报一次扣1分，扣完为止；报表完整的得4分", "报表完整的得4分"),
    (
        FIRST,
        "",
    ),
    ("          late: {label: 迟报, kind: count, unit: 次}\n", ""),
    ("points: 10\n        target: 按时", "points: 4\n        target: 按时"),
    ("points: 20", "points: 14"),
)
"""The clause about late reports is gone."""


def test_a_veto_of_some_rules_keeps_them_on_the_way(tmp_path: Path) -> None:
    """Its rules are counted anew when one before them is gone, and it takes nothing when they are all gone."""
    new = (VETO, VETO + ", scope: [1]")
    found = moved(tmp_path, *FIRST_GONE, new, before=[SCOPED])
    assert _told(found) == {
        "甲市": [("按时报送", -4)],
        "乙市": [("按时报送", -1)],
        "丙市": [("按时报送", -6)],
    }


def test_a_veto_whose_rules_are_gone_takes_nothing(tmp_path: Path) -> None:
    second_gone = (
        ("；报表完整的得4分", ""),
        (
            SECOND,
            "",
        ),
        ("          complete: {label: 报表完整, kind: flag}\n", ""),
        ("points: 10\n        target: 按时", "points: 6\n        target: 按时"),
        ("points: 20", "points: 16"),
    )
    found = moved(tmp_path, *second_gone, before=[SCOPED])
    differences: list[Any] = [(one.unit, one.difference) for one in found]
    assert differences == [("甲市", -4), ("乙市", -1), ("丙市", -4)]
    for one in found:
        assert sum(moved.points for moved in one.moved if moved.points is not None) == one.difference


def test_a_new_section_with_an_item_of_an_old_id(tmp_path: Path) -> None:
    """Ids only count here: the old item 2 is item 1 of another section now, and another item has its id."""
    new = (
        ("id: reports", "id: training_first"),
        (
            "      - id: training\n",
            "  - id: people\n    title: 队伍\n    points: 10\n    items:\n      - id: training\n",
        ),
        ("title: 工作\n    points: 20", "title: 工作\n    points: 10"),
        ("title: 培训", "title: 信访"),
        ("target: 按计划培训。", "target: 无。"),
        ("完成培训计划的得10分，否则不得分", "全年没有越级上访的得10分"),
        ("trained: {label: 完成培训计划, kind: flag}", "calm: {label: 没有越级上访, kind: flag}"),
        ("requires: trained", "requires: calm"),
    )
    found = moved(tmp_path, *new)
    assert [one.asked for one in found] == [("没有越级上访",)] * 3
    assert all(one.difference is None for one in found)


def test_points_by_judgement_hold_as_long_as_an_item_is_worth_the_same(tmp_path: Path) -> None:
    more = (
        ("points: 10\n        target: 按计划", "points: 12\n        target: 按计划"),
        ("完成培训计划的得10分", "完成培训计划的得12分"),
        ("points: 10\n            requires: trained", "points: 12\n            requires: trained"),
        ("points: 20", "points: 22"),
    )
    write_years(tmp_path, *LATE_TWO, *more)
    old, new = (rubric_files.load(tmp_path / name) for name in ("old.yaml", "new.yaml"))
    comparison = compared(*(Version(rubric, document.sha256) for rubric, document in (old, new)))
    sides = CompiledRubric(old[0], old[1].sha256), CompiledRubric(new[0], new[1].sha256)
    judged = [one.judged(0, SIX).judged(1, SIX) for one in states_of(tmp_path / "facts")]
    found = effects(comparison, sides, judged, "zh")
    scores: list[Any] = [(one.old.score, one.new.score, one.judged) for one in found]
    assert scores == [
        (12, 18, ("培训",)),
        (12, 18, ("培训",)),
        (12, 6, ("培训",)),
    ]
    assert _told(found)["甲市"] == [("完成培训", 6)]
    notes = effect_tables(found, "zh")[0].after
    assert notes[-1] == "丙市：酌情评分不再算，按事实计：培训（分值变了）"


def test_no_units_no_tables() -> None:
    assert effect_tables((), "zh") == ()


def test_names_that_only_count_change_as_a_whole(tmp_path: Path) -> None:
    """Each fact has the other's name now: 甲市 has two late reports of three off, 乙市 a forgery."""
    of_times = ("forged: {label: 弄虚作假, kind: count, unit: 起}", "forged: {label: 弄虚作假, kind: count, unit: 次}")
    found = moved(
        tmp_path,
        ("late: {label: 迟报, kind: count, unit: 次}", "forged: {label: 迟报, kind: count, unit: 次}"),
        ("forged: {label: 弄虚作假, kind: count, unit: 起}", "late: {label: 弄虚作假, kind: count, unit: 次}"),
        ("{count: late, each: 1}", "{count: forged, each: 2}"),
        ("迟报一次扣1分", "迟报一次扣2分"),
        ("when: forged", "when: late"),
        before=(of_times,),
    )
    assert _told(found) == {"甲市": [("报送", -2)], "乙市": [], "丙市": []}
    assert [one.difference for one in found] == [-2, 0, 0]


def test_facts_that_are_called_otherwise_are_said(tmp_path: Path) -> None:
    found = moved(
        tmp_path,
        ("label: 完成培训计划", "label: 没有完成培训计划"),
        ("title: 报送", "title: 数据上报"),
        before=(("title: 报送", "title: 材料报送"),),
    )
    assert effect_tables(found, "zh")[0].after == (
        "每个单位各条改动的增减加起来，恰是两份细则得分之差；缺报的事实使得分待定时，有关条款的增减写“待定”",
        "“1.2 完成培训计划”沿用为“1.2 没有完成培训计划”，叫法不同，请核对意思是否一样",
        "“1.1 材料报送”的事实沿用到“1.1 数据上报”，子项目的名称不同，请核对意思是否一样：迟报、报表完整、弄虚作假",
    )
