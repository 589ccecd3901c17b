"""The folder that a batch writes into: what is left alone there, what has become stale, and what a dead run left."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kaohe.cli.folder import not_read
from kaohe.messages import say
from kaohe.problems import Problem
from kaohe.render.files import atomic
from kaohe.render.files.manifest import NAME
from support.command_line import kaohe
from support.units_on_disk import SOUND, UNITS, batch, names, write

OUT = Path("out")
ABANDONED = ".kaohe-0123456789abcdef.tmp"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    write("甲市.yaml")
    write("乙市.yaml")


def save_again(path: Path) -> bytes:
    """Somebody opens the workbook, enters something, and saves it."""
    book = load_workbook(path)
    book["考核表"]["G5"] = 8
    book.save(path)
    return path.read_bytes()


def line(code: str, path: object, mark: str = "", **parameters: object) -> str:
    return f"{path}: {mark}{code} {Problem(code, str(path), parameters=parameters).message('zh')}\n"


class TestWorkedOn:
    def test_it_is_left_and_named_and_all_else_is_written(self) -> None:
        batch()
        kept = save_again(OUT / "甲市.自评分.xlsx")
        before = {path.name: path.read_bytes() for path in OUT.iterdir()}
        write("甲市.yaml", late=1)
        write("乙市.yaml", late=1)
        ran = batch(code=1)
        assert line("workbook-left-alone", "out/甲市.自评分.xlsx") in ran.err
        assert "应写 4 个文件，已写入 3 个：out\n" in ran.err
        assert Path("out/甲市.自评分.xlsx").read_bytes() == kept
        for name in ("乙市.自评分.xlsx", "汇总.xlsx", NAME):
            assert (OUT / name).read_bytes() != before[name]

    def test_a_summary_too(self) -> None:
        batch()
        book = load_workbook("out/汇总.xlsx")
        book.save("out/汇总.xlsx")
        kept = Path("out/汇总.xlsx").read_bytes()
        ran = batch(code=1)
        assert line("workbook-left-alone", "out/汇总.xlsx") in ran.err
        assert "已写入 out/汇总.xlsx" not in ran.err
        assert Path("out/汇总.xlsx").read_bytes() == kept

    def test_nothing_else_to_write(self) -> None:
        batch(target="全省.xlsx")
        load_workbook("全省.xlsx").save("全省.xlsx")
        assert line("workbook-left-alone", "全省.xlsx") in batch(target="全省.xlsx", code=2).err

    def test_score_refuses(self) -> None:
        batch()
        edited = OUT / "甲市.自评分.xlsx"
        save_again(edited)
        code = "workbook-worked-on"
        assert kaohe("score", UNITS / "甲市.yaml", "-o", edited).err == say(f"problem.{code}", "zh", path=edited) + "\n"


class TestUnwritten:
    def test_one_stops_no_other(self) -> None:
        (OUT / "甲市.自评分.json").mkdir(parents=True)
        ran = batch("--format", "json", code=1)
        assert line("output-unwritten", "out/甲市.自评分.json", detail="Is a directory", more="") in ran.err
        assert "应写 4 个文件，已写入 3 个：out\n" in ran.err
        assert Path("out/乙市.自评分.json").is_file()
        assert Path("out/汇总.xlsx").is_file()

    def test_many_for_one_reason_are_told_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        ran = batch(code=2)
        told = line("output-unwritten", "out/乙市.自评分.xlsx", detail="No space left on device", more=3)
        assert ran.err.startswith(told)
        assert "应写 4 个文件，已写入 0 个：out\n" in ran.err
        assert names() == []

    def test_in_english(self) -> None:
        told = {"detail": "Permission denied", "more": 2}
        assert Problem("output-unwritten", "a", parameters=told).message("en") == (
            "can't be written (Permission denied), and so it is with 2 more; look at permissions and at the room on "
            "the disk, close it where it is open in another program, then run again"
        )


class TestStale:
    def test_what_kaohe_wrote_and_nobody_changed_goes_aside(self) -> None:
        batch()
        (OUT / "乙市的说明.docx").write_bytes(b"own")
        (UNITS / "乙市.yaml").unlink()
        stale = Path("out/乙市.自评分.xlsx").read_bytes()
        ran = batch()
        told = {"count": 1, "names": "乙市.自评分.xlsx", "folder": "out/过时"}
        assert line("outputs-moved", "out", "[说明] ", **told) in ran.err
        assert names() == ["乙市的说明.docx", "汇总.xlsx", "甲市.自评分.xlsx", "过时"]
        assert Path("out/过时/乙市.自评分.xlsx").read_bytes() == stale
        assert "outputs-moved" not in batch().err

    def test_a_unit_whose_file_has_become_bad(self) -> None:
        batch("--format", "json")
        write("乙市.yaml", late=-1)
        batch("--format", "json", code=1)
        assert names() == ["汇总.xlsx", "甲市.自评分.json", "过时"]

    def test_twice_under_one_name(self) -> None:
        for _ in range(2):
            write("乙市.yaml")
            batch()
            (UNITS / "乙市.yaml").unlink()
            batch("-q")
        assert names("out/过时") == ["乙市.自评分.2.xlsx", "乙市.自评分.xlsx"]

    def test_what_somebody_changed_is_named_at_every_run(self) -> None:
        batch("--format", "markdown")
        Path("out/乙市.自评分.md").write_text("改过", encoding="utf-8")
        (UNITS / "乙市.yaml").unlink()
        for _ in range(2):
            ran = batch("--format", "markdown", "-q")
            assert ran.err == line("outputs-changed", "out", "[警告] ", count=1, names="乙市.自评分.md")
        assert Path("out/乙市.自评分.md").read_text(encoding="utf-8") == "改过"

    def test_what_kaohe_did_not_write_is_never_named(self) -> None:
        OUT.mkdir()
        Path("out/丙市.自评分.xlsx").write_bytes(b"own")
        for _ in range(2):
            assert "丙市" not in batch().err

    def test_another_format_stays_and_is_named_once_its_inputs_have_changed(self) -> None:
        batch("--format", "json")
        assert "outputs-older" not in batch("--format", "markdown").err
        write("甲市.yaml", late=1)
        ran = batch("--format", "markdown")
        told = {"count": 2, "names": "乙市.自评分.json, 甲市.自评分.json"}
        assert line("outputs-older", "out", "[警告] ", **told) in ran.err
        assert "outputs-older" not in batch("--format", "json").err.replace("md", "")

    def test_what_can_not_be_moved_is_named(self) -> None:
        batch()
        (UNITS / "乙市.yaml").unlink()
        Path("out/过时").write_bytes(b"a file of this name")
        ran = batch("-q")
        assert ran.err == line("outputs-stale", "out", "[警告] ", count=1, names="乙市.自评分.xlsx")
        assert Path("out/乙市.自评分.xlsx").is_file()

    def test_where_no_unit_can_be_scored_all_is(self) -> None:
        batch()
        for name in ("甲市.yaml", "乙市.yaml"):
            write(name, late=-1)
        before = names()
        ran = batch("-q", code=1)
        assert line("outputs-all-older", "out", "[警告] ") in ran.err
        assert names() == before

    def test_a_manifest_leads_nowhere_else(self) -> None:
        batch()
        data = json.loads((OUT / NAME).read_bytes())
        own = Path("甲市.xlsx")
        own.write_bytes(Path("out/甲市.自评分.xlsx").read_bytes())
        data["outputs"]["../甲市.xlsx"] = sha256(own.read_bytes()).hexdigest()
        (OUT / NAME).write_text(json.dumps(data), encoding="utf-8")
        batch()
        assert own.is_file()

    def test_in_english(self) -> None:
        told = {"count": 1, "names": "a.xlsx", "folder": "out/outdated"}
        assert Problem("outputs-moved", "out", parameters=told).message("en") == (
            "1 file of earlier runs that this one has none of (the unit is gone, its file is bad, or it is at another "
            "stage): a.xlsx; moved to out/outdated"
        )


class TestManifest:
    def test_what_was_made_from_what(self) -> None:
        Path("units/parameters.yaml").write_text("parameters: {average: 91%}\n", encoding="utf-8")
        for name in "甲乙":
            text = (UNITS / f"{name}市.yaml").read_text(encoding="utf-8")
            (UNITS / f"{name}市.yaml").write_text(text.replace("parameters: {average: 90%}\n", ""), encoding="utf-8")
        batch("--format", "json")
        found = json.loads((OUT / NAME).read_bytes())

        def digest(path: str) -> str:
            return sha256(Path(path).read_bytes()).hexdigest()

        assert found == {
            "format": 1,
            "kaohe": found["kaohe"],
            "rubric": {"id": "sound", "sha256": sha256(SOUND.read_bytes()).hexdigest()},
            "readings": {},
            "parameters": {"parameters.yaml": digest("units/parameters.yaml")},
            "inputs": {name: digest(f"units/{name}") for name in ("甲市.yaml", "乙市.yaml")},
            "outputs": {name: digest(f"out/{name}") for name in names()},
        }

    def test_same_inputs_same_bytes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        batch()
        monkeypatch.chdir(UNITS)
        batch(folder=".", target=tmp_path / "other")
        assert (tmp_path / "out" / NAME).read_bytes() == (tmp_path / "other" / NAME).read_bytes()

    @pytest.mark.parametrize("content", [b"{", b"[]", b'{"format": 2}', b'{"format": 1}'])
    def test_one_that_is_none_is_named(self, content: bytes) -> None:
        OUT.mkdir()
        (OUT / NAME).write_bytes(content)
        assert batch("-q").err == line("manifest-unknown", f"out/{NAME}", "[警告] ")
        assert json.loads((OUT / NAME).read_bytes())["format"] == 1

    def test_it_is_no_unit_of_the_next_run(self) -> None:
        for _ in range(2):
            assert batch("-q", "--format", "json", target=UNITS).err == ""


class TestDeadRuns:
    def test_what_they_left_is_cleared(self) -> None:
        OUT.mkdir()
        for name in (ABANDONED, ".kaohe-notes.tmp", "a.tmp"):
            (OUT / name).touch()
        assert line("temporary-cleared", "out", "[说明] ", count=1) in batch().err
        assert {".kaohe-notes.tmp", "a.tmp"} < set(names())
        assert ABANDONED not in names()

    def test_beside_a_single_file_too(self) -> None:
        Path(ABANDONED).touch()
        batch(target="a.csv")
        assert not Path(ABANDONED).exists()

    def test_never_those_of_a_run_that_is_alive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """While a file waits for the disk, another run clears the folder."""
        cleared = []
        monkeypatch.setattr("os.fsync", lambda _: cleared.append(atomic.clear_abandoned(OUT)))
        batch()
        assert set(cleared) == {0}
        assert names() == ["乙市.自评分.xlsx", "汇总.xlsx", "甲市.自评分.xlsx"]


class TestInterrupted:
    def test_what_is_written_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        left = iter([None, None])

        def interrupted(_: int) -> None:
            if next(left, self) is self:
                raise KeyboardInterrupt

        monkeypatch.setattr("os.fsync", interrupted)
        ran = batch(code=130)
        assert ran.err == "已中断；应写 3 个文件，已写入 2 个：out；再运行一次就会写全\n"
        assert names() == ["乙市.自评分.xlsx", "甲市.自评分.xlsx"]

    def test_before_the_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(_: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("os.fsync", interrupted)
        assert batch(code=130, target="a.csv").err == "已中断，什么也没有写：a.csv\n"
        assert batch("--lang", "en", code=130, target="a.csv").err == "interrupted; nothing was written: a.csv\n"


class TestNotRead:
    def test_subfolders_and_other_files_are_named(self) -> None:
        for name in ("下级", "附件"):
            (UNITS / name).mkdir()
        for name in ("说明.docx", ".DS_Store", "Thumbs.db", "~$甲市.xlsx", "~$说明.docx", "parameters.txt"):
            (UNITS / name).touch()
        told = {"count": 4, "names": "parameters.txt, 下级/, 说明.docx, 附件/"}
        assert line("files-not-read", "units", "[说明] ", **told) in batch().err
        assert batch("-q").err == ""

    def test_some_stand_for_many(self) -> None:
        for number in range(not_read.SHOWN + 2):
            (UNITS / f"{number}.txt").touch()
        names_ = "0.txt, 1.txt, 2.txt, 3.txt, 4.txt …"
        assert line("files-not-read", "units", "[说明] ", count=7, names=names_) in batch().err

    def test_what_the_run_writes_there_is_not(self) -> None:
        for _ in range(2):
            ran = batch("--log", UNITS / "记录.txt", target=UNITS / "结果")
            assert "files-not-read" not in ran.err

    def test_nor_what_runs_have_written_there(self) -> None:
        for _ in range(2):
            assert "files-not-read" not in batch("--format", "markdown", target=UNITS).err

    def test_in_english(self) -> None:
        assert Problem("files-not-read", "a", parameters={"count": 1, "names": "b/"}).message("en") == (
            "1 thing here not read as units' files: b/; what is to be scored stands in this folder itself as .yaml, "
            ".json, .csv or .xlsx"
        )


class TestLog:
    def test_all_that_is_said_with_its_place_run_after_run(self) -> None:
        write("丙市.yaml", late=-1)
        ran = batch("--log", "记录.txt", code=1)
        quiet = batch("-q", "--log", "记录.txt", code=1)
        first, second = Path("记录.txt").read_text(encoding="utf-8").split("# kaohe ")[1:]
        assert first.partition("\n")[2] == f"{ran.err}# 结束，退出码 1\n"
        assert second.partition("\n")[2] == first.partition("\n")[2]
        assert "units/丙市.yaml:6:30: negative-number" in quiet.err

    def test_what_ends_a_run_is_in_it(self) -> None:
        ran = batch("--log", "记录.txt", "--format", "pdf", code=2)
        assert Path("记录.txt").read_text(encoding="utf-8").endswith(f"\n{ran.err}# 结束，退出码 2\n")

    def test_other_files_are_not_written_to(self) -> None:
        before = (UNITS / "甲市.yaml").read_bytes()
        ran = batch("--log", UNITS / "甲市.yaml", code=2)
        assert ran.err == say("problem.log-of-something-else", "zh", path="units/甲市.yaml") + "\n"
        assert (UNITS / "甲市.yaml").read_bytes() == before
        assert not OUT.exists()

    def test_a_log_that_can_not_be_opened(self) -> None:
        assert "none" in batch("--log", "none/a.txt", code=2).err


class TestProgress:
    def test_a_line_every_so_often(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("kaohe.cli.progress.BETWEEN", 0.0)
        lines = [one for one in batch("--processes", "1").err.splitlines() if one.startswith("已完成")]
        assert lines == ["已完成 25%", "已完成 50%", "已完成 75%", "已完成 100%"]
        assert batch("-q").err == ""

    def test_none_in_a_short_run(self) -> None:
        assert "已完成" not in batch().err
