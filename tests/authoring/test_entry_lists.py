"""Sheets of lists: what they are called, and the members that a rubric declares."""

from pathlib import Path

from kaohe.authoring.entry_known import Known, nothing_known
from kaohe.authoring.entry_lists import titles
from kaohe.submission.given_facts import Common
from support.compiled_once import compiled
from support.entries import RUBRICS, blank, filled, later

ZHENJIANG = next(path for path in RUBRICS if path.stem == "zhenjiang-full-employment")


def test_titles_that_a_spreadsheet_takes() -> None:
    long = "1.1 " + "很" * 40
    found = titles({"a": "1/2 [甲]: 乙?", "b": long, "c": long, "d": long}, "zh")
    assert found == {
        "a": "名单 1 2  甲   乙",
        "b": ("名单 " + long)[:31],
        "c": ("名单 " + long)[:27] + "~2",
        "d": ("名单 " + long)[:27] + "~3",
    }


def declared(path: Path, known: Known) -> list[tuple[object, bool]]:
    (one,) = filled(known, path).lists
    return [(member["member"].value, member["member"].locked) for member in one.members]


def test_declared_members_stand_ready_and_are_all_that_there_are() -> None:
    (one,) = blank(ZHENJIANG).lists
    assert (one.declared, one.rows, [column.free.locked for column in one.columns]) == (True, 3, [True, False, False])
    rubric = compiled(ZHENJIANG)
    known = nothing_known(rubric, Common(peers={_start(ZHENJIANG): (("二", 1, 2),)}))
    assert declared(ZHENJIANG, known) == [("一", True), ("二", True), ("三", True)]
    (two,) = filled(known, ZHENJIANG).lists
    assert [member["part"].value for member in two.members] == [None, 1, None]


def test_declared_members_are_not_taken_out() -> None:
    (one,) = later(nothing_known(compiled(ZHENJIANG)), ZHENJIANG).lists
    assert "new_state" not in [column.key for column in one.columns]


def _start(path: Path) -> int:
    groups = compiled(path).reader.groups
    return next(place.start for places in groups.values() for place in places.values() if place.indicator.members)
