"""A folder of units: a sheet for each and a summary of all, by any number of processes."""

import os
from pathlib import Path

import pytest

from kaohe.cli.folder.worker_processes import SMALL
from kaohe.problems import Unusable
from kaohe.render.files.output import SUFFIXES
from support.command_line import CITIES, CITY_FILES, SHIPPED, copy_first_stage, kaohe
from support.units_on_disk import SOUND, UNITS, batch, cells, names, rows, without_doubts, write

NAMES = [path.stem for path in CITY_FILES]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()


@pytest.fixture
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example cities as they stand before the province has checked any."""
    return copy_first_stage(tmp_path_factory.mktemp("reported"))


class TestTheProvince:
    """The example cities with all three stages."""

    def test_a_sheet_for_each_unit_and_a_summary_for_each_stage(self) -> None:
        ran = batch("--format", "json", folder=CITIES)
        assert without_doubts(ran.err).replace(f"{CITIES}", "cities") == (
            "已写入 out/汇总.自评分.xlsx\n已写入 out/汇总.省厅初评分.xlsx\n已写入 out/汇总.省厅审定考核分.xlsx\n"
            "cities: [说明] files-not-read 这里还有 2 项不当作单位的文件来读：expected/, 附件/；"
            "要打分的，放在这个文件夹里面（不放在下级文件夹），用 .yaml、.json、.csv 或 .xlsx\n"
            "13 个单位已打分，0 个有缺报，0 个文件有问题\n"
        )
        summaries = [f"汇总.{stage}.xlsx" for stage in ("自评分", "省厅初评分", "省厅审定考核分")]
        assert names() == sorted([*(f"{city}.省厅审定考核分.json" for city in NAMES), *summaries])
        own = [CITIES / f"甲市{stage}.yaml" for stage in (".审定", "", ".初评")]
        assert Path("out/甲市.省厅审定考核分.json").read_bytes() == kaohe("score", *own, "--format", "json").output
        for summary in summaries:
            assert all(city in cells(f"out/{summary}", "总排名") for city in NAMES)

    def test_one_table_has_every_stage(self) -> None:
        batch("--complete", folder=CITIES, target="全省.csv")
        found = rows("全省.csv")
        assert len(found) == 3 * 13 * 41
        assert {row["stage"] for row in found if row["state"] == "open"} == {"self", "preliminary"}


class TestTheCities:
    def test_a_sheet_for_each_and_a_summary(self, reported: Path) -> None:
        ran = batch("--format", "json", folder=reported)
        assert without_doubts(ran.err) == "已写入 out/汇总.xlsx\n13 个单位已打分，1 个有缺报，0 个文件有问题\n"
        assert names() == sorted([*(f"{city}.自评分.json" for city in NAMES), "汇总.xlsx"])
        alone = kaohe("score", CITIES / "甲市.yaml", "--format", "json").output
        assert Path("out/甲市.自评分.json").read_bytes() == alone
        assert all(city in cells("out/汇总.xlsx", "总排名") for city in NAMES)
        assert "子市 3→5、丙市 5→7" in cells("out/汇总.xlsx", "读法影响")

    def test_one_table(self, reported: Path) -> None:
        ran = batch(folder=reported, target="全省.csv")
        assert ran.err.startswith("已写入 全省.csv\n已写入 全省.合计.csv\n已写入 全省.省厅改动.csv\n")
        assert Path("全省.csv").read_bytes().startswith(b"\xef\xbb\xbfrubric,unit,")
        assert len(rows("全省.csv")) == 13 * 41
        assert {row["unit"] for row in rows("全省.csv")} == set(NAMES)
        assert names(".") == ["units", "全省.csv", "全省.合计.csv", "全省.省厅改动.csv"]

    def test_the_summary_alone(self, reported: Path) -> None:
        batch(folder=reported, target="全省.xlsx")
        assert names(".") == ["units", "全省.xlsx"]

    def test_complete_quiet_and_in_english(self, reported: Path) -> None:
        assert batch("--complete", folder=reported, code=1, target="a.csv").err.endswith("1 个有缺报，0 个文件有问题\n")
        assert without_doubts(batch("-q", folder=reported, target="a.csv").err) == ""
        assert without_doubts(batch("--lang", "en", "--format", "json", folder=reported).err).startswith(
            "wrote out/summary.xlsx\n13 units scored"
        )

    def test_readings_and_parameters(self, reported: Path) -> None:
        batch(folder=reported, target="a.csv")
        Path("p.yaml").write_text(f"rubric: {SHIPPED}\nparameters: {{provincial_pass_rate: 100%}}\n", encoding="utf-8")
        batch("--parameters", "p.yaml", folder=reported, target="b.csv")
        batch("--reading", "legal_compliance.floor=none", folder=reported, target="c.csv")
        assert len({tuple(row["score"] for row in rows(name)) for name in ("a.csv", "b.csv")}) == 2
        assert rows("c.csv")


@pytest.mark.parametrize(("suffix", "form"), SUFFIXES.items())
def test_sheets_in_every_format(suffix: str, form: str) -> None:
    write("a.yaml", unit="甲市")
    write("b.yaml", unit="乙市", late=1)
    batch("--format", form)
    index = ["index.html"] if form == "html" else []
    assert names() == sorted([f"甲市.自评分{suffix}", f"乙市.自评分{suffix}", "汇总.xlsx", *index])
    if index:  # its pages lead to each other
        return
    alone = kaohe("score", UNITS / "b.yaml", "--format", form, "-o", "-").output
    assert Path(f"out/乙市.自评分{suffix}").read_bytes() == alone


class TestProcesses:
    def test_any_number_gives_the_same_bytes(self) -> None:
        for number in range(60):
            write(f"{number:02}.yaml", unit=f"第{number}县", late=number % 4)
        (UNITS / "61.yaml").write_bytes(b"")
        write("62.yaml", rubric="../细则.yaml")
        Path("细则.yaml").write_text("kaohe: 1\nid: x\n", encoding="utf-8")
        options = ["--format", "json", "--processes"]
        runs = [batch(*options, str(count), target=f"out{count}", code=1) for count in (1, 2)]
        assert runs[0].err == runs[1].err.replace("out2", "out1")
        assert names("out1") == names("out2")
        assert len(names("out1")) == 61
        for name in names("out1"):
            assert Path("out1", name).read_bytes() == Path("out2", name).read_bytes()

    def test_other_readings_too(self) -> None:
        for path in (*CITY_FILES, *CITIES.glob("[甲乙丙丁]市.yaml")):
            copy = UNITS / path.name
            text = path.read_text(encoding="utf-8")
            (copy.with_stem(f"{copy.stem}二") if copy.exists() else copy).write_text(
                text.replace("\nunit: ", "\nunit: 新" if copy.exists() else "\nunit: "), encoding="utf-8"
            )
        for count in (1, 2):
            batch("--processes", str(count), target=f"{count}.xlsx")
        assert len(list(UNITS.iterdir())) > SMALL
        assert Path("1.xlsx").read_bytes() == Path("2.xlsx").read_bytes()
        assert "data_use.deviation_steps" in cells("1.xlsx", "读法影响")

    def test_rows_stand_in_the_files_order(self) -> None:
        for number in range(60):
            write(f"{number:02}.yaml", unit=f"第{number}县")
        for count in (0, 1, 3):
            batch("--processes", str(count), target=f"{count}.csv")
        assert Path("0.csv").read_bytes() == Path("1.csv").read_bytes() == Path("3.csv").read_bytes()
        assert [row["unit"] for row in rows("1.csv")[::2]] == [f"第{number}县" for number in range(60)]

    def test_an_unknown_reading_comes_out_of_a_process_too(self) -> None:
        for number in range(SMALL + 1):
            write(f"{number:02}.yaml")
        assert batch("--reading", "a.b=c", "--processes", "2", code=2).err == "没有“a.b”这处读法\n"


class TestRefused:
    def test_two_rubrics(self) -> None:
        text = SOUND.read_text(encoding="utf-8").replace("id: sound", "id: other")
        Path("other.yaml").write_text(text, encoding="utf-8")
        write("a.yaml")
        write("b.yaml", rubric="../other.yaml")
        problem = Unusable(
            "two-rubrics", rubric=SOUND, path="units/a.yaml", other="units/../other.yaml", second="units/b.yaml"
        )
        assert batch(code=2).err == f"{problem.message('zh')}\n"
        assert names(".") == ["other.yaml", "units"]

    def test_one_rubric_by_two_paths_is_one(self) -> None:
        (UNITS / "细则.yaml").symlink_to(SOUND)
        write("a.yaml")
        write("b.yaml", rubric="细则.yaml")
        batch()

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (["units", "-o", "out"], Unusable("no-unit-files", folder="units")),
            (["file", "-o", "out"], Unusable("folder-or-table-expected", found="file")),
            (["units", "-o", "a.txt"], Unusable("unknown-suffix", found="a.txt", known=".csv .xlsx .html")),
            (["units", "-o", "file"], Unusable("folder-expected", found="file")),
            (["units", "-o", "none/a.csv"], Unusable("no-such-folder", found="none/a.csv", folder="none")),
            (["units", "-o", "out", "--processes", "-1"], Unusable("processes-expected", found=-1)),
            (
                ["units", "-o", "out", "--format", "pdf"],
                Unusable("unknown-format", found="pdf", known="terminal, json, markdown, csv, xlsx, html"),
            ),
        ],
    )
    def test_before_any_work(self, arguments: list[str], problem: Unusable) -> None:
        Path("file").touch()
        ran = kaohe("batch", *arguments)
        assert (ran.code, ran.err) == (2, f"{problem.message('zh')}\n")
        assert names(".") == ["file", "units"]


@pytest.mark.parametrize("target", ["out", "全省.csv", "全省.xlsx", "全省.html"])
@pytest.mark.parametrize(("failure", "code"), [(OSError(28, "No space left on device"), 2), (KeyboardInterrupt(), 130)])
def test_an_interrupted_write_leaves_the_old_files(
    monkeypatch: pytest.MonkeyPatch, target: str, failure: BaseException, code: int
) -> None:
    def fail(*_: object) -> None:
        raise failure

    write("a.yaml")
    batch(target=target)
    write("a.yaml", late=1)
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    monkeypatch.setattr("os.fsync", fail)
    ran = batch(target=target, code=code)
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    assert ("No space left" in ran.err) == (code == 2)
    assert os.fsync is fail
