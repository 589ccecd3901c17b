"""Every change of the province in one place: workbook, report and CSV say the same, and the points add up."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from support.command_line import CITIES, CITY_FILES, copy_first_stage, kaohe
from support.html_reader import read
from support.later_stages import province
from support.rendered.batches import table
from support.units_on_disk import SOUND, UNITS, batch, names, rows

NAMES = [path.stem for path in CITY_FILES]
FINAL, PRELIMINARY = "out/汇总.省厅审定考核分.xlsx", "out/汇总.省厅初评分.xlsx"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The thirteen cities in every form that lists changes."""
    folder = tmp_path_factory.mktemp("cities")
    for target in ("out", "全省.csv", "全省.html"):
        batch(folder=CITIES, target=folder / target)
    return folder


def changes(path: Path) -> list[tuple[str, ...]]:
    page = load_workbook(path)["省厅改动"]
    return [tuple("" if cell is None else str(cell) for cell in row) for row in table(page)]


def points(found: list[Mapping[str, str]]) -> Mapping[str, Fraction]:
    """The sum of each unit's changes; of one whose score was open before or after none."""
    sums: dict[str, Fraction] = defaultdict(Fraction)
    still_open = {row["unit"] for row in found if row["state"] == "open"}
    for row in found:
        sums[row["unit"]] += Fraction(row["points"] or 0)
    return {unit: by for unit, by in sums.items() if unit not in still_open}


def test_points_add_up_to_the_differences_of_the_scores(cities: Path) -> None:
    moved = points(rows(cities / "全省.省厅改动.csv"))
    assert len(moved) == 12
    totals = [row for row in rows(cities / "全省.合计.csv") if row["level"] == "total"]
    whole = {(row["unit"], row["stage"]): row["score"] for row in totals}
    for unit, by in moved.items():
        assert by == Fraction(whole[unit, "final"]) - Fraction(whole[unit, "self"]), unit


def test_every_form_has_every_change(cities: Path) -> None:
    written = rows(cities / "全省.省厅改动.csv")
    named = ("unit", "number", "fact", "reason", "by", "on")
    told = [tuple(row[name].replace("\n", " ") for name in named) for row in written]
    assert [(row[0], row[2], row[4], row[9], row[10], row[11]) for row in changes(cities / FINAL)] == told
    page = read((cities / "全省.html").read_bytes()).by_id("changes")
    assert [(row[0], row[2], row[4], row[9], row[10], row[11]) for row in page.all("table")[0].rows] == told
    assert {row["unit"] for row in written} == set(NAMES)


def test_a_summary_has_the_changes_up_to_its_stage(cities: Path) -> None:
    first, both = changes(cities / PRELIMINARY), changes(cities / FINAL)
    assert [row for row in both if row[1] == "省厅初评分"] == first
    assert {row[1] for row in both} == {"省厅初评分", "省厅审定考核分"}
    assert "省厅改动" not in load_workbook(cities / "out/汇总.自评分.xlsx").sheetnames


def test_each_has_who_and_when_and_what_it_rests_on(cities: Path) -> None:
    (found,) = [row for row in rows(cities / "全省.省厅改动.csv") if row["reason"].startswith("与省社保数据库比对")]
    assert found == {
        "rubric": "jiangsu-employment-2011",
        "unit": "甲市",
        "year": "2011",
        "stage": "preliminary",
        "number": "1.1",
        "item": "coverage",
        "title": "扩面征缴工作",
        "fact": "实际缴费人数：本年末",
        "old": "2946120 人",
        "new": "2903400 人",
        "points": "-1",
        "state": "decided",
        "cause": "fact_corrected",
        "cause_title": "事实更正",
        "reason": "与省社保数据库比对，扣除跨统筹地区重复参保42720人",
        "by": "省厅就业管理中心王某",
        "on": "2012-01-12",
        "evidence": "附件/甲市/参保人数比对说明.txt",
    }


def test_points_are_open_while_a_stage_is(cities: Path) -> None:
    found = [row for row in changes(cities / FINAL) if row[0] == "癸市"]
    assert {row[7] for row in found} >= {"待定"}
    first = next(row for row in rows(cities / "全省.省厅改动.csv") if row["unit"] == "癸市")
    assert (first["points"], first["state"]) == ("", "open")


class TestTotals:
    def test_sections_and_the_whole_of_every_stage(self) -> None:
        province()
        batch(target="县.csv")
        assert names(".") == ["units", "县.csv", "县.合计.csv", "县.省厅改动.csv"]
        found = rows("县.合计.csv")
        named = ("unit", "stage", "level", "section", "points", "score", "low", "high", "state", "rank", "missing")
        assert [tuple(row[name] for name in named) for row in found] == [
            ("乙市", "self", "section", "all_kinds", "18", "16", "16", "16", "decided", "2", ""),
            ("乙市", "self", "total", "", "18", "16", "16", "16", "decided", "2", "0"),
            ("甲市", "self", "section", "all_kinds", "18", "17", "17", "17", "decided", "1", ""),
            ("甲市", "self", "total", "", "18", "17", "17", "17", "decided", "1", "0"),
            ("甲市", "final", "section", "all_kinds", "18", "14", "14", "14", "decided", "1", ""),
            ("甲市", "final", "total", "", "18", "14", "14", "14", "decided", "1", "0"),
        ]

    def test_ranks_are_those_of_the_workbook(self, cities: Path) -> None:
        page = table(load_workbook(cities / FINAL)["总排名"])
        final = [row for row in rows(cities / "全省.合计.csv") if row["stage"] == "final" and row["level"] == "total"]
        assert {row["unit"]: int(row["rank"]) for row in final} == {row[1]: row[0] for row in page}
        assert len(rows(cities / "全省.合计.csv")) == 3 * 13 * 8

    def test_an_open_total_has_a_range_and_no_rank(self) -> None:
        batch(folder=copy_first_stage(UNITS), target="a.csv")
        (found,) = [row for row in rows("a.合计.csv") if row["unit"] == "癸市" and row["level"] == "total"]
        assert (found["score"], found["rank"], found["state"], found["missing"]) == ("", "", "open", "11")
        assert Fraction(found["low"]) < Fraction(found["high"])
        assert rows("a.省厅改动.csv") == []

    def test_in_english(self) -> None:
        province()
        batch("--lang", "en", target="a.csv")
        assert names(".") == ["a.changes.csv", "a.csv", "a.totals.csv", "units"]

    def test_grades(self) -> None:
        graded = SOUND.read_text(encoding="utf-8").replace(
            "sections:\n",
            "grades:\n  - {id: good, title: 优秀, from: 10, quota: 1}\n  - {id: fair, title: 合格}\nsections:\n",
            1,
        )
        Path("grades.yaml").write_text(graded, encoding="utf-8")
        for name, late in (("甲市", 1), ("乙市", 0)):
            text = f"rubric: ../grades.yaml\nunit: {name}\nparameters: {{average: 90%}}\nindicators:\n  basics: "
            facts = f"{{done: true, late: {late}, hours: 0, paid: 90%, grade: good}}\n"
            growth = "  growth: {funds: {previous: 1, current: 2}, sent: {一县: {part: 1, whole: 1}}}\n"
            (UNITS / f"{name}.yaml").write_text(text + facts + growth, encoding="utf-8")
        batch(target="a.csv")
        found = [row for row in rows("a.合计.csv") if row["level"] == "total"]
        assert [(row["unit"], row["grade"], row["grade_title"]) for row in found] == [
            ("乙市", "good", "优秀"),
            ("甲市", "fair", "合格"),
        ]


@pytest.mark.parametrize("name", ["a.合计.csv", "a.省厅改动.csv"])
def test_what_kaohe_wrote_is_no_units_table(name: str) -> None:
    province()
    batch(target="a.csv")
    ran = kaohe("batch", name, "-o", "out")
    assert ran.code == 1
    assert "table-of-scores 这是 kaohe 写出的结果，不是报送的表" in ran.err
    (UNITS / name).write_bytes(Path(name).read_bytes())
    assert name not in kaohe("validate", UNITS).out
