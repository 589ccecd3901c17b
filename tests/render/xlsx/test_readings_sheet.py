"""What other readings would change: totals, ranks from and to, those that move ranks first."""

from dataclasses import replace
from fractions import Fraction

from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, Switched
from support.rendered.batches import sheet, small, table

UNITS = small(甲市=("5", "5", "10"), 乙市=("5", "4", "10"), 丙市=("5", "3", "10"), 丁市=("5", None, "10"))


def switched(option: str, **totals: str | None) -> Switched:
    """An alternative under which these units have other totals; None is open from 1."""
    changed = {
        name: ScoreRange(Fraction(20), Fraction(1), Fraction(20))
        if score is None
        else ScoreRange(Fraction(20), Fraction(score), Fraction(score))
        for name, score in totals.items()
    }
    found = tuple(changed.get(unit.unit, unit.total) for unit in UNITS.units)
    return Switched("item_1_1.words", "每次扣1分", "usual", "按次", option, f"改读{option}", found)


def summary(*alternatives: Switched) -> Summary:
    return replace(UNITS, switched=alternatives)


def test_ranks_from_and_to() -> None:
    found = summary(
        switched("none"),
        switched("small", 甲市="19.5"),
        switched("large", 甲市="17", 乙市="19.175"),
        switched("tied", 乙市="20"),
    )
    page = sheet(found, "读法影响")
    lead = ("item_1_1.words", "每次扣1分", "usual：按次")
    assert table(page) == [
        (*lead, "large：改读large", 2, -2.825, "甲市 -3", "乙市 2→1、丙市 3→2、甲市 1→3"),
        (*lead, "tied：改读tied", 1, 1, "乙市 +1", "乙市 2→1"),
        (*lead, "small：改读small", 1, -0.5, "甲市 -0.5", "—"),
    ]
    assert str(page["A4"].value).endswith("全部 4 种其他读法中，1 种不改变任何单位的总分，未列。")


def test_what_becomes_open_or_decided() -> None:
    rows = table(sheet(summary(switched("open", 乙市=None), switched("closed", 丁市="18.5")), "读法影响"))
    assert [row[4:] for row in rows] == [
        (1, "待定", "待定", "丙市 3→2、乙市 2→—"),
        (1, "待定", "待定", "丁市 —→3、丙市 3→4"),
    ]


def test_other_bounds_are_a_change_of_their_own() -> None:
    assert table(sheet(summary(switched("wide", 丁市=None)), "读法影响"))[0][4:] == (1, "待定", "待定", "—")


def test_all_without_effect_leave_a_note() -> None:
    page = sheet(summary(switched("none")), "读法影响")
    assert table(page) == []
    assert str(page["A4"].value).endswith("全部 1 种其他读法中，1 种不改变任何单位的总分，未列。")


def test_many_units_are_counted() -> None:
    units = small(**{f"第{number}市": ("5", "5", f"{number / 4}") for number in range(1, 14)})
    one = ScoreRange(Fraction(20), Fraction(20), Fraction(20))
    totals = (one, *(unit.total for unit in units.units[1:]))
    found = replace(units, switched=(Switched("a.b", "w", "x", "这样", "y", "那样", totals),))
    moves = table(sheet(found, "读法影响"))[0][7]
    assert moves.startswith("第1市 13→1、第13市 1→2、")
    assert moves.endswith("第5市 9→10，另有 3 个单位")
    english = table(sheet(found, "Other readings", "en"))[0][7]
    assert english.endswith(", 第5市 9→10, and 3 more")
