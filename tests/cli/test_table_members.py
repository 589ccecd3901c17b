"""`kaohe table --members`: members of lists in a table of their own, and what does not fit is named by its row."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from openpyxl import Workbook

from support.command_line import SHIPPED, Ran, kaohe

KEY = "data_use.uploads"
SCORE = "items.data_use"
FACTS = "unit,data_use.uploads\n甲村,2\n乙村,0\n丙村,\n"
MEMBERS = "unit,member,part,whole\n甲村,指标一,1,2\n甲村,指标二,０,2\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(members: str = MEMBERS, facts: str = FACTS) -> None:
    Path("facts.csv").write_text(facts, encoding="utf-8")
    Path("members.csv").write_text(members, encoding="utf-8")


def table(*options: str, members: str = f"{KEY}=members.csv") -> Ran:
    return kaohe("table", "facts.csv", "--rubric", SHIPPED, "--members", members, *options)


def test_members_none_and_missing() -> None:
    write()
    ran = table("--to", "units")
    assert ran.code == 0
    told = {path.name[0]: path.read_text(encoding="utf-8") for path in Path("units").iterdir()}
    assert "指标一: {part: 1, whole: 2}\n      指标二: {part: 0, whole: 2}\n" in told["甲"]
    assert "uploads: {}" in told["乙"]
    assert "uploads" not in told["丙"]


def test_without_a_column_of_numbers_who_has_no_row_has_said_nothing() -> None:
    write(facts="unit\n甲村\n乙村\n")
    assert table("--to", "units").code == 0
    told = {path.name[0]: path.read_text(encoding="utf-8") for path in Path("units").iterdir()}
    assert ["uploads" in told[name] for name in "甲乙"] == [True, False]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_no_unit_has_any(kind: str) -> None:
    write("unit,member,part,whole\n", f"unit,{KEY}\n甲村,0\n乙村,1\n")
    pl.read_csv("members.csv", infer_schema=False).write_parquet("members.parquet")
    ran = table("--to", "units", members=f"{KEY}=members.{kind}")
    assert ran.err == (
        f"facts.csv:3:2: members-miscounted “{KEY}”写的成员数是 1，members.{kind} 里有 0 个；两边改成一样，没有的写 0\n"
        "1 个单位的指标文件已写入 units\n"
    )
    assert "uploads: {}" in Path("units/甲村.自评分.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["parquet", "xlsx"])
def test_kinds_of_files(kind: str) -> None:
    write()
    rows: list[list[Any]] = [["甲村", "指标一", 1, 2], ["甲村", "指标二", 0, 2]]
    heads: list[Any] = ["单位", "成员", "part", "whole"]
    if kind == "parquet":
        pl.DataFrame(rows, schema=heads, orient="row").write_parquet("members.parquet")
    if kind == "xlsx":
        book = Workbook()
        assert book.active is not None
        for row in [heads, *rows]:
            book.active.append(row)
        book.save("members.xlsx")
    assert table("--to", "units", members=f"{KEY}=members.{kind}").code == 0
    told = Path("units/甲村.自评分.yaml").read_text(encoding="utf-8")
    assert "指标一: {part: 1, whole: 2}\n      指标二: {part: 0, whole: 2}\n" in told


def test_what_does_not_fit_is_named_by_its_row() -> None:
    write(
        "unit,member,part,whole\n"
        "甲村,指标一,若干,2\n"
        "甲村,指标二,1,2\n"
        "乙村,指标一,1,2\n"
        "乙村,指标一,1,3\n"
        "丁村,指标一,1,2\n"
        "丁村,指标二,1,2\n"
        "戊村,,1,2\n"
        ",指标一,1,2\n"
        "己村,指标一,1,2\n",
        "unit,data_use.uploads\n甲村,2\n乙村,2\n戊村,1\n己村,3\n庚村,0\n",
    )
    ran = table("-o", "scores.csv")
    assert ran.code == 1
    label = "6.6 主要指标数据上传量"
    assert sorted(ran.err.splitlines()) == sorted(
        [
            "已写入 scores.csv",
            f"facts.csv:5:2: members-miscounted “{KEY}”写的成员数是 3，members.csv 里有 1 个；两边改成一样，没有的写 0",
            f"members.csv:2:3: word-for-some “{label}”：写的是“若干”；写出是多少，如 3",
            "members.csv:5:2: member-row-twice 这个单位的成员“指标一”已在第 4 行；只留一行",
            "members.csv:6:1: member-of-stranger 指标表里没有单位“丁村”，成员表里有它的 2 行",
            "members.csv:8:2: member-nameless 这个成员没有名称；写上名称，或删去这一行",
            "members.csv:9:1: member-without-unit 这一行没有写是哪个单位的成员",
            "5 行：有问题 4，有缺报 1",
        ]
    )


def test_cells_that_a_spreadsheet_has_broken() -> None:
    write()
    book = Workbook()
    assert book.active is not None
    book.active.title = "名单"
    for row in (["unit", "member", "part", "whole"], ["甲村", "指标一", "#REF!", 2], ["甲村", "指标二", 1, 2]):
        book.active.append(row)
    book.active["C2"].data_type = "e"
    book.save("members.xlsx")
    ran = table("--to", "units", members=f"{KEY}=members.xlsx")
    assert ran.code == 1
    assert "members.xlsx:名单!C2: cell-error " in ran.err


def test_which_of_several_rows() -> None:
    write(facts=f"unit,year,{KEY}\n甲村,2011,2\n甲村,2012,0\n")
    ran = table("--to", "units")
    assert ran.err == (
        "members.csv:2:1: members-of-which “甲村”在指标表里有几行，这些成员是哪一行的，看不出来；"
        "成员表也要有这些列：year\n"
    )
    write("unit,year,member,part,whole\n甲村,2011,指标一,1,2\n甲村,2011年,指标二,1,2\n", Path("facts.csv").read_text())
    assert table("--to", "units").code == 0


def test_a_unit_that_has_no_row_of_that_year() -> None:
    write("unit,year,member,part,whole\n甲村,2012,指标一,1,2\n", "unit,year\n甲村,2011\n")
    assert "members.csv:2:1: member-of-stranger 指标表里没有单位“甲村 2012”，成员表里有它的 1 行\n" in table().err


def test_members_in_a_file_that_is_damaged() -> None:
    write()
    Path("members.parquet").write_bytes(b"PAR1 no more")
    ran = table(members=f"{KEY}=members.parquet")
    assert (ran.code, ran.err.partition("；")[0]) == (
        2,
        "members.parquet 读不下去：要么没有写完整，要么各行的格数不一",
    )


def test_two_tables_in_one_file() -> None:
    twice = Path.cwd() / "facts.csv"
    ran = kaohe("table", SHIPPED, "--example", "3", "-o", "facts.csv", "--members", f"{KEY}={twice}")
    assert (ran.code, ran.err) == (2, f"“{twice}”要写两张表；指标表和各名单的成员表各用一个文件名\n")
    assert not Path("facts.csv").exists()


def test_names_of_the_roster() -> None:
    Path("units.yaml").write_text("units:\n- {unit: 甲村, aliases: [A村]}\n", encoding="utf-8")
    write(MEMBERS.replace("甲村", "ａ村"), f"unit,{KEY}\nA村,2\n")
    assert table("--to", "units").code == 0


def test_a_list_that_does_not_apply_and_has_members(tmp_path: Path) -> None:
    write(facts=f"unit,{KEY}\n甲村,不适用\n")
    ran = table("--to", "units")
    assert f"facts.csv:2:2: members-miscounted “{KEY}”写的成员数是 不适用，members.csv 里有 2 个" in ran.err
    assert tmp_path.exists()


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ("uploads", "--members 写作 子项目.事实=文件，“uploads”不是\n"),
        ("coverage.none=members.csv", f"--members：细则里没有“coverage.none”这个名单，有的是：{KEY}\n"),
    ],
)
def test_what_is_no_list(members: str, said: str) -> None:
    write()
    ran = table(members=members)
    assert (ran.code, ran.err) == (2, said)


def test_columns_that_members_do_not_have() -> None:
    write("unit,name,part,part\n甲村,指标一,1,2\n")
    ran = table()
    assert ran.err == (
        "members.csv:1:2: member-column 名单“6.6 主要指标数据上传量”的成员没有“name”这一项，"
        "列名见 kaohe table --schema\n"
        "members.csv:1:4: column-twice “part”和第 3 列是同一项；请只留一列\n"
        "members.csv:1:1: members-without 成员表没有这些列：member；"
        "一行一个成员，要有 unit（单位）、member（成员）和各字段的列\n"
    )


def test_members_that_stand_in_two_places() -> None:
    write()
    said = f"名单“{KEY}”的成员写在两处；只留一处\n"
    assert table("--members", f"{KEY}=others.csv").err == said
    nested = [[{"member": "指标一", "part": 1, "whole": 2}]]
    pl.DataFrame({"unit": ["甲村"], KEY: nested}).write_parquet("facts.parquet")
    assert kaohe("table", "facts.parquet", "--rubric", SHIPPED, "--members", f"{KEY}=members.csv").err == said


def test_an_example_and_a_folder_with_members_apart() -> None:
    members = f"{KEY}=members.csv"
    assert kaohe("table", SHIPPED, "--example", "100", "-o", "facts.csv", "--members", members).code == 0
    assert kaohe("table", SHIPPED, "--example", "100", "-o", "facts.parquet").code == 0
    assert table("--keep", "county", "-o", "apart.csv").code == 0
    options = ("--rubric", SHIPPED, "--keep", "county")
    assert kaohe("table", "facts.parquet", *options, "-o", "nested.csv").code == 0
    assert Path("apart.csv").read_bytes() == Path("nested.csv").read_bytes()
    assert table("--keep", "county", "--to", "units").code == 0
    ran = kaohe("table", "units", "--from", "-o", "again.csv")
    assert (ran.code, ran.err) == (
        2,
        f"这些名单 CSV 装不下：{KEY}；表写成 .parquet，或用 --members {KEY}=… 把成员另写一张表\n",
    )
    assert kaohe("table", "units", "--from", "-o", "again.csv", "--members", f"{KEY}=again.members.csv").code == 0
    assert kaohe("table", "again.csv", "--members", f"{KEY}=again.members.csv", "-o", "again.scores.csv").code == 0
    ours, theirs = (pl.read_csv(path, infer_schema=False) for path in ("apart.csv", "again.scores.csv"))
    assert theirs.select(pl.exclude("year", "stage")).equals(ours.drop("county"))


def test_a_kept_column_that_no_text_holds() -> None:
    pl.DataFrame({"unit": ["甲村"], "notes of ours": [["一", "二"]]}).write_parquet("facts.parquet")
    options = ("facts.parquet", "--rubric", SHIPPED, "--keep", "notes of ours", "-o")
    ran = kaohe("table", *options, "scores.csv")
    assert (ran.code, ran.err) == (
        2,
        "“notes of ours”一列里是名单或字节，CSV 装不下；scores.csv 改成 .parquet，或不带这一列\n",
    )
    assert kaohe("table", *options, "scores.parquet").code == 0


def test_where_nested_members_are_wrong() -> None:
    members = [[{"member": "指标一", "part": "若干", "whole": "2"}]]
    pl.DataFrame({"unit": ["甲村"], KEY: members}).write_parquet("facts.parquet")
    ran = kaohe("table", "facts.parquet", "--rubric", SHIPPED, "-o", "scores.csv")
    assert "facts.parquet:1:2: word-for-some " in ran.err
