"""Large tables as people really save them: `kaohe table` finds in each what files of units would be found to say."""

from pathlib import Path

import polars as pl
import pytest

from support.command_line import SHIPPED, Ran, kaohe

EVERY_KIND = Path(__file__).parents[1] / "support" / "every_kind.yaml"

HEAD = "unit,pooling_level.city_pooling,pooling_level.districts_outside"
FACT, LIST = "pooling_level.districts_outside", "data_use.uploads"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def table(content: str, *options: str, encoding: str = "utf-8") -> Ran:
    Path("facts.csv").write_bytes(content.encode(encoding))
    return kaohe("table", "facts.csv", "--rubric", SHIPPED, *options)


def parquet(columns: dict[str, object], *options: str) -> Ran:
    pl.DataFrame(columns).write_parquet("facts.parquet")
    return kaohe("table", "facts.parquet", "--rubric", SHIPPED, *options)


SOUND = {
    "lines ended by CR": f"{HEAD}\r甲村,是,0\r乙村,是,1",
    "lines ended in several ways": f"{HEAD}\r\n甲村,是,0\r乙村,是,1\n",
    "rows shorter than the header": f"{HEAD}\n甲村,是\n乙村\n",
    "rows longer by blanks": f"{HEAD}\n甲村,是,0,,\n乙村,是,1, ,\n",
    "blanks alone in a row": f"{HEAD}\n甲村,是,0\n   \n乙村,是,1\n\u3000,,\n",
    "blank cells before the header": f",,\n{HEAD}\n甲村,是,0\n乙村,是,1\n",
    "cells over two lines": f'{HEAD}\n"甲\n村",是,0\n乙村,是,1\n',
    "a quote within": f'{HEAD}\n甲"村,是,0\n乙村,是,1\n',
    "blanks around": f"{HEAD}\n甲村 ,是 , 0\n乙村,\u3000是,1\n",
    "labels as names": "单位,1.4 未纳入市区统筹的财政独立区\n甲村,0\n乙村,1\n",
    "GBK after much that is not": f"{HEAD}\n甲村,true,0\n乙村,true,1\n",
}


@pytest.mark.parametrize("name", SOUND)
def test_units_are_found_however_lines_end_and_cells_are_left_out(name: str) -> None:
    ran = table(SOUND[name], encoding="gb18030" if name.startswith("GBK") else "utf-8")
    assert (ran.code, ran.err) == (0, "2 行：有缺报 2\n")


BAD = {
    "beyond the header": (f"{HEAD}\n甲村,是,0,9\n", "facts.csv:2:4: cell-without-column “9”这一格上面没有列名"),
    "under no name": (f"{HEAD},\n甲村,是,0,9\n", "facts.csv:2:4: cell-without-column “9”这一格上面没有列名"),
    "open quotes": (f'{HEAD}\n甲村,是,0\n乙村,是,"1\n', "facts.csv:3:1: table-quotes"),
    "no rows": (f"{HEAD}\n", "facts.csv:1:1: table-empty"),
    "blank rows": (f"{HEAD}\n\n,,\n", "facts.csv:1:1: table-empty"),
    "words with blanks": (f"{HEAD}\n甲村,是,若干 \n", "word-for-some “1.4 未纳入市区统筹的财政独立区”：写的是“若干”；"),
    "not applicable": (f"{HEAD}\n甲村,是,不适用 \n", "must-apply “1.4 未纳入市区统筹的财政独立区”不能填“不适用”"),
    "a year of five digits": (f"{HEAD},year\n甲村,是,0,20110\n", "facts.csv:2:4: year-expected 年度写的是“20110”"),
    "a year twice": (f"{HEAD},year\n甲村,是,0,2011\n甲村,是,0,2011年\n", "facts.csv:2:1: row-twice"),
    "a stage twice": (f"{HEAD},stage\n甲村,是,0,self\n甲村,是,0,自评\n", "facts.csv:2:1: row-twice"),
    "a number too wide": (f"{HEAD}\n甲村,是,{'9' * 40}\n", "number-too-large"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_as_of_units_files(name: str) -> None:
    content, told = BAD[name]
    ran = table(content)
    assert ran.code == 1
    assert told in ran.err


def test_percents_too_wide_for_columns() -> None:
    ran = table("unit,parameters.provincial_pass_rate\n甲村,123456789012345678901\n乙村,90%\n")
    assert ran.code == 1
    assert "facts.csv:2:2: percent-without-sign" in ran.err


MISTYPED: dict[str, tuple[dict[str, object], str]] = {
    "a list where a number is meant": ({FACT: [[1]]}, "facts.parquet:1:2: number-expected"),
    "members without names": (
        {LIST: [[{"part": 1, "whole": 2}]]},
        (
            "facts.parquet: list-column “data_use.uploads”（6.6 主要指标数据上传量）是名单，"
            "这一列的类型应是 LIST(STRUCT(member, …))，写法见 kaohe table --schema\n"
        ),
    ),
    "lists of lists": ({LIST: [[["甲"]]]}, "facts.parquet: list-column"),
    "a text where members are meant": ({LIST: ["甲"]}, "facts.parquet: list-column"),
    "a field that nobody knows": (
        {LIST: [[{"member": "甲", "parts": 1}]]},
        "unknown-column 细则里没有“data_use.uploads.parts”这一列",
    ),
    "a blank name": ({LIST: [[{"member": " ", "part": 1, "whole": 2}]]}, "facts.parquet:1:2: members-alike"),
}


@pytest.mark.parametrize("name", MISTYPED)
def test_columns_of_types_that_say_nothing(name: str) -> None:
    columns, told = MISTYPED[name]
    ran = parquet({"unit": ["甲村"], **columns})
    assert ran.code == 1
    assert told in ran.err


def test_a_list_by_its_label_and_one_of_nothing() -> None:
    assert "members-alike" in parquet({"unit": ["甲村"], "6.6 主要指标数据上传量": [[None]]}).err
    assert parquet({"unit": ["甲村"], LIST: pl.Series([None], dtype=pl.Null)}).code == 0


def test_no_units_and_no_parquet() -> None:
    ran = parquet({"unit": pl.Series([], dtype=pl.String)})
    assert ran.err.startswith("facts.parquet:1:1: table-empty")
    Path("facts.parquet").write_bytes(b"PAR1")
    ran = kaohe("table", "facts.parquet", "--rubric", SHIPPED)
    assert ran.code == 2
    assert ran.err.startswith("facts.parquet 读不下去：要么没有写完整，要么各行的格数不一；重新存一次再试（")


def test_columns_that_cannot_be_handed_through() -> None:
    content = f"{HEAD},county,state\n甲村,是,0,东县,x\n"
    assert table(content, "--keep", "country").err == "facts.csv 里没有“country”这一列，是不是“county”？\n"
    taken = "”是细则里的事实，或和得分表自己的列重名，不能用 --keep、--within 带过去；改一个列名\n"
    assert table(content, "--keep", FACT).err == f"“{FACT}{taken}"
    assert table(content, "--within", "state").err == f"“state{taken}"
    content = f"{HEAD},year,county\n甲村,是,0,2011,东县\n"
    kept = ("--keep", "county", "--keep", "county", "--keep", "year")
    assert table(content, *kept, "-o", "scores.csv").code == 0
    assert pl.read_csv("scores.csv").columns[:4] == ["unit", "year", "county", "state"]


def test_units_that_are_not_there() -> None:
    ran = table(f"{HEAD}\n甲村,是,0\n", "--where", " 甲村 ", "--where", "乙村")
    assert (ran.code, ran.err) == (1, "facts.csv: unit-not-in-table 表里没有单位“乙村”\n1 行：有缺报 1\n")
    assert table(f"{HEAD}\n甲村,是,0\n乙村,是,0\n", "--where", "甲村", "--where", "乙村", "--limit", "1").code == 0
    refused = table(f"{HEAD}\n甲村,是,0\n", "--limit", "-1")
    assert (refused.code, refused.err) == (2, "只算 -1 行不行，应是 1、2……，或 0（全部）\n")


def test_units_are_called_as_the_roster_calls_them() -> None:
    Path("units.yaml").write_text("units:\n- {unit: 甲市, aliases: [甲]}\n- {unit: 乙市}\n", encoding="utf-8")
    ran = table(f"{HEAD}\n甲,是,0\n乙市,是,1\n丙市,是,1\n", "-o", "scores.csv")
    assert ran.code == 1
    assert "facts.csv:4:1: not-on-roster 名单 units.yaml 上没有“丙市”" in ran.err
    told = pl.read_csv("scores.csv", infer_schema=False)
    assert told.select("unit", "state").rows() == [("甲市", "open"), ("乙市", "open"), ("丙市", "problem")]
    assert "facts.csv:2:1: row-twice" in table(f"{HEAD}\n甲,是,0\n甲市,是,1\n").err


def test_the_first_rubric_that_can_be_had() -> None:
    rows = f"rubric,{HEAD}\nnone.yaml,甲村,是,0\n{SHIPPED} ,乙村,是,1\n"
    Path("facts.csv").write_text(rows, encoding="utf-8")
    ran = kaohe("table", "facts.csv")
    assert ran.code == 1
    assert ran.err.startswith("facts.csv:2:1: no-such-rubric-file")
    assert ran.err.endswith("2 行：有问题 1，有缺报 1\n")


def test_a_judgement_with_its_reason_alone_is_there() -> None:
    head = "unit,variety.opinion.score,variety.opinion.reason"
    Path("facts.csv").write_text(f"{head}\n甲村,,台账齐全\n乙村,,\n", encoding="utf-8")
    ran = kaohe("table", "facts.csv", "--rubric", str(EVERY_KIND), "-o", "scores.csv")
    assert ran.code == 0
    told = pl.read_csv("scores.csv", infer_schema=False)["total.high"].to_list()
    assert (told[0], told[1]) == ("71.00", "75.00")
