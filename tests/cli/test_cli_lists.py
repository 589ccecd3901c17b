"""`kaohe diff` and `kaohe evidence` on the command line: what they print, where it goes, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kaohe.messages import say
from support.command_line import CITIES, SHIPPED, kaohe
from support.later_stages import attach, province
from support.units_on_disk import UNITS

FIRST, OTHER, LATER = UNITS / "甲市.yaml", UNITS / "乙市.yaml", UNITS / "终.yaml"
REFUSED = "two-to-compare"
SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    province()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown"])
class TestTexts:
    def test_two_stages(self, form: str, language: str, pinned: Callable[[Path, str], None]) -> None:
        ran = kaohe("diff", FIRST, LATER, "--format", form, "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        pinned(SNAPSHOTS / f"diff-stages-{form}-{language}.txt", ran.out)

    def test_two_units(self, form: str, language: str, pinned: Callable[[Path, str], None]) -> None:
        ran = kaohe("diff", CITIES / "甲市.yaml", CITIES / "丙市.yaml", "--format", form, "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        pinned(SNAPSHOTS / f"diff-units-{form}-{language}.txt", ran.out)

    def test_evidence(self, form: str, language: str, pinned: Callable[[Path, str], None]) -> None:
        ran = kaohe("evidence", LATER, FIRST, "--format", form, "--lang", language)
        assert (ran.code, ran.err) == (1, "")
        pinned(SNAPSHOTS / f"evidence-{form}-{language}.txt", ran.out)


@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_three_cities(form: str, language: str, pinned: Callable[[Path, str], None]) -> None:
    ran = kaohe("diff", *(CITIES / f"{name}市.yaml" for name in "甲丑丙"), "--format", form, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    pinned(SNAPSHOTS / f"diff-three-{form}-{language}.txt", ran.out)


def test_a_difference_for_machines() -> None:
    found = json.loads(kaohe("diff", OTHER, FIRST, "--format", "json").output)
    assert list(found) == ["format", "kaohe", "before", "after", "points", "causes"]
    assert [found[side]["unit"] for side in ("before", "after")] == ["乙市", "甲市"]
    assert (found["points"], [(one["subject"], one["points"]) for one in found["causes"]]) == ("1", [("迟报", "1")])


def test_nothing_differs() -> None:
    Path("甲.yaml").write_bytes(FIRST.read_bytes())
    assert kaohe("diff", FIRST, "甲.yaml").out.endswith("没有改动\n")


def test_one_is_compared_with_nothing() -> None:
    ran = kaohe("diff", FIRST)
    sentence = say(f"problem.{REFUSED}", "zh", units=1, stages=1)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{sentence}\n")
    assert "这些文件里有 1 个单位，1 个阶段" in sentence


def test_three_for_machines() -> None:
    files = [CITIES / f"甲市{stage}.yaml" for stage in ("", ".初评", ".审定")]
    found = json.loads(kaohe("diff", *files, "--format", "json").output)
    assert list(found) == ["format", "kaohe", "sides", "comparisons"]
    assert [side["score"] for side in found["sides"]] == ["396", "391", "393"]
    assert [(one["before"]["stage"], one["after"]["stage"], one["points"]) for one in found["comparisons"]] == [
        ("self", "preliminary", "-5"),
        ("preliminary", "final", "2"),
    ]


def test_files_with_problems_are_not_compared() -> None:
    LATER.write_text(LATER.read_text(encoding="utf-8").replace("old: 1", "old: 3"), encoding="utf-8")
    ran = kaohe("diff", FIRST, LATER)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("units/终.yaml:8:17: old-differs 这里写的原值是“3 次”，上一阶段是“1 次”")


@pytest.mark.parametrize("command", ["diff", "evidence", "next"])
def test_formats_of_sheets_are_refused(command: str) -> None:
    files = [FIRST] if command == "next" else [FIRST, LATER]
    for arguments in (["--format", "html"], ["-o", "a.html"]):
        ran = kaohe(command, *files, *arguments)
        sentence = f"没有“{arguments[1].removeprefix('a.')}”这种格式，可用：terminal, json, markdown, csv, xlsx\n"
        assert (ran.code, ran.err) == (2, sentence)


def test_evidence_for_machines() -> None:
    ran = kaohe("evidence", FIRST, LATER, OTHER, "--format", "json")
    (first, second) = json.loads(ran.output)["units"]
    assert (ran.code, second["unit"], second["evidence"]) == (1, "乙市", None)
    found = first["evidence"]
    assert [found[name] for name in ("claimed", "supported", "without", "doubtful")] == ["17", "0", "9", "8"]
    assert [one["file"] for one in found["files"]][-1] == "附件/台账.csv"


def test_the_record_is_kept_beside_the_unit_and_changes_are_found_by_it() -> None:
    attach("县表.txt", "县")
    ran = kaohe("evidence", FIRST, "--record")
    assert (ran.code, ran.err) == (0, "已写入 units/甲市.sha256\n")
    assert kaohe("evidence", FIRST).out.count("一致") == 3
    attach("县表.txt", "改")
    ran = kaohe("evidence", FIRST)
    assert (ran.code, ran.out.count("已变")) == (1, 3)
    assert kaohe("evidence", OTHER, "--record").err == "", "nothing is named there, and nothing is written"
    assert not (UNITS / "乙市.sha256").exists()


def test_to_files(tmp_path: Path) -> None:
    for command, files in (("diff", [FIRST, OTHER]), ("evidence", [FIRST])):
        for suffix, form in ((".txt", "terminal"), (".md", "markdown"), (".json", "json")):
            ran = kaohe(command, *files, "-o", f"结果{suffix}")
            assert ran.err == f"已写入 结果{suffix}\n"
            assert (tmp_path / f"结果{suffix}").read_bytes() == kaohe(command, *files, "--format", form).output


def test_evidence_stands_on_a_sheet_of_the_workbook_and_in_json() -> None:
    from openpyxl import load_workbook

    kaohe("score", FIRST, LATER, "-o", "甲市.xlsx")
    book = load_workbook("甲市.xlsx")
    more = ["佐证目录", "佐证已变或找不到", "没有佐证的事实"]
    assert book.sheetnames == ["考核表", "扣分台账", "三阶段对账", *more, "说明", "kaohe"]
    cells = [[cell for cell in row if cell] for row in book["佐证目录"].iter_rows(values_only=True)]
    assert cells[0] == ["佐证目录：甲市"]
    assert cells[2] == ["自评分 17 分：有佐证 0 分，有事实没有佐证 9 分，佐证已变或找不到 8 分"]
    assert cells[3] == ["序号", "子项目", "事实", "文件", "状态"]
    assert cells[4][:4] == [1, "1.1 基础工作", "完成", "附件/完成.txt"]
    lacking = [list(book[name].iter_rows(min_row=3, values_only=True)) for name in more[1:]]
    assert lacking == [[("1.2", "增长", 8, "附件/县表.txt")], [("1.1", "基础工作", 9, "兑付率、等次")]]
    assert json.loads(kaohe("score", FIRST, "--format", "json").output)["evidence"]["claimed"] == "17"
    assert json.loads(kaohe("score", OTHER, "--format", "json").output)["evidence"] is None


def test_the_schema_knows_later_stages() -> None:
    keys = json.loads(kaohe("schema", SHIPPED).output)["properties"]
    assert {"evidence", "changes", "readings", "judgements", "by", "on", "rubric_reason"} <= keys.keys()


class TestNextAtALaterStage:
    def test_what_the_province_found_is_what_can_be_bettered(self) -> None:
        found = json.loads(kaohe("next", FIRST, LATER, "--format", "json").output)
        assert [found[name] for name in ("stage", "score")] == ["final", "14"]
        (late,) = [one for one in found["improvements"] if one["indicator"] == "late"]
        assert (late["from"], late["to"], late["gain"]) == ("2", "1", "1")

    def test_points_that_were_judged_stay(self) -> None:
        """The funds have not grown, which would be worth points if the item's had not been given by judgement."""
        text = FIRST.read_text(encoding="utf-8").replace("current: 2", "current: 1")
        FIRST.write_text(text, encoding="utf-8")
        found = [
            {one["item"] for one in json.loads(kaohe("next", *files, "--format", "json").output)["improvements"]}
            for files in ([FIRST], [FIRST, LATER])
        ]
        assert found == [{"basics", "growth"}, {"basics"}]

    def test_one_unit(self) -> None:
        code = "one-unit-at-a-time"
        ran = kaohe("next", FIRST, OTHER)
        assert (ran.code, ran.err) == (2, say(f"problem.{code}", "zh") + "\n")

    def test_a_later_file_alone(self) -> None:
        ran = kaohe("next", LATER)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("units/终.yaml:2:7: no-first-file ")


class TestCells:
    """A list as a workbook, and as CSV for other programs."""

    def test_a_workbook_has_a_sheet_for_each_table(self) -> None:
        ran = kaohe("evidence", FIRST, LATER, OTHER, "-o", "目录.xlsx")
        assert (ran.code, ran.err) == (1, "已写入 目录.xlsx\n")
        pages = load_workbook("目录.xlsx").worksheets
        assert [page.title for page in pages] == [
            "佐证目录：甲市",
            "佐证已变或找不到：甲市",
            "没有佐证的事实：甲市",
            "佐证目录：乙市",
        ]
        said = [str(cell.value) for row in pages[0] for cell in row if cell.value]
        assert {"文件", "附件/完成.txt"} <= {*said}
        before = Path("目录.xlsx").read_bytes()
        assert kaohe("evidence", FIRST, LATER, OTHER, "-o", "目录.xlsx", "-q").err == ""
        assert Path("目录.xlsx").read_bytes() == before

    def test_one_that_somebody_has_worked_on_is_left_alone(self) -> None:
        kaohe("diff", FIRST, LATER, "-o", "改动.xlsx")
        load_workbook("改动.xlsx").save("改动.xlsx")
        ran = kaohe("diff", FIRST, LATER, "-o", "改动.xlsx")
        assert ran.code == 2
        assert "改动.xlsx" in ran.err

    def test_csv(self) -> None:
        kaohe("evidence", FIRST, OTHER, "-o", "目录.csv")
        text = Path("目录.csv").read_bytes().decode()
        assert text.startswith(
            "\ufeff佐证目录：甲市\r\n序号,子项目,事实,文件,状态\r\n1,1.1 基础工作,完成,附件/完成.txt,"
        )
        assert "\r\n\r\n佐证目录：乙市\r\n" in text
        kaohe("evidence", OTHER, "-o", "目录.csv")
        assert Path("目录.csv").read_bytes().decode() == "\ufeff序号,子项目,事实,文件,状态\r\n"

    def test_titles_that_no_two_sheets_may_share(self) -> None:
        for name in ("县表.txt", "完成.txt", "台账.csv"):
            attach(name, name)
        for name in ("甲", "乙"):
            (UNITS / f"{name}.yaml").write_bytes(FIRST.read_bytes())
        kaohe("evidence", UNITS / "甲.yaml", UNITS / "乙.yaml", "-o", "目录.xlsx")
        assert load_workbook("目录.xlsx").sheetnames[::2] == ["佐证目录：甲市", "佐证目录：甲市 2"]

    def test_a_workbook_needs_a_file(self) -> None:
        assert kaohe("evidence", FIRST, "--format", "xlsx").code == 2


def test_who_names_no_files_is_told_where_they_go() -> None:
    assert "在指标文件的最后用 evidence 写：evidence: {子项目: {事实: 文件}}" in kaohe("evidence", OTHER).out.replace(
        "\n", " "
    )
    assert kaohe("template", SHIPPED, "-o", "填报.xlsx").code == 0
    book = load_workbook("填报.xlsx")
    page = book.worksheets[0]
    row = next(row for row in range(1, page.max_row) if page.cell(row, 1).value == "unit")
    keys = {cell.value: cell.column for cell in page[1] if cell.value}
    page.cell(row, keys["current"]).value = "丙市"
    book.save("填报.xlsx")
    assert "在工作簿的“佐证”一栏写文件名" in kaohe("evidence", "填报.xlsx").out
    assert "workbook's column" in kaohe("evidence", "填报.xlsx", "--lang", "en").out
