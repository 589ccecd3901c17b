"""Filled workbooks at the command line: taken wherever a unit's YAML is, mixed with it, and never written over."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook.defined_name import DefinedName

from kaohe import source
from kaohe.messages import say
from support import shipped
from support.command_line import CITIES, SHIPPED, Ran, kaohe
from support.entry_workbooks import EntryWorkbook, Form
from support.rounds import share

WHO = "丙市"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(CITIES / "parameters.yaml", tmp_path)


def data(unit: str = WHO) -> Mapping[str, Any]:
    found: Mapping[str, Any] = source.read(str(CITIES / f"{unit}.yaml")).data
    return found


def filled(path: str = "填报.xlsx", unit: str = WHO) -> EntryWorkbook:
    book = Form(shipped.compiled(), SHIPPED).workbook(data(unit))
    Path(path).write_bytes(book.content())
    return book


def joined(text: str) -> str:
    """Text without its blanks and lines, which hang on how long others are."""
    return "".join(text.split())


def same(*command: str) -> Ran:
    """What a command says of the workbook, which is what it says of the file."""
    filled()
    shutil.copy(CITIES / f"{WHO}.yaml", f"{WHO}.yaml")
    files = ("填报.xlsx", f"{WHO}.yaml")
    ran, expected = (kaohe(*(path if one == "FILE" else one for one in command)) for path in files)
    column, key = (joined(say(f"stage.no_evidence{where}", "zh")) for where in ("_workbook", ""))
    assert (ran.code, joined(ran.out).replace(column, key)) == (expected.code, joined(expected.out))
    return ran


class TestEveryCommand:
    @pytest.mark.parametrize(
        "command",
        [
            ("score", "FILE", "--format", "json"),
            ("score", "FILE"),
            ("next", "FILE"),
            ("why", "FILE", "1.1"),
            ("evidence", "FILE"),
            ("diff", "FILE", str(CITIES / "甲市.yaml")),
        ],
        ids=lambda command: command[0],
    )
    def test_the_same_is_said(self, command: tuple[str, ...]) -> None:
        assert same(*command).err == ""

    def test_validate(self) -> None:
        filled()
        assert kaohe("validate", "填报.xlsx").out.splitlines()[0] == f"填报.xlsx: {WHO}，缺报 0 项"

    def test_validate_as_data(self) -> None:
        book = filled()
        place = book.put("coverage.contributors", "previous", "很多")
        Path("填报.xlsx").write_bytes(book.content())
        (problem,) = json.loads(kaohe("validate", "填报.xlsx", "--format", "json").out)["files"][0]["problems"]
        expected = {"sheet": "指标填报", "cell": place.partition("!")[2], "line": 8, "column": 7}
        assert {key: problem[key] for key in expected} == expected
        text = kaohe("validate", "填报.xlsx", "--format", "github").out
        assert text.startswith(f"::error file=填报.xlsx,line=8,col=7,title=number-expected::{place} “1.1")

    def test_verify_takes_it_for_facts(self) -> None:
        filled()
        assert kaohe("score", "填报.xlsx", "-o", "评分.xlsx").code == 0
        assert kaohe("verify", "评分.xlsx", "--facts", "填报.xlsx", "--facts", "parameters.yaml").code == 0

    def test_verify_of_entries(self) -> None:
        filled()
        ran = kaohe("verify", "填报.xlsx")
        assert ran.code == 1
        sentence = "这是填报表，不是评分结果，没有封签可核对；用 kaohe score 打分"
        assert f"填报.xlsx: entries-not-sealed {sentence}" in ran.out + ran.err

    @pytest.mark.parametrize("command", ["score", "why", "convert"])
    def test_nothing_is_written_over_it(self, command: str) -> None:
        filled()
        before = Path("填报.xlsx").read_bytes()
        item = ["1.1"] if command == "why" else []
        ran = kaohe(command, "填报.xlsx", *item, "-o", "填报.xlsx")
        assert ran.code == 2
        assert Path("填报.xlsx").read_bytes() == before


class TestFolders:
    def test_workbooks_beside_files(self) -> None:
        folder = Path("收件")
        folder.mkdir()
        shutil.copy(CITIES / "甲市.yaml", folder)
        filled("收件/丙市.xlsx")
        (folder / "~$丙市.xlsx").write_bytes(b"")
        (folder / "旧.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
        ran = kaohe("batch", folder, "-o", "结果.csv")
        assert ran.code == 1
        assert ran.err.splitlines() == [
            "已写入 结果.csv",
            "已写入 结果.合计.csv",
            "已写入 结果.省厅改动.csv",
            "收件/旧.xls: entry-old 这是旧格式的工作簿（.xls、.et）；用 Excel 或 WPS 另存为 .xlsx 再交",
            "2 个单位已打分，2 个有缺报，1 个文件有问题",
        ]

    def test_what_kaohe_has_written_is_named(self) -> None:
        Path("收件").mkdir()
        filled("收件/丙市.xlsx")
        shutil.copy("parameters.yaml", "收件")
        assert kaohe("batch", "收件", "-o", "收件").code == 0
        ran = kaohe("batch", "收件", "-o", "收件")
        assert ran.code == 0
        assert ran.err.splitlines() == [
            "已写入 收件/汇总.xlsx",
            "收件/丙市.自评分.xlsx: [说明] workbook-of-scores 这是 kaohe 写出的评分结果，不是填报表",
            "收件/汇总.xlsx: [说明] workbook-of-scores 这是 kaohe 写出的评分结果，不是填报表",
            "1 个单位已打分，0 个有缺报，0 个文件有问题",
        ]
        lines = kaohe("validate", "收件").out.splitlines()
        not_checked = "kaohe 写出的评分结果，不是报送，没有检查；得分改没改过，用 kaohe verify 核对"
        assert f"收件/汇总.xlsx: {not_checked}" in lines
        assert lines[-1] == "共 2 个文件：0 个错误，0 个警告"
        alone = kaohe("validate", "收件/汇总.xlsx")
        assert alone.code == 0, "folders and hooks have such files among others"
        assert alone.out == f"收件/汇总.xlsx: {not_checked}\n共 0 个文件：0 个错误，0 个警告\n"
        assert kaohe("validate", "-q", "收件/汇总.xlsx").out == ""

    def test_a_unit_that_is_there_twice(self) -> None:
        Path("收件").mkdir()
        shutil.copy(CITIES / "丙市.yaml", "收件")
        filled("收件/丙市.xlsx")
        ran = kaohe("batch", "收件", "-o", "结果.csv")
        assert ran.code == 1
        twice = "unit-twice “丙市”（自评分）不止一个文件，另见：收件/丙市"
        assert f"收件/丙市.xlsx:指标填报!H4: {twice}.yaml；请只留一个" in ran.err
        assert f"收件/丙市.yaml:4:7: {twice}.xlsx；请只留一个" in ran.err


def written(points: Mapping[str, float]) -> None:
    """A workbook in which a spreadsheet has computed these points."""
    book = filled()
    sheet = book.book.create_sheet("考核表")
    for row, (name, value) in enumerate(points.items(), 1):
        sheet.cell(row, 1).value = value
        full = f"kaohe_score_{name}" if name else "kaohe_total"
        book.book.defined_names[full] = DefinedName(full, attr_text=f"考核表!$A${row}")
    book.book.defined_names["kaohe_gone"] = DefinedName("kaohe_gone", attr_text="没有!$A$1")
    Path("填报.xlsx").write_bytes(book.content())


class TestWrittenScores:
    def test_what_agrees_is_not_told(self) -> None:
        written({"coverage": 7, "": 374})
        ran = kaohe("score", "填报.xlsx", "--strict")
        assert (ran.code, ran.err) == (0, "")

    @pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 1)])
    def test_what_differs_is_told_item_by_item(self, strict: list[str], code: int) -> None:
        written({"coverage": 8, "legal_compliance": 5, "": 375})
        said = [
            "填报.xlsx:考核表!A1: [警告] written-score “1.1 扩面征缴工作”：表里算出的是 8 分，按填的事实应为 7 分",
            "填报.xlsx:考核表!A3: [警告] written-score 表里算出的是 375 分，按填的事实应为 374 分",
        ]
        ran = kaohe("score", "填报.xlsx", "--format", "json", *strict)
        assert (ran.code, ran.err.splitlines()) == (code, said)
        assert [one["code"] for one in json.loads(ran.out)["problems"]] == ["written-score"] * 2
        Path("收件").mkdir()
        shutil.copy("填报.xlsx", "收件")
        shutil.copy("parameters.yaml", "收件")
        ran = kaohe("batch", "收件", "-o", "结果.csv", *strict)
        assert ran.code == code
        assert [line for line in ran.err.splitlines() if "written" in line] == [f"收件/{line}" for line in said]

    def test_points_that_rest_on_missing_facts(self) -> None:
        written({"coverage": 8})
        Path("parameters.yaml").unlink()
        book = Form(shipped.compiled(), SHIPPED).workbook({"unit": WHO, "year": 2011})
        sheet = book.book.create_sheet("考核表")
        sheet["B2"].value = 8
        book.book.defined_names["kaohe_score_coverage"] = DefinedName("kaohe_score_coverage", attr_text="考核表!$B$2")
        Path("填报.xlsx").write_bytes(book.content())
        place = "填报.xlsx:考核表!B2: [警告] written-score-open “1.1 扩面征缴工作”"
        sentence = "表里算出的是 8 分，但事实没有填全，分数还定不下来"
        assert kaohe("score", "填报.xlsx").err == f"{place}：{sentence}\n"


class TestConvert:
    def test_there_and_back(self) -> None:
        filled()
        assert kaohe("convert", "填报.xlsx", "-o", "a.yaml").code == 0
        assert kaohe("convert", "a.yaml", "-o", "b.xlsx").code == 0
        assert kaohe("convert", "b.xlsx", "-o", "b.yaml", "--quiet").err == ""
        assert Path("a.yaml").read_bytes() == Path("b.yaml").read_bytes()
        first, second = (json.loads(kaohe("score", one, "--format", "json").out) for one in ("a.yaml", "填报.xlsx"))
        assert first == second

    def test_to_standard_output(self) -> None:
        filled()
        lines = kaohe("convert", "填报.xlsx", "-o", "-").out.splitlines()
        assert lines[:4] == [f"rubric: {SHIPPED}", f"unit: {WHO}", "year: 2011", "stage: self"]
        assert "    contributors: {previous: 1426500, current: 1468420}  # 实际缴费人数" in lines

    def test_an_own_rubric_is_named_from_where_the_file_will_lie(self) -> None:
        Path("下").mkdir()
        rubric = shipped.document().content.replace(SHIPPED.encode(), b"own")
        Path("own.yaml").write_bytes(rubric)
        Path("a.yaml").write_text("rubric: own.yaml\nunit: 甲市\nparameters: {provincial_pass_rate: 90%}\n", "utf-8")
        assert kaohe("convert", "a.yaml", "-o", "下/a.yaml").code == 0
        assert Path("下/a.yaml").read_text("utf-8").splitlines()[0] == 'rubric: "../own.yaml"'
        assert "  provincial_pass_rate: 90%  # 省当年平均通过率" in Path("下/a.yaml").read_text("utf-8").splitlines()

    @pytest.mark.parametrize("suffix", ["yaml", "xlsx"])
    def test_evidence_is_named_from_where_the_file_will_lie(self, suffix: str) -> None:
        Path("下").mkdir()
        named = "evidence: {'1.1': {实际缴费人数: 附件/一.pdf}}"
        Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\n{named}\n", "utf-8")
        assert kaohe("convert", "a.yaml", "-o", f"下/a.{suffix}").code == 0
        assert kaohe("convert", f"下/a.{suffix}", "-o", "下/b.yaml").code == 0
        assert source.read("下/b.yaml").data["evidence"]["coverage"]["contributors"] in (
            "../附件/一.pdf",
            ["../附件/一.pdf"],
        )
        assert kaohe("convert", f"下/a.{suffix}", "-o", "b.yaml").code == 0
        assert "附件/一.pdf" in str(source.read("b.yaml").data["evidence"])
        assert ".." not in str(source.read("b.yaml").data["evidence"])

    def test_a_change_keeps_its_cause_or_has_none(self) -> None:
        Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nyear: 2011\n", "utf-8")
        entry = "old: null, new: 1, reason: 核实"
        changes = f"late_reports: {{{entry}}}, missing_analyses: {{{entry}, cause: fact_corrected}}"
        changes = f"changes: {{unemployment_monitoring: {{{changes}}}}}"
        Path("b.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nstage: preliminary\n{changes}\n", "utf-8")
        assert kaohe("convert", "b.yaml", "--of", "a.yaml", "-o", "b.xlsx").code == 0
        assert kaohe("convert", "b.xlsx", "-o", "c.yaml").code == 0
        first, second = (source.read(one).data["changes"] for one in ("b.yaml", "c.yaml"))
        assert first == second

    def test_parameters_are_shown(self) -> None:
        Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\n", "utf-8")
        assert kaohe("convert", "a.yaml", "--parameters", "parameters.yaml", "-o", "a.xlsx").code == 0
        assert kaohe("convert", "a.xlsx", "-o", "b.yaml").code == 0
        given = source.read(str(CITIES / "parameters.yaml")).data["parameters"]
        assert source.read("b.yaml").data["parameters"] == given
        ran = kaohe("convert", "a.yaml", "--parameters", "parameters.yaml", "-o", "b.yaml")
        assert (ran.code, ran.err) == (2, "--parameters 只用于 Excel 填报表，要同时写成 -o 填报.xlsx\n")

    @pytest.mark.parametrize("unit", share(["丁市", "甲市", "庚市"], of=3))
    def test_later_stages(self, unit: str) -> None:
        *before, last = [f"{unit}.yaml", f"{unit}.初评.yaml", f"{unit}.审定.yaml"]
        for path in (*before, last):
            shutil.copy(CITIES / path, path)
        of = [part for one in before for part in ("--of", one)]
        assert kaohe("convert", last, *of, "-o", "审定.xlsx").code == 0
        assert kaohe("convert", "审定.xlsx", "-o", "审定.yaml").code == 0
        texts = (kaohe("score", *before, one, "--format", "json").out for one in (last, "审定.yaml", "审定.xlsx"))
        scores = [json.loads(one) for one in texts]
        assert scores[0] == scores[1] == scores[2]

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["a.yaml", "-o", "a.csv"], "不认识“a.csv”的后缀；能转成的：.yaml .yml .xlsx"),
            (["later.yaml", "-o", "a.xlsx"], "“甲市”的这个文件只写改动；用 --of 给出前面各阶段的文件"),
            (
                ["later.yaml", "--of", "a.yaml", "-o", "a.xlsx"],
                "填报表里写不下：读法的改动、细则版本的更换；请用 YAML 文件",
            ),
            (["none.csv", "-o", "a.xlsx"], "一次只做一个单位；给出同一单位各阶段的文件"),
            (["later.yaml", "--of", "a.yaml", "--of", "b.yaml", "-o", "a.xlsx"], "一次只做一个单位"),
            (
                ["several.yaml", "--of", "a.yaml", "-o", "a.xlsx"],
                "填报表里写不下：不同的人、不同日期作的改动；请用 YAML 文件",
            ),
            (
                ["noted.yaml", "--of", "a.yaml", "-o", "a.xlsx"],
                "填报表里写不下：后面阶段写的备注（notes）；请用 YAML 文件",
            ),
        ],
        ids=[
            "convert-suffix",
            "convert-later-alone",
            "not-in-workbook",
            "one-unit-at-a-time",
            "units",
            "signatures",
            "notes",
        ],
    )
    def test_what_is_refused(self, arguments: list[str], sentence: str) -> None:
        Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nyear: 2011\n", encoding="utf-8")
        Path("b.yaml").write_text(f"rubric: {SHIPPED}\nunit: 乙市\nyear: 2011\n", encoding="utf-8")
        reading = "readings: {labour_surveys.survey_steps: {old: whole, new: started, reason: 口径}}"
        text = f"rubric: {SHIPPED}\nunit: 甲市\nstage: preliminary\n{reading}\n"
        Path("later.yaml").write_text(text, encoding="utf-8")
        signed = {"late_reports": "王某", "missing_analyses": "李某"}
        entries = ", ".join(f"{one}: {{old: null, new: 1, reason: 核实, by: {by}}}" for one, by in signed.items())
        changes = f"changes: {{unemployment_monitoring: {{{entries}}}}}"
        several = f"rubric: {SHIPPED}\nunit: 甲市\nstage: preliminary\n{changes}\n"
        Path("several.yaml").write_text(several, encoding="utf-8")
        notes = "notes: {unemployment_monitoring: {late_reports: 已核对}}"
        Path("noted.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nstage: preliminary\n{notes}\n", encoding="utf-8")
        Path("none.csv").write_text(f"rubric,unit\n{SHIPPED},甲市\n{SHIPPED},乙市\n", encoding="utf-8")
        ran = kaohe("convert", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(sentence)
        assert not Path("a.xlsx").exists()

    def test_an_unsound_file(self) -> None:
        Path("a.yaml").write_text(f"rubric: {SHIPPED}\nunit:\n", encoding="utf-8")
        assert kaohe("convert", "a.yaml", "-o", "a.xlsx").code == 1
        Path("later.yaml").write_text(f"rubric: {SHIPPED}\nunit: 甲市\nstage: preliminary\n", encoding="utf-8")
        assert kaohe("convert", "later.yaml", "--of", "a.yaml", "-o", "a.xlsx").code == 1
        assert not Path("a.xlsx").exists()
