"""A folder of units as one HTML report: pages made by any number of processes, put together in the files' order."""

from pathlib import Path

import pytest

from support.command_line import CITIES, CITY_FILES, copy_first_stage
from support.html_reader import Node, read
from support.later_stages import province
from support.units_on_disk import SOUND, UNITS, batch, names, without_doubts, write

NAMES = [path.stem for path in CITY_FILES]
OFFICIAL = [f"{name}市" for name in "甲乙丙丁戊己庚辛壬癸子丑寅"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()


def report(name: str = "全省.html") -> Node:
    return read(Path(name).read_bytes())


def pages(found: Node) -> list[str]:
    return [one.attributes["data-name"] for one in found.all("article", "unit")]


def ranked(found: Node) -> list[list[str]]:
    return found.by_id("ranking").all("table")[0].rows


def test_the_cities() -> None:
    ran = batch(folder=CITIES, target="全省.html")
    assert ran.err.startswith("已写入 全省.html\n")
    assert ran.err.endswith("\n13 个单位已打分，0 个有缺报，0 个文件有问题\n")
    assert names(".") == ["units", "全省.html"]
    found = report()
    assert pages(found) == OFFICIAL
    assert sorted(cells[1] for cells in ranked(found)) == sorted(NAMES)
    assert found.all("header")[0].text.endswith("省厅审定考核分")
    assert "扣除跨统筹地区重复参保42720人" in found.by_id("unit-甲市").text


def test_the_cities_before_the_province_has_checked_any() -> None:
    copy_first_stage(UNITS)
    assert (
        without_doubts(batch(target="全省.html").err)
        == "已写入 全省.html\n13 个单位已打分，1 个有缺报，0 个文件有问题\n"
    )
    assert len(report().by_id("unit-癸市.1.1").all("li", "missing")) == 1


def test_any_number_of_processes_gives_the_same_bytes() -> None:
    for number in range(40):
        write(f"{number:02}.yaml", unit=f"第{number}县", late=number % 4)
    for count in (1, 2):
        batch("--processes", str(count), target=f"{count}.html")
    assert Path("1.html").read_bytes() == Path("2.html").read_bytes()
    assert pages(report("1.html")) == [f"第{number}县" for number in range(40)]


CHANGE = """\
rubric: {rubric}
unit: 甲市
stage: final
changes:
  basics: {{late: {{old: 1, new: 2, reason: 漏报一次, by: 省厅}}}}
"""


def test_the_latest_stage_is_ranked_and_every_unit_has_a_page() -> None:
    write("a.yaml", unit="甲市", late=1)
    (UNITS / "终.yaml").write_text(CHANGE.format(rubric=SOUND), encoding="utf-8")
    write("c.yaml", unit="乙市")
    batch(target="全省.html")
    found = report()
    assert found.all("header")[0].text.endswith("审定分")
    assert [cells[:2] for cells in ranked(found)] == [["1", "甲市"], ["—", "乙市"]]
    assert pages(found) == ["甲市", "乙市"]
    assert "漏报一次" in found.by_id("unit-甲市").text
    (UNITS / "c.yaml").unlink()
    batch(target="全省.html")
    found = report()
    assert found.all("header")[0].text.endswith("审定分")
    assert [cells[1] for cells in ranked(found)] == ["甲市"]
    assert "甲市" in found.by_id("compared").text


def test_bad_files_are_named_in_it() -> None:
    write("甲市.yaml")
    write("乙市.yaml", late="两次")
    batch(target="全省.html", code=1)
    (cells,) = report().by_id("left_out").all("table")[0].rows
    assert cells[:3] == ["units/乙市.yaml", "6:30", "number-in-words"]


def test_in_english() -> None:
    write("甲市.yaml", late=1)
    batch("--lang", "en", target="all.html")
    found = report("all.html")
    assert found.all("html")[0].attributes["lang"] == "en"
    assert "Lost by all" in found.by_id("lost_items").text


def test_a_page_for_each_unit() -> None:
    write("甲市.yaml")
    write("乙市.yaml")
    batch("--format", "html")
    assert names() == ["index.html", "乙市.自评分.html", "汇总.xlsx", "甲市.自评分.html"]
    assert pages(report("out/甲市.自评分.html")) == ["甲市"]


def test_a_page_lists_the_evidence_and_what_rests_on_it() -> None:
    province()
    batch(target="全省.html")
    page = report().by_id("unit-甲市")
    (table,) = [one for one in page.all("table") if "附件/完成.txt" in one.text and one.rows[0][0] == "1"]
    assert [cells[0] for cells in table.rows] == ["1", "2", "3", "4"]
    assert "自评分 17 分：有佐证 0 分" in page.text
    assert "佐证目录" not in report().by_id("unit-乙市").text


def test_a_folder() -> None:
    for number in range(20):
        write(f"{number:02}.yaml", unit=f"第{number}县", late=number % 4)
    for count in (1, 2):
        ran = batch("--format", "html", "--processes", str(count), target=f"报告{count}/")
        assert f"已写入 报告{count}/index.html\n" in ran.err
    assert names("报告1") == sorted(["index.html", "汇总.xlsx", *(f"第{number}县.自评分.html" for number in range(20))])
    for name in names("报告1"):
        assert Path("报告1", name).read_bytes() == Path("报告2", name).read_bytes()
