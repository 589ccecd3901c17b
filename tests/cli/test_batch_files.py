"""What lies in a batch's folder: units, what is none, and bad files, of which each is named and stops nothing."""

from pathlib import Path

import pytest

from kaohe.cli.folder.worker_processes import SMALL
from support.command_line import kaohe
from support.units_on_disk import SOUND, UNITS, batch, cells, names, write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()


def count(units: int, incomplete: int, bad: int) -> str:
    return f"{units} 个单位已打分，{incomplete} 个有缺报，{bad} 个文件有问题\n"


class TestBadFiles:
    def test_it_is_named_everywhere_and_stops_nothing(self) -> None:
        write("甲市.yaml")
        write("乙市.yaml", late="两次")
        write("丙市.yaml")
        (UNITS / "空.yaml").write_bytes(b"")
        (UNITS / "图.yml").write_bytes(b"\x00\x01")
        ran = batch(code=1)
        assert "units/乙市.yaml:6:30: number-in-words" in ran.err
        assert "units/空.yaml:1:1: file-empty" in ran.err
        assert "units/图.yml:1:1: not-text" in ran.err
        assert ran.err.endswith(count(2, 0, 3))
        assert names() == ["丙市.自评分.xlsx", "汇总.xlsx", "甲市.自评分.xlsx"]
        assert all(name in cells("out/汇总.xlsx", "问题文件") for name in ("乙市.yaml", "空.yaml", "图.yml"))

    def test_nothing_but_bad_files(self) -> None:
        write("甲市.yaml", late=-1)
        ran = batch(code=1)
        assert "negative-number" in ran.err
        assert ran.err.endswith(count(0, 0, 1))
        assert not Path("out").exists()

    def test_files_that_can_not_be_read(self) -> None:
        write("甲市.yaml")
        (UNITS / "乙市.yaml").mkdir()
        (UNITS / "丙市.yaml").symlink_to("nowhere.yaml")
        ran = batch(code=1)
        assert ran.err.count("unreadable-file") == 2
        assert ran.err.endswith(count(1, 0, 2))

    def test_two_files_of_one_unit_and_stage(self) -> None:
        write("a.yaml", unit="甲市")
        write("b.yaml", unit="甲市")
        write("c.yaml", unit="甲市", stage="final")
        write("d.yaml", unit="乙市")
        ran = batch(code=1)
        for one, other in (("a", "b"), ("b", "a")):
            sentence = f"“甲市”（自评分）不止一个文件，另见：units/{other}.yaml；请只留一个"
            assert f"units/{one}.yaml:2:7: unit-twice {sentence}\n" in ran.err
        sentence = "“甲市”已有前一阶段的文件 units/a.yaml, units/b.yaml；后一阶段只写改动"
        assert f"units/c.yaml:2:7: whole-after-first {sentence}" in ran.err
        assert ran.err.endswith(count(1, 0, 3))
        assert names() == ["乙市.自评分.xlsx", "汇总.xlsx"]
        assert "b.yaml" in cells("out/汇总.xlsx", "问题文件")

    @pytest.mark.parametrize("units", [('"甲/市"', '"甲:市"'), ("A", "a")])
    def test_units_that_would_share_a_file(self, units: tuple[str, str]) -> None:
        for name, unit in zip("ab", units, strict=True):
            write(f"{name}.yaml", unit=unit)
        assert batch().err.endswith(count(2, 0, 0))
        assert len(names()) == 3

    def test_one_name_in_two_ways(self) -> None:
        for name, unit in zip("ab", ("\u00e9", "e\u0301"), strict=True):
            write(f"{name}.yaml", unit=unit)
        assert batch(code=1).err.count("unit-twice") == 2

    def test_an_unsound_rubric_is_told_once(self) -> None:
        (UNITS / "细则.yaml").write_text("kaohe: 1\nid: x\n", encoding="utf-8")
        for number in range(3):
            write(f"{number}.yaml", rubric="细则.yaml")
        write("好.yaml")
        ran = batch(code=1)
        assert ran.err.count("missing-key 缺少“title”") == 1
        assert ran.err.count("needs-other") == 3
        assert all(f"{number}.yaml" in cells("out/汇总.xlsx", "问题文件") for number in range(3))

    def test_unsound_parameters(self) -> None:
        (UNITS / "parameters.yaml").write_text("parameters: {average: 91}\n", encoding="utf-8")
        write("甲市.yaml")
        ran = batch(code=1)
        assert ran.err.count("percent-without-sign") == 1
        assert "units/甲市.yaml:1:1: needs-other" in ran.err

    @pytest.mark.parametrize("processes", ["1", "2"])
    def test_what_is_wrong_in_the_rubric_of_many_is_told_once(self, processes: str) -> None:
        """The first file has it, in the summary too; each other one has that it rests on the rubric."""
        Path("细则.yaml").write_text("kaohe: 2\nsections: []\n", encoding="utf-8")
        write("甲市.yaml")
        files = [f"县{number:02}.yaml" for number in range(2 * SMALL)]
        for name in files:
            write(name, rubric="../细则.yaml")
        ran = kaohe("batch", UNITS, "-o", "out", "--processes", processes)
        assert ran.err.count("not-one-of") == 1
        assert [line for line in ran.err.splitlines() if "needs-other" in line] == [
            f"units/{name}:1:1: needs-other 这个文件要用 units/../细则.yaml，那里有问题，先改好" for name in files
        ]
        assert ran.err.endswith(count(1, 0, len(files)))
        assert cells("out/汇总.xlsx", "问题文件").count("not-one-of") == 1


class TestWhatIsAUnit:
    def test_rubrics_parameters_and_others_are_none(self) -> None:
        write("甲市.yaml")
        (UNITS / "细则.yaml").write_bytes(SOUND.read_bytes())
        (UNITS / "parameters.yaml").write_text("parameters: {average: 90%}\n", encoding="utf-8")
        (UNITS / "去年的参数.yaml").write_text("parameters: {average: 1%}\n", encoding="utf-8")
        (UNITS / ".隐藏.yaml").write_text("x", encoding="utf-8")
        (UNITS / "sound.values.schema.json").write_text("{}", encoding="utf-8")
        (UNITS / "说明.txt").write_text("x", encoding="utf-8")
        (UNITS / "下级").mkdir()
        assert batch().err.endswith(count(1, 0, 0))

    def test_yaml_yml_and_json(self) -> None:
        write("甲市.yaml")
        write("乙市.yml")
        (UNITS / "丙市.json").write_text(f'{{"rubric": "{SOUND}", "unit": "丙市"}}', encoding="utf-8")
        assert batch().err.endswith(count(3, 1, 0))

    def test_what_a_batch_wrote_is_no_unit_of_the_next(self) -> None:
        write("甲市.yaml")
        for _ in range(2):
            assert batch("--format", "json", target="units").err.endswith(count(1, 0, 0))

    @pytest.mark.parametrize(
        ("unit", "name"),
        [
            ('"a/b:c"', "a_b_c"),
            ('"../../etc"', "__.._etc"),
            ('"con"', "con_"),
            ("甲　市", "甲_市"),
            ('"甲\\n市"', "甲_市"),
            ("市" * 200, "市" * 60),
        ],
    )
    def test_names_are_safe(self, unit: str, name: str) -> None:
        write("甲.yaml", unit=unit)
        batch()
        assert names() == sorted([f"{name}.自评分.xlsx", "汇总.xlsx"])
