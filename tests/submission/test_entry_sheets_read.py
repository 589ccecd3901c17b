"""Sheets of entries, cell by cell: which rows are read, what each of them says, and where that is told."""

from collections.abc import Mapping, Sequence

import pytest

from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KindName
from kaohe.source.spreadsheet.sheet_cells import Cell, Cells
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.answers import place_of
from kaohe.submission.entered import Entered
from kaohe.submission.entry_corrections import enter_correction, enter_judgement
from kaohe.submission.entry_facts import FactLines, enter_papers, field_values
from kaohe.submission.entry_grid import EntryGrid, EntryLine, entry_grid, says
from kaohe.submission.entry_list_corrections import enter_list_correction
from kaohe.submission.entry_members import MemberLine, MemberSheet, enter_members, member_sheet
from kaohe.submission.entry_rows import entry_rows
from support.every_kind import compiled

KEYS = ("", "number", "label", "current", "state", "evidence", "note", "new_current", "new_state", "reason")
COLUMNS = {key: column for column, key in enumerate(KEYS, 1) if key}


def cells(*rows: Sequence[str | None]) -> Cells:
    """By row and column, from 1."""
    return {
        row: {column: Cell("text", text, "number") for column, text in enumerate(texts, 1) if text}
        for row, texts in enumerate(rows, 1)
    }


def line(said: Mapping[str, str], row: int = 1, name: str = "") -> EntryLine:
    """A row in which something stands under some keys."""
    found = {row: {COLUMNS[key]: Cell("text", text, "number") for key, text in said.items()}}
    return EntryLine(EntryGrid("表", found, COLUMNS, 0, has_ids=True), row, name)


def fact(group: str, name: str, *lines: EntryLine | None) -> FactLines:
    path = ("indicators", group, name)
    return FactLines(path, [row for row in entry_rows(compiled().reader.groups) if row.fact == path], lines)


def entered() -> Entered:
    return Entered("填报.xlsx", since_1904=False)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, ""),
        (Cell("text", " ", "number"), ""),
        (Cell("number", "3", "number"), "3"),
        (Cell("unknown", "", "number", "A1"), "?"),
        (Cell("error", "#REF!", "number"), "#REF!"),
    ],
)
def test_what_a_cell_says(cell: Cell | None, said: str) -> None:
    """Also that nothing has computed it: it is not passed over where rows are compared, or stand for nothing."""
    assert says(cell) == said


@pytest.mark.parametrize(
    ("heads", "read"),
    [
        (["指标", "填报数", "备注"], True),
        (["Fact", "Value", "Note"], True),
        (["指标", "填报数", "单位"], False),
        (["填报数", "不适用", "备注"], False),
        (["指标", "不适用", "备注"], False),
    ],
)
def test_a_sheet_by_its_headings(heads: list[str], read: object) -> None:
    """Three of them, the fact and its value among these."""
    found = entry_grid("表", cells(["某省"], heads, ["迟报", "1"]))
    assert (found is not None) is read
    assert found is None or {column - 1 for column in found.columns.values()} == {0, 1, 2}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"label": "迟报", "number": "1.1"}, ("label", "1.1", "迟报")),
        ({"number": "1.1"}, ("number", "1.1", "")),
    ],
)
def test_where_a_row_says_what_it_is_about(said: Mapping[str, str], found: tuple[str, str, str]) -> None:
    assert line(said).words == found


HEADS = {"current": "填报数", "state": "不适用", "note": "备注"}


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("", HEADS, {}),
        ("", {"current": "填报数"}, {"current": "填报数"}),
        ("basics.late", HEADS, HEADS),
        ("", {**HEADS, "note": "无"}, {**HEADS, "note": "无"}),
    ],
)
def test_only_headings_that_are_repeated_were_not_entered(
    name: str, said: Mapping[str, str], found: Mapping[str, str]
) -> None:
    assert line(said, name=name).entered == found


MARK = "kaohe-entry-1:uploads.spoiled"


@pytest.mark.parametrize(
    ("heads", "mark"), [(["", "名称", "差错"], ""), (["", "县名", "差错"], "member"), (["", "Name", ""], "member")]
)
def test_members_stand_below_their_headings(heads: list[str], mark: str) -> None:
    """Also where people gave the headings other words, or where the hidden column is empty."""
    found = member_sheet("名单", cells([MARK, "member", "value"], heads, [mark, "一县", "1"], [mark, "二县"]))
    assert found is not None
    assert [(one.row, one.member) for one in found.lines()] == [(3, "一县"), (4, "二县")]


def test_a_column_that_is_not_there_has_no_cell() -> None:
    found = member_sheet("名单", cells([MARK, "member"], ["", "名称"], ["", "一县"]))
    assert found is not None
    one = MemberLine(found, 3, "一县")
    assert (one.cell("reason"), one.place("reason")) == (None, CellPlace("名单", 3, 0))


def members(kind: KindName, *rows: list[str]) -> tuple[bool, Entered]:
    sheet = member_sheet("名单", cells(["", "member", "value"], ["", "名称"], *rows))
    place = place_of(Fact("it", "names", "it.names", Indicator(label="名单", kind=kind, list=True), 0), frozenset(), "")
    found = entered()
    return enter_members(sheet, place, ("indicators", "it", "names"), found), found


@pytest.mark.parametrize(("kind", "data"), [("record", ["一县", "二县"]), ("count", {"一县": 1, "二县": None})])
def test_names_alone_are_members_too(kind: KindName, data: object) -> None:
    there, found = members(kind, ["", "一县", "1" if kind == "count" else ""], ["", "二县"])
    assert (there, found.data["indicators"]["it"]["names"]) == (True, data)
    assert found.places["indicators", "it", "names"] == CellPlace("名单", 3, 2)
    assert members(kind)[0] is False


def test_a_list_without_its_sheet_says_nothing() -> None:
    place = place_of(Fact("it", "one", "it.one", Indicator(label="名单", kind="count", list=True), 0), frozenset(), "")
    assert enter_members(None, place, ("it", "one"), entered()) is False


def test_of_a_fact_whose_first_row_is_gone_the_others_are_read() -> None:
    assert field_values(fact("growth", "passed", None, line({"current": "100"})), entered()) == {"whole": 100}


@pytest.mark.parametrize("rows", [(5,), (5, 7)])
def test_what_is_said_beside_a_fact_is_placed_in_the_first_row_that_says_it(rows: tuple[int, ...]) -> None:
    found = entered()
    several = [line({"evidence": f"{row}.pdf", "note": f"注{row}"}, row) for row in rows]
    enter_papers(fact("growth", "passed", *several), found)
    assert found.data["evidence"] == {"growth": {"passed": [f"{row}.pdf" for row in rows]}}
    assert found.data["notes"] == {"growth": {"passed": "\n".join(f"注{row}" for row in rows)}}
    assert found.places["evidence", "growth", "passed"] == CellPlace("表", 5, COLUMNS["evidence"])
    assert found.places["notes", "growth", "passed"] == CellPlace("表", 5, COLUMNS["note"])


class TestCorrections:
    def test_a_fact_that_ceases_to_apply(self) -> None:
        found = entered()
        lines = line({"current": "80", "new_state": "不适用", "reason": "没有人"}), line({"current": "100"})
        enter_correction(fact("growth", "passed", *lines), found)
        told = {"old": {"part": 80, "whole": 100}, "new": "不适用", "reason": "没有人"}
        assert (found.findings, found.data) == ([], {"changes": {"growth": {"passed": told}}})

    @pytest.mark.parametrize(("new", "idle"), [({}, 1), ({"new_current": "3"}, 0)])
    def test_a_reason_beside_which_nothing_is_changed(self, new: Mapping[str, str], idle: int) -> None:
        found = entered()
        enter_correction(fact("basics", "late", line({"current": "1", "reason": "核实", **new})), found)
        assert [one.code for one in found.said] == ["entry-idle-reason"] * idle

    @pytest.mark.parametrize(("reason", "told"), [("好", "好"), ("", "？")])
    def test_points_by_judgement_keep_their_reason(self, reason: str, told: str) -> None:
        found = entered()
        enter_judgement("basics", "1.1 基础", line({"new_current": "5", "reason": reason}), found)
        assert found.data == {"judgements": {"basics": {"score": 5, "reason": told}}}


def _spoiled(*rows: Sequence[str]) -> MemberSheet:
    keys = [MARK, "member", "value", "new_value", "new_state", "reason"]
    found = member_sheet("名单", cells(keys, ["", "名称"], *rows))
    assert found is not None
    return found


class TestListCorrections:
    def test_none_instead_of_members(self) -> None:
        found = entered()
        here = fact("uploads", "spoiled", line({"new_current": "无", "reason": "查无"}))
        enter_list_correction(here, _spoiled(["known", "一县", "1"], ["known", "二县"]), found)
        told = {"old": {"一县": 1, "二县": None}, "new": {}, "reason": "查无"}
        assert (found.findings, found.data) == ([], {"changes": {"uploads": {"spoiled": told}}})

    def test_one_member(self) -> None:
        found = entered()
        sheet = _spoiled(["known", "一县", "1", "2", "", "漏报"], ["known", "二县", "3"])
        enter_list_correction(fact("uploads", "spoiled", line({})), sheet, found)
        told = {"spoiled.一县": {"old": 1, "new": 2, "reason": "漏报"}}
        assert (found.findings, found.data) == ([], {"changes": {"uploads": told}})
