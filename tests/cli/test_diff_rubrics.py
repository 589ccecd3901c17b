"""`kaohe diff OLD NEW` of two rubrics: every form of output, units beside them, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len

from kaohe.messages import say
from support.command_line import CITIES, SHIPPED, kaohe
from support.folders import TOP
from support.html_reader import read
from support.two_years import LATE_TWO, NO_VETO, OLD, write_years

NEXT = TOP / "tests" / "support" / "next_year" / "jiangsu-employment-2012.yaml"
SNAPSHOTS = Path(__file__).parent / "snapshots"
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestTwoYears:
    @LANGUAGES
    def test_units_on_the_terminal(self, language: str, pinned: Callable[[Path, str], None]) -> None:
        ran = kaohe("diff", SHIPPED, NEXT, "--facts", CITIES, "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        assert max(map(cell_len, ran.out.splitlines())) <= 80
        pinned(SNAPSHOTS / f"diff-rubrics-{language}.txt", ran.out)

    def test_without_units_nothing_of_them_is_said(self) -> None:
        ran = kaohe("diff", SHIPPED, NEXT)
        assert (ran.code, ran.err) == (0, "")
        assert "各单位" not in ran.out

    def test_as_json(self) -> None:
        data = json.loads(kaohe("diff", SHIPPED, NEXT, "--facts", CITIES, "--format", "json").out)
        assert (data["format"], data["old"]["id"], data["new"]["id"]) == (1, SHIPPED, "jiangsu-employment-2012")
        first = data["changes"][1]
        assert (first["number"], first["what"]) == ("1.1", "规则 1 条款")
        assert first["old"].replace("1%到2%", "2%到3%").replace("超过2%（含2%）", "超过3%（含3%）") == first["new"]
        assert "".join(one.get("kept", "") + one.get("gone", "") for one in first["stretches"]) == first["old"]
        assert [one["number"] for one in data["to_be_confirmed"]] == ["1.1", "1.8", "7.2"]
        city = next(one for one in data["units"] if one["unit"] == "丑市")
        assert (city["old"]["score"], city["new"]["score"], city["points"]) == ("379", None, None)
        assert (city["old"]["ranks"], city["new"]["ranks"]) == ([2, 2], [2, 6])
        assert [one["points"] for one in city["moved"]] == ["-1", "1.5", None, None, "-5", "-5"]

    def test_as_a_page(self) -> None:
        ran = kaohe("diff", SHIPPED, NEXT, "--facts", CITIES, "-o", "diff.html")
        assert (ran.code, ran.err) == (0, "已写入 diff.html\n")
        page = read(Path("diff.html").read_text(encoding="utf-8"))
        assert page.all("del")[0].text == "2011〕493"
        assert page.all("ins")[0].text == "2012〕501"
        assert [one.text for one in page.all("h2")] == [
            "逐条对照",
            "各单位得分与名次（满分 400 → 400）",
            "各条改动的影响",
            "各单位的增减，由哪一条引起",
        ]

    def test_a_page_on_standard_output(self) -> None:
        assert kaohe("diff", SHIPPED, NEXT, "-o", "diff.html").code == 0
        assert kaohe("diff", SHIPPED, NEXT, "--format", "html").output == Path("diff.html").read_bytes()

    def test_as_a_workbook(self) -> None:
        for name in ("one.xlsx", "other.xlsx"):
            assert kaohe("diff", SHIPPED, NEXT, "--facts", CITIES / "甲市.yaml", "-o", name).code == 0
        assert Path("one.xlsx").read_bytes() == Path("other.xlsx").read_bytes()
        sheets = load_workbook("one.xlsx").worksheets
        assert len(sheets) == 4
        texts = [str(cell.value) for row in sheets[0].iter_rows() for cell in row]
        assert "达到要求得5分，每有一次未按要求落实的扣【2.5→1】分，扣完为止" in texts

    @pytest.mark.parametrize("name", ["diff.csv", "diff.md", "diff.txt"])
    def test_other_forms(self, name: str) -> None:
        assert kaohe("diff", SHIPPED, NEXT, "-o", name).code == 0
        assert "【2.5→1】" in "".join(Path(name).read_text(encoding="utf-8-sig").split())


class TestUnits:
    def test_points_by_clause(self, tmp_path: Path, pinned: Callable[[Path, str], None]) -> None:
        old, new, facts = write_years(tmp_path, *LATE_TWO, *NO_VETO)
        ran = kaohe("diff", old, new, "--facts", facts)
        assert (ran.code, ran.err) == (0, "")
        pinned(SNAPSHOTS / "diff-rubrics-small.txt", ran.out)

    def test_one_file(self, tmp_path: Path) -> None:
        old, new, facts = write_years(tmp_path, *LATE_TWO)
        data = json.loads(kaohe("diff", old, new, "--facts", facts / "甲市.yaml", "--format", "json").out)
        assert [(one["unit"], one["points"]) for one in data["units"]] == [("甲市", "-2")]

    def test_rubrics_in_the_folder_are_no_units(self, tmp_path: Path) -> None:
        old, new, facts = write_years(tmp_path, *LATE_TWO)
        for path in (old, new):
            (facts / path.name).write_bytes(path.read_bytes())
        ran = kaohe("diff", facts / old.name, facts / new.name, "--facts", facts, "--format", "json")
        assert (ran.code, ran.err, len(json.loads(ran.out)["units"])) == (0, "", 3)

    def test_a_file_with_problems_does_not_stop_the_others(self, tmp_path: Path) -> None:
        old, new, facts = write_years(tmp_path, *LATE_TWO)
        bad = facts / "乙市.yaml"
        bad.write_text(bad.read_text(encoding="utf-8").replace("late: 5", "late: 许多"), encoding="utf-8")
        ran = kaohe("diff", old, new, "--facts", facts, "--format", "json")
        assert ran.code == 1
        assert f"{bad}:5:19: " in ran.err
        assert [one["unit"] for one in json.loads(ran.out)["units"]] == ["丙市", "甲市"]
        assert json.loads(ran.out)["files_with_errors"] == [str(bad)]
        assert kaohe("diff", old, new, "--facts", facts, "-o", "diff.html").code == 1
        told = f"有错误、没有算进来的文件 1 个，名次只是算进来的单位之间的：{bad}"
        assert told in Path("diff.html").read_text(encoding="utf-8")

    def test_no_unit_that_can_be_scored(self, tmp_path: Path) -> None:
        old, new, facts = write_years(tmp_path, *LATE_TWO)
        for path in facts.iterdir():
            path.write_text("rubric: ../old.yaml\nunit: 甲市\nnothing: 1\n", encoding="utf-8")
        ran = kaohe("diff", old, new, "--facts", facts)
        assert ran.code == 1
        assert ran.err.endswith("没有可以计分的单位\n")
        assert "各单位" not in ran.out


class TestRefused:
    @pytest.mark.parametrize(
        ("code", "arguments"),
        [
            ("facts-of-rubrics", (CITIES / "甲市.yaml", CITIES / "乙市.yaml", "--facts", CITIES)),
            ("readings-of-units", (SHIPPED, NEXT, "--reading", "benefit_payment.floor=none")),
        ],
    )
    def test_what_does_not_fit(self, code: str, arguments: tuple[str | Path, ...]) -> None:
        ran = kaohe("diff", *arguments)
        assert (ran.code, ran.out, ran.err) == (2, "", f"{say(f'problem.{code}', 'zh')}\n")

    def test_a_page_of_units(self) -> None:
        ran = kaohe("diff", CITIES / "甲市.yaml", CITIES / "乙市.yaml", "-o", "diff.html")
        assert ran.code == 2
        assert "html" in ran.err

    def test_an_unknown_format(self) -> None:
        assert kaohe("diff", SHIPPED, NEXT, "--format", "pdf").code == 2

    def test_a_folder_that_is_not_there(self) -> None:
        ran = kaohe("diff", SHIPPED, NEXT, "--facts", "nowhere")
        assert (ran.code, ran.err) == (2, "没有这个文件或文件夹：nowhere\n")

    def test_a_target_that_is_a_rubric(self, tmp_path: Path) -> None:
        old, new, _ = write_years(tmp_path, *LATE_TWO)
        assert kaohe("diff", old, new, "-o", new, "--format", "json").code == 2
        assert new.read_text(encoding="utf-8") != OLD

    @pytest.mark.parametrize(
        ("target", "kind"),
        [
            ("facts/甲市.json", "单位的指标文件"),
            ("facts/乙市.yaml", "单位的指标文件"),
            ("parameters.json", "文件"),
            ("table.csv", "单位的指标表"),
        ],
    )
    def test_a_target_that_is_read(self, tmp_path: Path, target: str, kind: str) -> None:
        old, new, facts = write_years(tmp_path, *LATE_TWO)
        (facts / "甲市.yaml").rename(facts / "甲市.json")
        Path("parameters.json").write_text("{rubric: old.yaml}\n", encoding="utf-8")
        Path("table.csv").write_text("rubric,unit\nold.yaml,甲市\n", encoding="utf-8")
        before = Path(target).read_bytes()
        given = ("--facts", target if target == "table.csv" else facts, "--parameters", "parameters.json")
        ran = kaohe("diff", old, new, *given, "-o", target, "--format", "json")
        assert (ran.code, ran.out, ran.err) == (
            2,
            "",
            f"{say('problem.target-is-input', 'zh', path=target, kind=kind)}\n",
        )
        assert Path(target).read_bytes() == before

    def test_what_is_no_rubric(self, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.yaml"
        wrong.write_text("kaohe: 1\nsections: 3\n", encoding="utf-8")
        ran = kaohe("diff", SHIPPED, wrong)
        assert ran.code == 1
        assert "wrong.yaml:2:11: " in ran.err

    def test_units_need_sound_rubrics(self, tmp_path: Path) -> None:
        old, new, facts = write_years(
            tmp_path, ("points: 10\n        target: 按计划", "points: 11\n        target: 按计划")
        )
        assert kaohe("diff", old, new).code == 0
        ran = kaohe("diff", old, new, "--facts", facts)
        assert (ran.code, ran.out) == (1, "")
        assert "points-do-not-add-up" in ran.err

    def test_a_rubric_and_a_unit(self) -> None:
        ran = kaohe("diff", NEXT, CITIES / "甲市.yaml")
        assert ran.code != 0
        assert ran.err

    def test_a_shipped_rubric_and_a_unit(self) -> None:
        unit = CITIES / "甲市.yaml"
        ran = kaohe("diff", SHIPPED, unit)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"{unit}:3:1: rubric-expected ")

    def test_a_shipped_rubric_and_a_file_that_is_not_there(self) -> None:
        ran = kaohe("diff", SHIPPED, "2012.yaml")
        assert (ran.code, ran.out, ran.err) == (2, "", "没有这个文件或文件夹：2012.yaml\n")

    def test_a_shipped_rubric_and_a_broken_file(self) -> None:
        Path("2012.yaml").write_text("kaohe: [\n", encoding="utf-8")
        ran = kaohe("diff", SHIPPED, "2012.yaml")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("2012.yaml:")

    def test_a_rubric_and_a_broken_file(self) -> None:
        Path("2012.yaml").write_text(OLD, encoding="gbk")
        ran = kaohe("diff", NEXT, "2012.yaml")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == "2012.yaml:3:8: gbk 文件是 GBK 编码；请另存为 UTF-8\n"
