"""Rosters in workbooks and CSV files: which sheet is meant, what its cells say, what is wrong with them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from kaohe.problems import Problem, Problems
from kaohe.stages.rosters import OneRoster, Rosters, is_roster_file, roster_of
from kaohe.submission.roster_reader import read_roster

ROSTER = Path("units.xlsx")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    book.save(ROSTER)


def refused(path: Path = ROSTER) -> Sequence[Problem]:
    with pytest.raises(Problems) as raised:
        read_roster(path)
    return raised.value.problems


def test_a_sheet_with_a_column_for_units() -> None:
    rows = [
        ("序号", "单位", "别名", "应报阶段", "类别", "说明"),
        (1, "甲市", "甲；阿甲", "自评、审定分", "苏南"),
        (2, "乙市"),
    ]
    workbook(("说明", [("本表由省厅下发",), ("请核对",)]), ("名单", rows))
    first, second = read_roster(ROSTER).units
    assert (first.unit, first.aliases, first.due, first.facts) == (
        "甲市",
        ("甲", "阿甲"),
        ("自评", "审定分"),
        {"类别": "苏南"},
    )
    assert (second.unit, second.aliases, second.due, second.facts) == ("乙市", (), None, {})


def test_titles_above_the_names_of_columns() -> None:
    workbook(("名单", [("全省单位名单",), (), ("2011年", None, "省厅"), ("序号", "单位名称"), (1, "甲市"), (2, None)]))
    assert [(one.code, one.place) for one in refused()] == [("unit-expected", "units.xlsx:名单!A6")]
    Path("units.csv").write_text("全省名单\n单位,别名\n甲市,甲\n", encoding="gb18030")
    assert [one.aliases for one in read_roster(Path("units.csv")).units] == [("甲",)]


def test_numbers_are_texts() -> None:
    workbook(("名单", [("单位", "类别"), (110, 1)]))
    (one,) = read_roster(ROSTER).units
    assert (one.unit, one.facts) == ("110", {"类别": "1"})


def test_cells_that_say_nothing_yet() -> None:
    workbook(("名单", [("单位", "别名"), ("甲市", "=A1"), (None, "乙")]))
    assert [(one.code, one.place) for one in refused()] == [
        ("formula-not-computed", "units.xlsx:名单!B2"),
        ("unit-expected", "units.xlsx:名单!A3"),
    ]


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        ([("空", [])], "table-empty"),
        ([("名单", [("单位",)])], "table-empty"),
        ([("名单", [("城市",), ("甲市",)])], "roster-without-unit"),
    ],
)
def test_no_table_of_units(sheets: list[tuple[str, Sequence[Sequence[object]]]], code: str) -> None:
    workbook(*sheets)
    assert [one.code for one in refused()] == [code]


def test_no_workbook() -> None:
    ROSTER.write_bytes(b"no")
    assert [one.code for one in refused()] == ["entry-no-workbook"]
    assert is_roster_file(ROSTER)


def test_a_table_of_facts_that_is_called_so_is_none() -> None:
    workbook(("表", [("评分细则", "单位"), ("a.yaml", "甲市")]))
    assert not is_roster_file(ROSTER)
    assert roster_of(Path()) is None


def test_it_is_read_once() -> None:
    workbook(("名单", [("单位",), ("甲市",)]))
    rosters = Rosters()
    found = rosters.of(Path())
    ROSTER.unlink()
    assert rosters.of(Path()) is found
    assert OneRoster(found).of(Path("anywhere")) is found


def test_names_as_people_write_them() -> None:
    workbook(("名单", [("单位", "别名"), ("甲市", "Jia")]))
    roster = read_roster(ROSTER)
    assert [roster.official(name) for name in ("甲市", "甲 市", "ｊｉａ", "JIA", "乙市")] == ["甲市"] * 4 + [None]


def test_of_two_sheets_with_units_the_first_is_meant() -> None:
    workbook(("名单", [("单位",), ("甲市",)]), ("去年", [("单位",), ("乙市",)]))
    assert [one.unit for one in read_roster(ROSTER).units] == ["甲市"]
