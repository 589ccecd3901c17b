"""Which files are checked, what each is taken for, and what is said of a sound one."""

import json
import os
from pathlib import Path

import pytest

from kaohe.authoring.validation import check_files, files
from kaohe.source import read
from kaohe.source.file_kinds import kind_of
from kaohe.stages.unit_loader import UnitLoader
from support.command_line import CITIES, FULL_MARKS, ROOT, kaohe

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


def test_files_of_folders(tmp_path: Path) -> None:
    wanted = ["a.yaml", "b.yml", "c.json", "下级/d.yaml"]
    others = ["e.txt", "f.yaml.bak", ".g.yaml", ".h/i.yaml", "下级/.j/k.yaml", "a.schema.json", "a.values.schema.json"]
    for name in [*wanted, *others]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [str(path.relative_to(tmp_path)) for path in files([tmp_path])] == wanted
    assert list(files([tmp_path / "e.txt", tmp_path / ".g.yaml"])) == [tmp_path / "e.txt", tmp_path / ".g.yaml"]
    assert list(files([tmp_path / ".h"])) == [tmp_path / ".h" / "i.yaml"], "what is named is wanted"


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
        assert ran.out.endswith("个文件：0 个错误，1 个警告\n")

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
        assert [line.split()[1] for line in ran.out.splitlines()[:2]] == ["percent-expected", "needs-other"]
