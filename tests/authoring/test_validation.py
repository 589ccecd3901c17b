"""Which files are checked, what each is taken for, and what is said of a sound one."""

import json
import os
from pathlib import Path

import pytest

from kaohe.authoring.validation import check_files
from kaohe.source import read
from kaohe.source.file_kinds import kind_of
from kaohe.stages.unit_loader import UnitLoader
from support.command_line import CITIES, FULL_MARKS, ROOT, kaohe
from support.units_on_disk import SOUND

SHIPPED = ROOT / "rubrics" / "jiangsu-employment-2011.yaml"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sections: []", "rubric"),
        ("kaohe: 1", "rubric"),
        ("kaohe: 1\nunit: 甲市", "rubric"),
        ("rubric: x\nunit: 甲市", "values"),
        ("indicators: {}", "values"),
        ("unit: 甲市\nstage: final", "later"),
        ("unit: 甲市\nstage: final\nindicators: {}", "values"),
        ("unit: 甲市\nchanges: {}", "later"),
        ("judgements: {}", "later"),
        ("readings: {}", "later"),
        ("rubric: x\nunti: 甲市", "values"),
        ("rubric: x\nindicators: {}\nparameters: {}", "values"),
        ("rubric: x\nyear: 2011\nparameters: {}", "parameters"),
        ("parameters: {}", "parameters"),
        ("name: 甲市", "unknown"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind_of(read("a.yaml", text.encode())) == kind


def test_sound_files() -> None:
    loader = UnitLoader("zh", {})
    (rubric,) = check_files([SHIPPED], loader)
    assert (rubric.kind, rubric.figures["items"], rubric.figures["points"]) == ("rubric", 41, "400")
    (city,) = check_files([CITIES / "癸市.yaml"], loader)
    assert (city.kind, city.figures, city.problems) == ("values", {"unit": "癸市", "missing": 11}, ())
    (common,) = check_files([CITIES / "parameters.yaml"], loader)
    assert (common.kind, common.figures, common.problems) == ("parameters", {}, ())


def test_the_figures_of_the_shipped_rubric() -> None:
    """They stand in the project's notes: read them there when they change."""
    figures = check_files([SHIPPED], UnitLoader("zh", {}))[0].figures
    assert figures.keys() == {
        *("id", "sections", "items", "points", "rules", "vetoes", "indicators", "readings", "alternatives"),
    }
    assert (figures["sections"], figures["items"], figures["points"]) == (7, 41, "400")


class TestCommand:
    def test_what_is_said_of_sound_files(self) -> None:
        ran = kaohe("validate", FULL_MARKS, CITIES / "parameters.yaml")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines() == [
            f"{FULL_MARKS}: 示例市，缺报 0 项",
            f"{CITIES / 'parameters.yaml'}: 共用参数",
            "共 2 个文件：0 个错误，0 个警告",
        ]
        assert kaohe("validate", FULL_MARKS, "-q").output == b""

    def test_a_warning_is_told_and_leaves_the_run_fine(self) -> None:
        ran = kaohe("validate", SHIPPED)
        assert ran.code == 0
        assert ": [警告] number-not-in-rule " in ran.out
        assert ran.out.endswith("共 1 个文件：0 个错误，1 个警告\n")
        assert kaohe("validate", SHIPPED, "-q").out.count("\n") == 1

    def test_all_that_is_shipped_is_sound(self) -> None:
        ran = kaohe("validate", ROOT / "rubrics", ROOT / "examples")
        assert ran.code == 0
        assert ran.out.endswith("个文件：0 个错误，2 个警告\n")

    def test_standard_input(self) -> None:
        assert kaohe("validate", "-", stdin=FULL_MARKS.read_bytes()).out.startswith("<stdin>: 示例市，缺报 0 项\n")
        ran = kaohe("validate", "-", stdin=b"a: 1\na: 2\n")
        assert (ran.code, ran.out.splitlines()[0][:27]) == (1, "<stdin>:2:1: duplicate-key ")

    def test_an_empty_folder(self, tmp_path: Path) -> None:
        ran = kaohe("validate", tmp_path)
        assert (ran.code, ran.out) == (0, "共 0 个文件：0 个错误，0 个警告\n")

    def test_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        """Some systems let any bytes be a name."""
        odd = tmp_path / os.fsdecode(b"\xff.yaml")
        odd.write_text("unit: 1\n", encoding="utf-8")
        (only,) = json.loads(kaohe("validate", tmp_path, "--format", "json").out)["files"]
        assert (only["path"], len(only["problems"])) == (str(odd), 1)
        for form in ("text", "github"):
            assert kaohe("validate", tmp_path, "--format", form).code == 1

    def test_annotations_of_sound_files_are_none(self) -> None:
        ran = kaohe("validate", FULL_MARKS, "--format", "github")
        assert (ran.code, ran.out, ran.err) == (0, "", "共 1 个文件：0 个错误，0 个警告\n")

    def test_a_unit_is_checked_by_the_parameters_beside_it(self, tmp_path: Path) -> None:
        city = tmp_path / "甲市.yaml"
        city.write_bytes(FULL_MARKS.read_bytes())
        (tmp_path / "parameters.yaml").write_text("parameters: {provincial_pass_rate: 80}\n", encoding="utf-8")
        ran = kaohe("validate", city)
        assert ran.code == 1
        assert [line.split()[1] for line in ran.out.splitlines()[:2]] == ["percent-without-sign", "needs-other"]


class TestWhatSeveralRestOn:
    """What is wrong in a rubric is told once, at its place; a unit's file says that it rests on it."""

    @pytest.fixture(autouse=True)
    def _files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        text = SOUND.read_text(encoding="utf-8")
        Path("细则.yaml").write_text(text.replace("points: 18", "points: 19", 1), encoding="utf-8")
        Path("units").mkdir()
        for folder, rubric in ((".", "细则.yaml"), ("units", "../细则.yaml")):
            for unit in ("甲", "乙"):
                Path(folder, f"{unit}.yaml").write_text(f"unit: {unit}\nrubric: {rubric}\n", encoding="utf-8")

    @pytest.mark.parametrize(
        "names",
        [
            ["细则.yaml", "甲.yaml", "乙.yaml"],
            ["甲.yaml", "乙.yaml", "细则.yaml"],
            ["甲.yaml", "细则.yaml", "units/乙.yaml"],
            ["units", "细则.yaml"],
        ],
        ids=" ".join,
    )
    def test_told_at_its_place(self, names: list[str]) -> None:
        found = json.loads(kaohe("validate", *names, "--format", "json").out)["files"]
        for one in found:
            code = "points-do-not-add-up" if one["kind"] == "rubric" else "needs-other"
            told = [problem for problem in one["problems"] if problem["severity"] == "error"]
            assert [(problem["code"], problem["path"]) for problem in told] == [(code, one["path"])]

    def test_whatever_it_is_called(self) -> None:
        ran = kaohe("validate", Path("细则.yaml").absolute(), "甲.yaml", "units/../units")
        assert ran.out.count("points-do-not-add-up") == 1
        assert ran.out.count("needs-other") == 3

    def test_where_it_is_not_among_the_files_the_first_one_tells(self) -> None:
        ran = kaohe("validate", "甲.yaml", "乙.yaml")
        assert [line.split()[0] for line in ran.out.splitlines()[:3]] == [
            "细则.yaml:5:9:",
            "甲.yaml:2:1:",
            "乙.yaml:2:1:",
        ]

    def test_in_a_batch(self) -> None:
        ran = kaohe("batch", "units", "-o", "out")
        assert ran.err.count("points-do-not-add-up") == 1
        assert ran.err.count("needs-other") == 2

    @pytest.mark.parametrize("name", ["长" * 100 + ".yaml", "units", "没有.yaml"])
    def test_a_rubric_that_is_no_file(self, name: str) -> None:
        """A name of more than 255 bytes can be none."""
        Path("丙.yaml").write_text(f"unit: 丙\nrubric: {name}\n", encoding="utf-8")
        ran = kaohe("validate", "丙.yaml", "-q")
        assert ran.code == 1
        code = "no-such-rubric-file" if name.endswith(".yaml") else "unknown-rubric"
        assert ran.out.startswith(f"丙.yaml:2:9: {code} ")

    def test_the_rubric_s_file_is_guessed(self) -> None:
        Path("丙.yaml").write_text("unit: 丙\nrubric: units/../细测.yaml\n", encoding="utf-8")
        assert kaohe("validate", "丙.yaml", "-q").out.endswith("，是不是“units/../细则.yaml”？\n")
