"""Numbers that can hardly be so, and later files that are left out, as every command and form of output tells them."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kaohe.results.sheet import LEFT_OUT
from support.command_line import kaohe
from support.doubtful import FORM, facts
from support.doubtful_files import first, later, written

DOUBT = "通过率：990%，高于 100%"
LEFT = "“初评分”：甲市.初评.yaml 没有计入，它或它前面的文件有误；本表只到自评分"
FORMS = ("txt", "md", "html", "json", "csv", "xlsx")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()


def doubtful(**head: Any) -> Path:
    return first("in/甲市.yaml", {"passed": "990%"}, parameters={"average": "90%"}, **head)


def texts(path: str) -> str:
    """Everything that stands in a file."""
    if not path.endswith(".xlsx"):
        return Path(path).read_text(encoding="utf-8-sig")
    return "\n".join(str(cell.value) for page in load_workbook(path) for row in page for cell in row if cell.value)


class TestWarnings:
    """A warning changes the exit code only where that is asked for, and a note makes a notice of it."""

    @pytest.mark.parametrize("command", [["validate"], ["score"], ["batch", "-o", "out"]], ids=lambda one: one[0])
    def test_each_command(self, command: list[str]) -> None:
        doubtful()
        ran = kaohe(*command, "in" if "batch" in command else "in/甲市.yaml", "-q")
        assert ran.code == 0
        assert (
            f"[警告] doubt-above 1.1 {DOUBT}，请核对；属实的，写明原因：notes: {{work: {{passed: 原因}}}}"
            in ran.err + ran.out
        )
        assert kaohe(*command, "in" if "batch" in command else "in/甲市.yaml", "--strict").code == 1

    @pytest.mark.parametrize("command", [["validate"], ["score"], ["batch", "-o", "out"]], ids=lambda one: one[0])
    def test_a_note_answers(self, command: list[str]) -> None:
        doubtful(notes={"work": {"passed": "含免考"}})
        ran = kaohe(*command, "in" if "batch" in command else "in/甲市.yaml", "--strict")
        assert ran.code == 0
        assert f"[说明] doubt-above 1.1 {DOUBT}（已说明：含免考）" in ran.err + ran.out

    def test_a_later_stage_in_validate(self) -> None:
        first("in/甲市.yaml", {})
        later("in/甲市.初评.yaml", {"work.passed": ["93%", "990%"]})
        assert DOUBT in kaohe("validate", "in").out
        assert kaohe("validate", "in", "--strict").code == 1

    def test_parameters_in_validate(self) -> None:
        written("in/parameters.yaml", {"rubric": str(FORM), "parameters": {"average": "990%"}})
        assert "全省平均：990%，高于 100%" in kaohe("validate", "in").out

    def test_every_sheet_that_has_notes(self) -> None:
        doubtful()
        for suffix in ("json", "html", "md", "xlsx"):
            kaohe("score", "in/甲市.yaml", "-o", f"out.{suffix}")
            assert DOUBT in texts(f"out.{suffix}")
        assert json.loads(texts("out.json"))["problems"][0]["code"] == "doubt-above"
        assert kaohe("verify", "out.xlsx", "--rubric", FORM).code == 0

    def test_a_table_has_a_column_for_what_explains(self) -> None:
        head = ["rubric", "unit", "year", "work.passed"]
        with Path("表.csv").open("w", encoding="utf-8-sig", newline="") as file:
            rows: list[list[object]] = [
                [*head, "1.1 通过率：备注"],
                [FORM, "甲市", 2011, "990%", "含免考"],
                [FORM, "乙市", 2011, "990%"],
            ]
            csv.writer(file).writerows(rows)
        found = kaohe("validate", "表.csv").out.splitlines()
        assert found[0] == f"表.csv:2:4: [说明] doubt-above 1.1 {DOUBT}（已说明：含免考）"
        assert found[2] == (
            f"表.csv:3:4: [警告] doubt-above 1.1 {DOUBT}，请核对；属实的，加一列“work.passed.note”，写明原因"
        )

    def test_a_workbook_has_a_column_for_what_explains(self) -> None:
        assert kaohe("template", FORM, "-o", "填报.xlsx").code == 0
        book = load_workbook("填报.xlsx")
        page = book.worksheets[0]
        keys = {cell.value: cell.column for cell in page[1] if cell.value}
        for row in range(1, page.max_row + 1):
            if page.cell(row, 1).value == "unit":
                page.cell(row, keys["current"]).value = "甲市"
            if page.cell(row, 1).value in ("work.passed", "work.completion"):
                page.cell(row, keys["current"]).value = 9.9
            if page.cell(row, 1).value == "work.completion":
                page.cell(row, keys["note"]).value = "含免考"
        book.save("填报.xlsx")
        said = kaohe("validate", "填报.xlsx").out
        assert "[警告] doubt-above 1.1 通过率：990%，高于 100%，请核对；属实的，在这一行的“备注”里写明原因" in said
        assert "[说明] doubt-above 1.1 任务完成率：990%，高于 150%（已说明：含免考）" in said
        assert "say why in the row's column for notes" in kaohe("validate", "填报.xlsx", "--lang", "en").out


class TestBefore:
    """Last year's file or folder beside this year's."""

    @pytest.mark.parametrize("command", [["validate"], ["score"], ["batch", "-o", "out"]], ids=lambda one: one[0])
    @pytest.mark.parametrize("before", ["old", "old/甲市.yaml"])
    def test_each_command(self, command: list[str], before: str) -> None:
        first("old/甲市.yaml", {"cost": 9_000_000}, year=2010)
        first("in/甲市.yaml", {})
        ran = kaohe(*command, "in" if "batch" in command else "in/甲市.yaml", "--before", before)
        assert "1.1 支出：900元，2010 年报的是 9000000元，差一万倍上下" in ran.err + ran.out
        assert ran.code == 0

    def test_what_is_wrong_there_is_told_and_stops_nothing(self) -> None:
        first("old/甲市.yaml", {"late": "多"}, year=2010)
        ran = kaohe("score", first("in/甲市.yaml", {}), "--before", "old")
        assert "old/甲市.yaml:" in ran.err
        assert ran.code == 0

    def test_there_must_be_something(self) -> None:
        ran = kaohe("score", first("in/甲市.yaml", {}), "--before", "old")
        assert (ran.code, ran.err) == (2, "没有这个文件或文件夹：old\n")


class TestLeftOut:
    """A sheet says on its face that a later stage's file is wrong and not counted."""

    @pytest.fixture(autouse=True)
    def _faulty(self) -> None:
        first("in/甲市.yaml", {})
        later("in/甲市.初评.yaml", {"work.late": [5, 6]})

    @pytest.mark.parametrize("suffix", FORMS)
    def test_every_form_of_output(self, suffix: str) -> None:
        ran = kaohe("score", "in/甲市.yaml", "in/甲市.初评.yaml", "-o", f"out.{suffix}")
        assert ran.code == 1
        assert ran.err.endswith(f"已写入 out.{suffix}\n注意：{LEFT}\n")
        assert LEFT in texts(f"out.{suffix}")

    def test_in_english(self) -> None:
        said = kaohe("score", "in/甲市.yaml", "in/甲市.初评.yaml", "--lang", "en").out
        assert "“初评分”: 甲市.初评.yaml is not counted, for it or a file before it is wrong;" in said.replace(
            "\n", " "
        )

    def test_a_workbook_is_verified_with_what_it_says(self) -> None:
        kaohe("score", "in/甲市.yaml", "in/甲市.初评.yaml", "-o", "out.xlsx")
        assert kaohe("verify", "out.xlsx", "--rubric", FORM).code == 0
        assert load_workbook("out.xlsx").worksheets[0]["A2"].value == LEFT

    def test_a_table_for_machines_has_a_row_for_it(self) -> None:
        kaohe("score", "in/甲市.yaml", "in/甲市.初评.yaml", "-o", "out.csv")
        last = list(csv.DictReader(texts("out.csv").splitlines()))[-1]
        assert (last["unit"], last["stage"], last["state"], last["why"]) == ("甲市", "preliminary", "left_out", LEFT)

    def test_a_batch(self) -> None:
        ran = kaohe("batch", "in", "-o", "out", "--format", "json")
        assert ran.code == 1
        (name,) = Path("out").glob("甲市*.json")
        assert [one["code"] for one in json.loads(texts(str(name)))["problems"]] == [LEFT_OUT]

    @pytest.mark.parametrize("command", [["score"], ["batch", "-o", "out", "--format", "markdown"]])
    def test_a_file_that_can_not_be_read_belongs_to_whom_it_is_called_after(self, command: list[str]) -> None:
        Path("in/甲市.初评.yaml").write_text("a: [", encoding="utf-8")
        written("in/乙市.yaml", facts({}, unit="乙市"))
        paths = ["in"] if "batch" in command else ["in/甲市.yaml", "in/甲市.初评.yaml", "in/乙市.yaml"]
        ran = kaohe(*command, *paths)
        said = ran.out + "".join(path.read_text("utf-8") for path in sorted(Path().glob("out/*.md")))
        assert ran.code == 1
        assert said.replace("\n", "").replace("\\", "").count("甲市.初评.yaml 没有计入") == 1
