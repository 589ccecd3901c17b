"""A roster, parameters and years beside units' files: who counts, who is lacking, whose word is the province's."""

import json
from pathlib import Path

import pytest

from support import rosters
from support.command_line import kaohe
from support.rosters import LATER, final, roster, unit
from support.units_on_disk import SOUND, UNITS, batch, cells, names, rows


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def folder() -> None:
    rosters.folder()
    (UNITS / "parameters.yaml").write_text("parameters: {average: 90%}\n", encoding="utf-8")


@pytest.mark.usefixtures("folder")
class TestTheOrder:
    def test_tables_follow_the_roster_and_so_do_ties(self) -> None:
        for name in ("甲市", "乙市", "丙市"):
            unit(name, "grade: good")
        roster("units: [丙市, 甲市, 乙市]\n")
        batch()
        for sheet in ("总排名", "得分表"):
            text = cells("out/汇总.xlsx", sheet)
            assert text.index("丙市") < text.index("甲市") < text.index("乙市")
        batch(target="all.csv")
        assert [*dict.fromkeys(row["unit"] for row in rows("all.csv"))] == ["丙市", "甲市", "乙市"]

    def test_many_workers_say_the_same(self) -> None:
        units = [f"第{number}市" for number in range(20)]
        for name in units:
            unit(name)
        listed = [*reversed(units), "缺市"]
        roster(f"units: [{', '.join(f'{{unit: {one}, basics.grade: 优}}' for one in listed)}]\ndue: [自评]\n")
        alone = batch("--processes", "1", target="a.csv", code=1)
        several = batch("--processes", "2", target="b.csv", code=1)
        assert alone.err.replace("a.", "") == several.err.replace("b.", "")
        assert Path("a.csv").read_bytes() == Path("b.csv").read_bytes()
        assert [*dict.fromkeys(row["unit"] for row in rows("a.csv"))] == listed

    def test_a_roster_gives_the_class_to_every_command(self) -> None:
        unit("甲市")
        roster("units: [{unit: 甲市, 等次: 优}]\n")
        assert json.loads(kaohe("score", UNITS / "甲市.yaml", "--format", "json").out)["score"] == "18"


class TestAMissingFile:
    """Of three units one, the best, has no file of the final stage."""

    @pytest.fixture(autouse=True)
    def _stages(self, folder: None) -> None:
        del folder
        for late, name in enumerate(("甲市", "乙市", "丙市")):
            unit(name, "grade: good", late)
            final(name)
        (UNITS / "甲市.审定.yaml").unlink()

    def test_the_summary_says_so(self) -> None:
        ran = batch()
        assert "“审定分”还有 1 个单位没有：甲市（只到自评分）" in ran.err
        text = cells("out/汇总.审定分.xlsx", "总排名")
        assert "没有到这一阶段的 1 个单位列在最后，不排名次：甲市（只到自评分）" in text
        assert "未到本阶段\n（自评分 18）" in text
        assert "没有到这一阶段的 1 个，见“总排名”" in cells("out/汇总.审定分.xlsx", "得分表")
        assert "没有到" not in cells("out/汇总.自评分.xlsx", "总排名")

    def test_moves_are_among_the_same_units(self) -> None:
        batch()
        text = cells("out/汇总.审定分.xlsx", "自评对照").splitlines()
        assert "甲市" not in text
        assert text[text.index("乙市") + 4 : text.index("乙市") + 7] == ["1", "1", "0"]

    def test_the_report_is_about_the_same_stage(self) -> None:
        batch(target="all.html")
        text = Path("all.html").read_text(encoding="utf-8")
        assert '<p class="subtitle">审定分</p>' in text
        assert "未到本阶段" in text

    def test_the_table_of_items_has_a_row_for_it(self) -> None:
        batch(target="all.csv")
        absent = [row for row in rows("all.csv") if row["state"] == "absent"]
        assert [(row["unit"], row["stage"], row["score"], row["why"]) for row in absent] == [
            ("甲市", "final", "", "未到本阶段（自评分 18）")
        ]

    def test_what_is_due_is_in_the_exit_code(self) -> None:
        roster("units: [甲市, 乙市, 丙市]\ndue: [自评]\n")
        batch()
        roster("units: [甲市, 乙市, 丙市]\ndue: [自评, 审定]\n")
        ran = batch("--quiet", code=1)
        assert ran.err == f"{UNITS}/units.yaml: absent-due “审定分”应报未报 1 个单位：甲市（只到自评分）\n"
        assert "其中应报的：甲市" in cells("out/汇总.审定分.xlsx", "总排名")

    def test_a_file_with_problems_is_no_missing_one(self) -> None:
        (UNITS / "甲市.审定.yaml").write_text(LATER.format(rubric="rubric.yaml", unit="甲市") + "on: 昨天\n", "utf-8")
        assert "“审定分”还有 1 个单位没有：甲市（文件有问题）" in batch(code=1).err
        assert "文件有问题\n（自评分 18）" in cells("out/汇总.审定分.xlsx", "总排名")

    def test_a_stage_that_is_skipped(self) -> None:
        """A unit may have a later stage and not an earlier one that others have."""
        assert names(str(UNITS)).count("乙市.审定.yaml") == 1
        (UNITS / "乙市.yaml").unlink()
        (UNITS / "乙市.审定.yaml").unlink()
        unit("乙市")
        path = UNITS / "乙市.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "stage: final\n", encoding="utf-8")
        assert "“自评分”还有 1 个单位没有：乙市" in batch().err


QUOTAS = """
grades:
  - {id: first, title: 一等, from: 3, quota: 1, within: basics.grade, ties: all}
  - {id: last, title: 二等}
"""


class TestGradesAndUnitsThatAreLacking:
    @pytest.fixture(autouse=True)
    def _rubric(self, folder: None) -> None:
        del folder
        text = SOUND.read_text(encoding="utf-8").replace("\nsections:", f"{QUOTAS}sections:", 1)
        (UNITS / "rubric.yaml").write_text(text, encoding="utf-8")
        unit("甲市")
        unit("乙市", late=1)

    def grades(self) -> list[str | None]:
        batch("--format", "json")
        texts = [(Path("out") / f"{name}.自评分.json").read_text(encoding="utf-8") for name in ("甲市", "乙市")]
        return [json.loads(text)["grade"]["id"] for text in texts]

    def test_places_are_for_units_of_a_class_that_the_roster_gives(self) -> None:
        roster("units: [{unit: 甲市, grade: 优}, {unit: 乙市, grade: 优}]\n")
        assert self.grades() == ["first", "last"]
        roster("units: [{unit: 甲市, grade: 优}, {unit: 乙市, grade: 良}]\n")
        assert self.grades() == ["first", "first"]

    def test_none_is_settled_while_a_unit_is_lacking(self) -> None:
        roster("units: [{unit: 甲市, grade: 优}, {unit: 乙市, grade: 优}, {unit: 丙市, grade: 优}]\n")
        assert self.grades() == [None, None]
        roster("units: [{unit: 甲市, grade: 优}, {unit: 乙市, grade: 优}, {unit: 丙市, due: 无}]\n")
        assert self.grades() == ["first", "last"]


PEERS = """\
kaohe: 1
id: peers
title: 表
points: 10
stages: {self: 自评分}
shared:
  area: {label: 地区类别, kind: choice, options: {south: 苏南, north: 苏北}}
sections:
  - id: work
    title: 工作
    points: 10
    items:
      - id: growth
        title: 增长
        points: 10
        target: 目标
        method: 增幅不低于同类平均的得4分，苏北的得6分、苏南的得5分。
        indicators:
          rate: {label: 增幅, kind: percent}
          mean: {label: 同类平均, kind: percent, peers: {of: rate, take: mean, with_self: true, within: shared.area}}
        rules:
          - {type: all_or_nothing, clause: 增幅不低于同类平均的得4分, points: 4, requires: rate >= mean}
          - {type: levels, clause: 苏北的得6分、苏南的得5分, points: 6, of: shared.area, levels: {north: 6, south: 5}}
"""


class TestFactsOverAllUnits:
    """The roster alone says of which class units are: means are within it, and points are looked up by it."""

    @pytest.fixture(autouse=True)
    def _units(self, folder: None) -> None:
        del folder
        (UNITS / "parameters.yaml").unlink()
        (UNITS / "rubric.yaml").write_text(PEERS, encoding="utf-8")
        for name, rate in (("甲市", 1), ("乙市", 3), ("丙市", 2)):
            text = f"rubric: rubric.yaml\nunit: {name}\nindicators: {{growth: {{rate: {rate}%}}}}\n"
            (UNITS / f"{name}.yaml").write_text(text, encoding="utf-8")

    def scores(self) -> list[str]:
        batch(target="all.csv")
        return [row["score"] for row in rows("all.csv") if row["state"] != "absent"]

    def test_within_the_classes_of_the_roster(self) -> None:
        roster("units: [{unit: 甲市, 地区类别: 苏南}, {unit: 乙市, 地区类别: 苏南}, {unit: 丙市, area: north}]\n")
        assert self.scores() == ["5", "9", "10"]

    def test_what_is_over_all_waits_for_all(self) -> None:
        listed = "{unit: 甲市, area: 苏南}, {unit: 乙市, area: 苏南}, {unit: 丙市, area: 苏北}"
        roster(f"units: [{listed}, {{unit: 丁市, area: 苏南}}]\n")
        assert self.scores() == ["", "", ""]
        roster(f"units: [{listed}, {{unit: 丁市, due: 无}}]\n")
        assert self.scores() == ["5", "9", "10"]


@pytest.mark.usefixtures("folder")
class TestTheRosterByItself:
    """It names no rubric: what it says is held against that of the units beside it."""

    @pytest.mark.parametrize("broken", ["", "{", "rubric: none.yaml\nunit: 0市\n"])
    def test_a_column_that_the_rubric_has_not(self, broken: str) -> None:
        unit("甲市")
        if broken:
            (UNITS / "0市.yaml").write_text(broken, encoding="utf-8")
        (UNITS / "units.csv").write_text("单位,电话,应报阶段\n甲市,123,终评\n", encoding="utf-8")
        ran = kaohe("validate", UNITS / "units.csv")
        assert (ran.code, [line.split()[1] for line in ran.out.splitlines()[:-1]]) == (
            1,
            ["roster-unknown-key", "not-one-of"],
        )

    def test_nothing_is_known_without_a_unit(self) -> None:
        (UNITS / "units.csv").write_text("单位,电话\n甲市,123\n", encoding="utf-8")
        assert kaohe("validate", UNITS / "units.csv").code == 0
