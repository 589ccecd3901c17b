"""Tables of facts from the command line: a blank one written, filled ones scored as files of units are."""

import json
import shutil
from pathlib import Path

import pytest

from kaohe.messages import Language
from kaohe.problems import Unusable
from support.command_line import SHIPPED, kaohe
from support.units_on_disk import SOUND, UNITS, batch, names, rows, write

HEAD = (
    "rubric,unit,stage,1.1 完成,basics.late,basics.hours,basics.paid,1.1 等次,"
    "growth.funds.previous,growth.funds.current"
)
"""Without the list that the rubric asks for, too."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    shutil.copy(SOUND, "sound.yaml")


def row(unit: str, late: object = 0, rubric: str = "sound.yaml") -> str:
    return f"{rubric},{unit},,是,{late},0,90%,优,1,2"


def table(*lines: str, path: str = "表.csv") -> None:
    Path(path).write_text("\n".join([HEAD, *lines]), encoding="gb18030")


def as_files(units: dict[str, int]) -> None:
    for unit, late in units.items():
        write(f"{unit}.yaml", late=late)
        text = (UNITS / f"{unit}.yaml").read_text(encoding="utf-8").replace(", sent: {一县: {part: 1, whole: 1}}", "")
        (UNITS / f"{unit}.yaml").write_text(text.replace("parameters: {average: 90%}\n", ""), encoding="utf-8")


def refused(*arguments: str | Path) -> str:
    ran = kaohe(*arguments)
    assert (ran.code, ran.out) == (2, "")
    return ran.err.strip()


def said(code: str, language: Language = "zh", **parameters: object) -> str:
    return Unusable(code, **parameters).message(language)


class TestManyUnits:
    @pytest.mark.parametrize("processes", [1, 2])
    def test_a_table_gives_what_a_folder_gives(self, processes: int) -> None:
        units = {f"{place:02}市": place % 4 for place in range(20)}
        as_files(units)
        table(*(row(unit, late) for unit, late in units.items()))
        ran = batch("--processes", str(processes), folder="表.csv", target="表里.csv")
        assert ran.err.endswith("20 个单位已打分，20 个有缺报，0 个文件或表里的行有问题\n")
        batch(target="文件.csv")
        assert rows("表里.csv") == rows("文件.csv")
        assert len(rows("表里.csv")) == 40

    def test_what_is_taken_is_said_once_for_a_table(self) -> None:
        kinder = row("乙市").replace(",0,0,90%,优", ",2次,１,90％,良")
        table(row("甲市"), kinder, kinder.replace("乙市", "丙市").replace("2次", "1.5次"))
        note = "表.csv: [说明] taken-word 5 格的写法已按该填的读：E3、F3、G3、F4、G4"
        assert note in batch(folder="表.csv", target="out.csv", code=1).err.splitlines()
        assert kaohe("score", "表.csv").err.splitlines().count(note) == 1
        assert note not in kaohe("score", "表.csv", "--complete", "-q").err

    def test_sheets_and_a_summary(self) -> None:
        table(row("甲市"), row("乙市", 1))
        batch(folder="表.csv")
        assert names() == ["乙市.自评分.xlsx", "汇总.xlsx", "甲市.自评分.xlsx"]

    def test_tables_and_files_lie_in_one_folder(self) -> None:
        as_files({"甲市": 0})
        table(row("乙市", rubric=str(SOUND)), row("丙市", rubric=str(SOUND)), path="units/各市.csv")
        assert batch(target="out.csv").err.endswith("3 个单位已打分，3 个有缺报，0 个文件或表里的行有问题\n")
        assert [one["unit"] for one in rows("out.csv")] == ["乙市", "乙市", "丙市", "丙市", "甲市", "甲市"]

    def test_a_unit_in_a_table_and_in_a_file(self) -> None:
        as_files({"甲市": 0, "丁市": 0})
        table(row("乙市", rubric=str(SOUND)), row("甲市", rubric=str(SOUND)), path="units/各市.csv")
        ran = batch(target="out.csv", code=1)
        assert ran.err.splitlines()[3:-1] == [
            "units/各市.csv:3:2: unit-twice “甲市”（自评分）不止一个文件，另见：units/甲市.yaml；请只留一个",
            "units/甲市.yaml:2:7: unit-twice “甲市”（自评分）不止一个文件，另见：units/各市.csv:3；请只留一个",
        ]
        assert {one["unit"] for one in rows("out.csv")} == {"乙市", "丁市"}

    def test_a_bad_row_and_a_bad_table_stop_no_others(self) -> None:
        table(*(row(f"{place:02}市") for place in range(9)), row("坏市", "很多"), row("好市"))
        shutil.copy("表.csv", "units/表.csv")
        shutil.copy("sound.yaml", "units/sound.yaml")
        Path("units/另.csv").write_text("单位\n甲市\n", encoding="utf-8")
        ran = batch(code=1)
        places = [line.partition(" ")[0] for line in ran.err.splitlines()[1:-1]]
        assert places == ["units/另.csv:1:1:", "units/表.csv:11:5:"]
        assert ran.err.endswith("10 个单位已打分，10 个有缺报，2 个文件或表里的行有问题\n")

    def test_problems_come_in_the_order_of_the_rows(self) -> None:
        table(*(row(f"{place:02}市", "很多") for place in range(12)))
        lines = batch(folder="表.csv", code=1).err.splitlines()[:-1]
        assert [line.split(" ")[0] for line in lines] == [f"表.csv:{number}:5:" for number in range(2, 14)]

    def test_parameters_lie_beside_the_table(self) -> None:
        table(row("甲市"))
        Path("parameters.yaml").write_text("rubric: sound.yaml\nparameters: {average: 95%}\n", encoding="utf-8")
        (unit,) = [json.loads(kaohe("score", "表.csv", "--format", "json").out)]
        assert [one["label"] for one in unit["missing"]] == ["上传率"]

    def test_what_a_batch_wrote_is_no_table_of_the_next(self) -> None:
        as_files({"甲市": 0})
        for _ in range(2):
            assert "1 个单位已打分" in batch("--format", "csv", target="units").err
        for _ in range(2):
            assert "1 个单位已打分" in batch(target="units/全部.csv").err
        assert "甲市，缺报 2 项" in kaohe("validate", "units").out

    @pytest.mark.parametrize("target", ["表.csv", "./表.csv", "link.csv"])
    def test_a_table_is_not_replaced_by_its_scores(self, target: str) -> None:
        table(row("甲市"))
        Path("link.csv").symlink_to("表.csv")
        before = Path("表.csv").read_bytes()
        assert refused("batch", "表.csv", "-o", target) == said(
            "target-is-input", path=Path(target), kind="单位的指标表"
        )
        assert refused("score", "表.csv", "-o", target) == said(
            "target-is-input", path=Path(target), kind="单位的指标表"
        )
        assert Path("表.csv").read_bytes() == before

    def test_nor_by_a_sheet_of_that_name(self) -> None:
        table(row("甲市"), path="units/甲市.自评分.csv")
        shutil.copy("sound.yaml", "units/sound.yaml")
        assert refused("batch", "units", "-o", "units", "--format", "csv") == said(
            "target-is-input", path="units/甲市.自评分.csv", kind="单位的指标表"
        )

    def test_a_table_that_is_not_there(self) -> None:
        assert refused("batch", "没有.csv", "-o", "out") == "没有这个文件或文件夹：没有.csv"


class TestOtherCommands:
    def test_a_filled_row_is_scored(self) -> None:
        kaohe("template", SHIPPED, "-o", "指标.csv", "--labels")
        path = Path("指标.csv")
        text = path.read_text(encoding="utf-8-sig").replace(f"{SHIPPED},,,", f"{SHIPPED},甲市,2011年,")
        path.write_text(text, encoding="gb18030")
        ran = kaohe("score", "指标.csv", "--format", "json")
        sheet = json.loads(ran.out)
        assert (ran.code, sheet["unit"], sheet["year"], sheet["score"]) == (0, "甲市", 2011, None)

    def test_all_rows_are_scored(self) -> None:
        table(row("甲市"), row("乙市", 1))
        assert [one["unit"] for one in json.loads(kaohe("score", "表.csv", "--format", "json").out)] == ["甲市", "乙市"]

    @pytest.mark.parametrize("command", [["next", "表.csv"], ["why", "表.csv", "1.1"]])
    def test_one_unit_at_a_time(self, command: list[str]) -> None:
        table(row("甲市"), row("乙市"))
        assert refused(*command) == said("one-unit-at-a-time")
        table(row("甲市"))
        assert kaohe(*command).code == 0

    def test_two_units_are_compared(self) -> None:
        table(row("甲市"), row("乙市", 1))
        assert "乙市" in kaohe("diff", "表.csv").out
        table(row("甲市"))
        assert refused("diff", "表.csv") == said("two-to-compare", units=1, stages=1)

    def test_a_later_stage_follows_a_row(self) -> None:
        text = f"rubric,单位,year,1.1 实际缴费人数：本年末\n{SHIPPED},甲市,2011,7\n{SHIPPED},乙市,2011,7\n"
        Path("表.csv").write_text(text, encoding="utf-8")
        changes = "changes: {coverage: {contributors.current: {old: 7, new: 8, reason: 漏报}}}"
        text = f"rubric: {SHIPPED}\nunit: 甲市\nyear: 2011\nstage: preliminary\n{changes}\n"
        Path("初评.yaml").write_text(text, encoding="utf-8")
        ran = kaohe("score", "表.csv", "初评.yaml", "--format", "markdown")
        assert (ran.code, ran.err) == (0, "")
        assert "实际缴费人数：本年末：7 人 → 8 人" in ran.out

    def test_every_row_is_checked(self) -> None:
        table(row("甲市"), row("乙市", "很多"))
        ran = kaohe("validate", "表.csv")
        assert ran.out.splitlines() == [
            "表.csv:2: 甲市，缺报 2 项",
            "表.csv:3:5: number-expected “1.1 迟报”：这里写的是“很多”，应是数字，如 7.5",
            "共 1 个文件：1 个错误，0 个警告",
        ]
        found = json.loads(kaohe("validate", "表.csv", "--format", "json").out)
        assert [one["path"] for one in found["files"]] == ["表.csv:2", "表.csv:3"]
        assert found["files"][1]["problems"][0]["path"] == "表.csv"

    def test_no_evidence_is_named_in_a_table(self) -> None:
        table(row("甲市"))
        assert kaohe("evidence", "表.csv", "--record").code == 0
        assert sorted(path.name for path in Path().iterdir()) == ["sound.yaml", "units", "表.csv"]
