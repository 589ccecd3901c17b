"""What leaves the office: an extract has nothing of other units, the public list nothing but ranks and scores."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from support.command_line import Ran, kaohe
from support.stage_files import RUBRICS, replaced

UNITS = {"甲市": 1, "乙市": 0, "丙市": 1}
PEERS = """\
kaohe: 1
id: compared
title: 比较
points: 10
rounding: {places: 2}
stages: {self: 自评分}
sections:
  - id: one
    title: 一
    points: 10
    items:
      - id: growth
        title: 增幅
        points: 10
        target: 高于平均
        method: 高于平均的得10分
        indicators:
          growth: {label: 增幅, kind: percent}
          mean: {label: 各市平均, kind: percent, peers: {of: growth, take: mean, with_self: true}}
        rules:
          - {type: all_or_nothing, clause: 高于平均的得10分, points: 10, requires: growth > mean}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("units").mkdir()
    for name in ("form.yaml", "parameters.yaml"):
        Path("units", name).write_bytes((RUBRICS / name).read_bytes())
    own = (RUBRICS / "unit.yaml").read_text(encoding="utf-8")
    for unit, late in UNITS.items():
        text = replaced(own, [("甲市", unit), ("late: 1", f"late: {late}")])
        Path(f"units/{unit}.yaml").write_text(text, encoding="utf-8")
        change = f"changes: {{basics: {{late: {{old: {late}, new: {late + 1}, reason: 漏报}}}}}}\n"
        head = f"rubric: form.yaml\nunit: {unit}\nstage: preliminary\nby: {unit}处\non: 2012-01-12\n"
        Path(f"units/{unit}.初评.yaml").write_text(head + change, encoding="utf-8")


def extract(*arguments: str, code: int = 0) -> Ran:
    ran = kaohe("extract", "units", *arguments)
    assert ran.code == code, ran.err
    return ran


def announce(*arguments: str, code: int = 0) -> Ran:
    ran = kaohe("announce", "units", "--stage", "preliminary", *arguments)
    assert ran.code == code, ran.err
    return ran


def everything(path: str) -> str:
    """All text of a file, whatever part of it that stands in."""
    if path.endswith(".html"):
        return Path(path).read_text(encoding="utf-8")
    with ZipFile(path) as archive:
        raw = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), raw)


class TestExtract:
    @pytest.mark.parametrize("suffix", ["xlsx", "html"])
    def test_it_has_the_unit_s_own_and_nothing_of_the_others(self, suffix: str) -> None:
        extract("--unit", "甲市", "-o", f"甲.{suffix}")
        text = everything(f"甲.{suffix}")
        assert all(word in text for word in ("甲市", "漏报", "甲市处", "省厅初评分"))
        assert not any(word in text for word in ("乙市", "丙市"))

    def test_it_is_what_the_batch_writes_and_verifies(self) -> None:
        extract("--unit", "甲市", "-o", "甲.xlsx")
        assert kaohe("batch", "units", "-o", "out").code == 0
        assert Path("甲.xlsx").read_bytes() == Path("out/甲市.省厅初评分.xlsx").read_bytes()
        assert kaohe("verify", "甲.xlsx", "--rubric", "units/form.yaml").code == 0

    def test_what_is_over_all_units_counts_and_does_not_tell_of_them(self) -> None:
        for path in Path("units").iterdir():
            path.unlink()
        Path("units/form.yaml").write_text(PEERS, encoding="utf-8")
        for unit, growth in {"甲市": "5%", "乙市": "1.37%"}.items():
            text = f"rubric: form.yaml\nunit: {unit}\nyear: 2011\nindicators: {{growth: {{growth: {growth}}}}}\n"
            Path(f"units/{unit}.yaml").write_text(text, encoding="utf-8")
        extract("--unit", "甲市", "-o", "甲.html")
        text = everything("甲.html")
        assert ("乙市" in text, "1.37" in text, "10（满分 10）" in text) == (False, False, True)

    def test_another_s_fault_is_told_and_stops_nothing(self) -> None:
        Path("units/乙市.yaml").write_text("rubric: form.yaml\nunit: 乙市\nindicators: 5\n", encoding="utf-8")
        ran = extract("--unit", "甲市", "-o", "甲.xlsx", code=1)
        assert "units/乙市.yaml:3:13: mapping-expected" in ran.err
        assert ran.err.endswith("已写入 甲.xlsx\n")
        told = extract("--unit", "乙市", "-o", "乙.xlsx", code=1).err
        assert told.endswith("\n“乙市”没有得分，什么也没写：先改好上面说的，或核对单位名称\n")
        assert not Path("乙.xlsx").exists()

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["--unit", "甲", "-o", "甲.xlsx"], "没有“甲”这个单位，是不是“甲市”？\n"),
            (["--unit", "上海", "-o", "甲.xlsx", "--lang", "en"], "there is no unit “上海”\n"),
            (["--unit", "甲市", "-o", "甲.pdf"], "写成什么看后缀：“甲.pdf”的后缀应是 .xlsx 或 .html\n"),
        ],
    )
    def test_what_can_not_be_asked_for(self, arguments: list[str], sentence: str) -> None:
        assert extract(*arguments, code=2).err.endswith(sentence)
        assert not Path(arguments[3]).exists()

    def test_a_workbook_that_somebody_has_saved_is_left_alone(self) -> None:
        extract("--unit", "甲市", "-o", "甲.xlsx")
        load_workbook("甲.xlsx").save("甲.xlsx")
        before = Path("甲.xlsx").read_bytes()
        extract("--unit", "甲市", "-o", "甲.xlsx", code=2)
        assert Path("甲.xlsx").read_bytes() == before


class TestAnnounce:
    def test_the_workbook(self) -> None:
        announce("-o", "公示.xlsx")
        book = load_workbook("公示.xlsx")
        assert book.sheetnames == ["公示", "kaohe"]
        page = book["公示"]
        assert [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)] == [
            ["工作考核表结果公示"],
            ["2011年度　省厅初评分　共 3 个单位"],
            ["名次", "单位", "总分", "等次"],
            [1, "乙市", 89, "优秀"],
            [2, "丙市", 87, "优秀"],
            [2, "甲市", 87, "优秀"],
        ]
        assert (page.page_setup.orientation, page.print_title_rows) == ("portrait", "$3:$3")
        assert kaohe("verify", "公示.xlsx").code == 0
        before = Path("公示.xlsx").read_bytes()
        announce("-o", "公示.xlsx")
        assert Path("公示.xlsx").read_bytes() == before

    @pytest.mark.parametrize("sections", [[], ["--sections"]])
    @pytest.mark.parametrize("suffix", ["xlsx", "html"])
    def test_no_facts_no_reasons_no_items(self, suffix: str, sections: list[str]) -> None:
        announce("-o", f"公示.{suffix}", *sections)
        text = everything(f"公示.{suffix}")
        assert all(word in text for word in ("甲市", "乙市", "丙市", "省厅初评分", "2011"))
        assert not any(word in text for word in ("迟报", "漏报", "增长", "处</", "自评分", "扣"))
        assert ("基础工作" in text) == bool(sections)
        assert "#list" not in text

    def test_a_list_for_each_section(self) -> None:
        announce("-o", "公示.xlsx", "--sections")
        book = load_workbook("公示.xlsx")
        assert book.sheetnames[0:2] == ["公示", "公示 1"]
        assert book["公示 1"]["A3"].value == "1 基础工作（50分）"
        announce("-o", "list.xlsx", "--sections", "--lang", "en")
        assert load_workbook("list.xlsx").sheetnames[0:2] == ["Results", "Results 1"]

    def test_an_open_or_faulty_stage_is_not_made_public(self) -> None:
        ran = kaohe("announce", "units", "-o", "公示.xlsx")
        assert (ran.code, ran.err.count("stage-not-reached")) == (1, 3)
        path = Path("units/甲市.yaml")
        path.write_text(path.read_text(encoding="utf-8").replace("hours: 39, ", ""), encoding="utf-8")
        assert "stage-open “甲市”省厅初评分未定（缺报 1 项），不能定稿" in announce("-o", "公示.xlsx", code=1).err
        path.write_text("rubric: form.yaml\nunit: 甲市\nindicators: 5\n", encoding="utf-8")
        assert announce("-o", "公示.xlsx", code=1).err.endswith("没有写公示：2 个文件有问题，先改好\n")
        assert not Path("公示.xlsx").exists()

    def test_what_can_not_be_asked_for(self) -> None:
        assert announce("-o", "公示.txt", code=2).err == "写成什么看后缀：“公示.txt”的后缀应是 .xlsx 或 .html\n"
