"""Tables of facts in workbooks: typed cells say what they say anywhere, and every problem names its sheet and cell."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from kaohe.messages import Language
from kaohe.problems import Problem, Problems
from kaohe.source import Document
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_workbooks import table_of_workbook
from kaohe.submission.reader import Values
from support.command_line import kaohe
from support.folders import BAD

HEAD = ["评分细则", "单位", "年度", "阶段"]
NAMES = ["1.1 完成", "basics.late", "1.1 缺课", "1.1 兑付率", "1.1 等次", "1.2 资金：上年", "growth.funds.current"]
SHEET = "汇总"
DATE_IN_ENGLISH = (
    "“1.1 迟报”: the cell has the date 2012-03-01: Excel makes one of what looks like 3-1; format the cell as General "
    "and enter the number again"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sound.yaml").write_bytes((BAD / "rubrics" / "sound.yaml").read_bytes())


def book(*rows: Sequence[Any], names: Sequence[str] = NAMES, formats: Mapping[str, str] | None = None) -> Workbook:
    """A workbook with a table of these rows, each behind the name of its rubric."""
    made = Workbook()
    page = made.active
    assert page is not None
    page.title = SHEET
    page.append([*HEAD, *names])
    for row in rows:
        page.append(["sound.yaml", *row])
    for cell, form in (formats or {}).items():
        page[cell].number_format = form
    return made


def documents(made: Workbook) -> Sequence[Document]:
    made.save("表.xlsx")
    return UnitLoader("zh", {}).documents("表.xlsx")


def values(made: Workbook) -> list[Values]:
    made.save("表.xlsx")
    loader = UnitLoader("zh", {})
    return [loader.values(one)[1] for one in loader.documents("表.xlsx")]


def problems(made: Workbook) -> list[Problem]:
    made.save("表.xlsx")
    loader = UnitLoader("zh", {})
    found: list[Problem] = []
    try:
        units = loader.documents("表.xlsx")
    except Problems as wrong:
        return [*wrong.problems]
    for one in units:
        try:
            loader.values(one)
        except Problems as wrong:
            found += wrong.problems
    return found


def bare(values: Values) -> Values:
    """Without what differs from a kind of file to another: its name, and the places of doubts."""
    return replace(values, path="", doubts=())


def test_a_workbook_says_what_a_csv_says() -> None:
    """Typed cells and texts, with a title's blanks and rows that are empty."""
    typed = book(
        ["甲市", 2011, "自评", True, 2, 1.5, 0.865, "优", 100, 100.5],
        ["乙市", "2011年", None, "否", "3 次", "1,000", "86.5%", "fair", 99.1, 0],
        formats={"H2": "0.00%"},
    )
    rows = [
        ["sound.yaml", "甲市", "2011", "self", "是", "2", "1.5", "86.5%", "优", "100", "100.5"],
        ["sound.yaml", "乙市", "2011", "", "否", "3", "1000", "86.5%", "fair", "99.1", "0"],
    ]
    with Path("表.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*HEAD, *NAMES], *rows])
    loader = UnitLoader("zh", {})
    expected = [loader.values(one)[1] for one in loader.documents("表.csv")]
    found = values(typed)
    assert [bare(one) for one in found] == [bare(one) for one in expected]
    assert [one.path for one in found] == ["表.xlsx:2", "表.xlsx:3"]


def test_the_header_is_the_first_row_that_is_not_empty() -> None:
    made = book(["甲市", 2011, None, "是"])
    page = made.active
    assert page is not None
    page.insert_rows(1, 2)
    page.insert_rows(4)
    page["Z9"] = "　"
    (one,) = values(made)
    assert (one.unit, one.path) == ("甲市", "表.xlsx:5")


def _with_cached(content: bytes, value: str) -> bytes:
    """The workbook as a spreadsheet saves it: with what its formula comes to."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<v></v>", b"<v>%s</v>" % value.encode()).replace(b"<v />", b"<v>7</v>"))
    return out.getvalue()


def test_a_formula_s_value_is_taken_and_said() -> None:
    made = book(["甲市", 2011, None, None, "=3+4"])
    made.save("表.xlsx")
    Path("表.xlsx").write_bytes(_with_cached(Path("表.xlsx").read_bytes(), "7"))
    loader = UnitLoader("zh", {})
    (one,) = loader.documents("表.xlsx")
    data: Any = one.data
    assert data["indicators"] == {"basics": {"late": 7}}
    assert [(note.code, note.parameters["cells"]) for note in one.remarks] == [("taken-formula", "汇总!F2")]


@pytest.mark.parametrize(
    ("column", "value", "form", "chinese", "english"),
    [
        (
            "F",
            "=3+4",
            "",
            "“1.1 迟报”：公式还没有算出值：用 Excel 或 WPS 打开、保存一次",
            "“1.1 迟报”: the formula was not computed yet: open the workbook in Excel or WPS and save it",
        ),
        (
            "F",
            "无",
            "",
            "“1.1 迟报”：写的是“无”；没有的填 0，还不知道的留空",
            "“1.1 迟报”: found “无”; write 0 for none, leave empty what is not known",
        ),
        (
            "F",
            date(2012, 3, 1),
            "yyyy-mm-dd",
            "“1.1 迟报”：格子里是日期 2012-03-01：Excel 把 3-1 这样的写法变成了日期；把格子改成常规格式，再填数",
            DATE_IN_ENGLISH,
        ),
        (
            "H",
            0.865,
            "",
            "“1.1 兑付率”：写的是 0.865，没有百分号，分不清是 0.865% 还是 86.5%；写成“0.865%”或“86.5%”",
            "“1.1 兑付率”: 0.865 without a percent sign may be 0.865% or 86.5%; write the one that is meant",
        ),
        (
            "B",
            "=A1",
            "",
            "“单位”：公式还没有算出值：用 Excel 或 WPS 打开、保存一次",
            "“单位”: the formula was not computed yet: open the workbook in Excel or WPS and save it",
        ),
        (
            "Z",
            5,
            "",
            "“5”这一格上面没有列名；写上列名，或删去这一格",
            "no column name stands above “5”; write one, or delete the cell",
        ),
    ],
)
def test_what_is_wrong_in_a_cell(column: str, value: Any, form: str, chinese: str, english: str) -> None:
    made = book(["甲市", 2011])
    page = made.active
    assert page is not None
    page[f"{column}2"] = value
    page[f"{column}2"].number_format = form or "General"
    found = problems(made)
    assert found[0].place == f"表.xlsx:汇总!{column}2"
    assert (found[0].message("zh"), found[0].message("en")) == (chinese, english)


def test_what_is_wrong_in_the_header_and_in_rows() -> None:
    made = book(["甲市", 2011, None, "也许"], ["甲市", 2011], names=["1.1 完成", "完了", "basics.done"])
    found = [(one.code, one.place) for one in problems(made)]
    assert found == [
        ("unknown-column", "表.xlsx:汇总!F1"),
        ("column-twice", "表.xlsx:汇总!G1"),
        ("row-twice", "表.xlsx:汇总!B2"),
        ("flag-expected", "表.xlsx:汇总!E2"),
        ("unknown-column", "表.xlsx:汇总!F1"),
        ("column-twice", "表.xlsx:汇总!G1"),
        ("row-twice", "表.xlsx:汇总!B3"),
    ]


def test_a_table_without_rows() -> None:
    assert [(one.code, one.place) for one in problems(book())] == [("table-empty", "表.xlsx:汇总!A1")]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("zh", "汇总、另一张 都像是报送的表；一本工作簿只放一张，分成几本"),
        ("en", "汇总、另一张 all look like tables of facts; keep one in a workbook"),
    ],
)
def test_two_tables_in_one_workbook(language: Language, message: str) -> None:
    made = book(["甲市", 2011])
    made.create_sheet("另一张").append(HEAD)
    (problem,) = problems(made)
    assert (problem.code, problem.message(language)) == ("table-sheets", message)
    assert (problem.place, problem.line, problem.column) == ("表.xlsx:另一张", 0, 0)


def test_other_sheets_are_named() -> None:
    made = book(["甲市", 2011])
    made.create_sheet("空的")
    made.create_sheet("说明", 0).append(["填表说明"])
    (one,) = documents(made)
    assert [(note.code, note.place) for note in one.remarks] == [("entry-sheet-strange", "表.xlsx:说明")]


def test_a_workbook_without_a_table_is_none_of_ours() -> None:
    made = Workbook()
    assert [one.code for one in problems(made)] == ["no-entry-workbook"]


def test_a_rubric_that_can_not_be_had() -> None:
    made = book(["甲市", 2011, None, "=A1"])
    page = made.active
    assert page is not None
    page["A2"] = "没有.yaml"
    assert [(one.code, one.place) for one in problems(made)] == [("no-such-rubric-file", "表.xlsx:汇总!A2")]


def test_a_batch_scores_the_rows_that_are_sound() -> None:
    book(["甲市", 2011, None, "是"], ["乙市", 2011, None, "也许"], ["丙市", 2011, None, "否"]).save("表.xlsx")
    ran = kaohe("batch", "表.xlsx", "-o", "结果.csv", "--quiet")
    assert ran.code == 1
    assert [line.split()[0] for line in ran.err.splitlines() if "也许" in line] == ["表.xlsx:汇总!E3:"]
    rows = list(csv.DictReader(Path("结果.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row["unit"] for row in rows} == {"甲市", "丙市"}


@pytest.mark.parametrize("command", ["score", "validate"])
def test_each_command_takes_it(command: str) -> None:
    book(["甲市", 2011, None, "是", 0, 0, "90%", "优", 1, 2]).save("表.xlsx")
    ran = kaohe(command, "表.xlsx")
    assert ran.code == 0
    assert "甲市" in ran.out


def test_a_table_whose_rubric_is_named_elsewhere() -> None:
    """A column of units is enough; without rows, or without that column, it is none."""
    made = Workbook()
    made.create_sheet("汇总", 0).append(["单位", "basics.late"])
    made.create_sheet("细则", 0).append(["评分细则", "说明"])
    made.save("表.xlsx")
    with pytest.raises(Problems) as raised:
        table_of_workbook("表.xlsx")
    assert [one.code for one in raised.value.problems] == ["table-empty"]
    made["汇总"].append(["甲市", 1])
    made.save("表.xlsx")
    assert (table_of_workbook("表.xlsx").sheet, len(table_of_workbook("表.xlsx").rows)) == ("汇总", 1)
    del made["汇总"]
    made.save("表.xlsx")
    with pytest.raises(Problems):
        table_of_workbook("表.xlsx")
