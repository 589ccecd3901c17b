"""Machines that fail: full disks, folders that are read-only or go away, two runs at once: how a command ends."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from polars.exceptions import ComputeError

from support.command_line import BIN, ROOT, Ran, clean_environment, kaohe

SMALL = ROOT / "examples" / "small"
WRITING = [
    "score unit.yaml -o out/s.json",
    "score unit.yaml -o out/s.xlsx",
    "next unit.yaml -o out/n.csv",
    "evidence unit.yaml -o out/e.json",
    "cases rubric.yaml -o out/rubric.cases.yaml",
    "template rubric.yaml -o out/blank.xlsx",
    "convert unit.yaml -o out/u.xlsx",
    "schema rubric.yaml -o out/schema.json",
    "sql rubric.yaml -o out/q.sql",
    "diff rubric.yaml rubric.yaml -o out/d.html",
    "batch in --processes 1 -o out/all.xlsx",
    "close in --stage self -o out/c.zip",
    "announce in --stage self -o out/a.xlsx",
]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in", "out"):
        Path(name).mkdir()
    for name in ("rubric.yaml", "unit.yaml"):
        shutil.copy(SMALL / name, name)
    text = Path("unit.yaml").read_text(encoding="utf-8").replace("rubric: ", "rubric: ../")
    for name in ("甲市", "乙市"):
        Path(f"in/{name}.yaml").write_text(text.replace("甲市", name), encoding="utf-8")


def whole(ran: Ran) -> None:
    """It ends in words, with 2, and leaves nothing."""
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert ran.err.splitlines()[-1].strip()
    assert list(Path("out").iterdir()) == []


def limited(bytes_of_a_file: int) -> Callable[[], None]:
    """What a process may write into one file: like a disk that is full, only with another reason."""
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_of_a_file, bytes_of_a_file))


@pytest.mark.parametrize("command", WRITING)
def test_no_room_on_the_disk(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = kaohe(*command.split())
    if command.startswith("batch"):
        assert (ran.code, list(Path("out").iterdir())) == (2, [])
        assert "out/all.xlsx: output-unwritten" in ran.err
    else:
        whole(ran)
    assert "No space left on device" in ran.err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of files are Unix's")
@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("score unit.yaml -o", "s.html"),
        ("table in --from -o", "t.parquet"),
        ("table f.csv --rubric rubric.yaml -o", "t.csv"),
        ("table f.csv --rubric rubric.yaml -o", "t.parquet"),
    ],
)
def test_a_disk_that_fills_up_while_it_is_written(command: str, name: str) -> None:
    rows = [f"第{number}县,1,2,{number},是,0\n" for number in range(300)]
    facts = "coverage.contributors.previous,coverage.contributors.current,reporting.late_reports"
    head = f"unit,{facts},subsidies.catalogue_published,subsidies.misuse\n"
    Path("f.csv").write_text(head + "".join(rows), encoding="utf-8")
    Path("out", name).write_bytes(b"<old>")
    done = subprocess.run(
        [BIN, *command.split(), f"out/{name}"],
        capture_output=True,
        env=clean_environment(),
        preexec_fn=limited(1000),
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"无法读写 out/{name}：")
    assert [(path.name, path.read_bytes()) for path in Path("out").iterdir()] == [(name, b"<old>")]


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_an_example_for_which_there_is_no_room(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise ComputeError("parquet: No space left on device (os error 28)\nmore")

    monkeypatch.setattr(f"polars.LazyFrame.sink_{form}", full)
    ran = kaohe("table", "rubric.yaml", "--example", "20", "-o", f"out/t.{form}")
    whole(ran)
    assert ran.err == f"无法读写 out/t.{form}：parquet: No space left on device (os error 28)\n"


@pytest.mark.parametrize("command", ["table in --from -o out/t.csv", "validate wide.yaml --fix"])
def test_what_a_dead_run_left_is_cleared_away(command: str) -> None:
    text = Path("unit.yaml").read_text(encoding="utf-8")
    Path("wide.yaml").write_text(text.replace("late_reports: ", "late_reports： "), encoding="utf-8")
    folder = Path("out" if "out" in command else ".")
    (folder / ".kaohe-0123456789abcdef.tmp").write_bytes(b"half")
    assert kaohe(*command.split()).code == 0
    assert not list(folder.glob(".kaohe-*"))


def test_standard_output_on_a_full_disk() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("a system without a device that is always full")
    for form in ("json", "terminal"):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [BIN, "score", "unit.yaml", "--format", form],
                stdout=full,
                stderr=subprocess.PIPE,
                env=clean_environment(),
                check=False,
            )
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert done.stderr.strip()


NOBODY = 65534


@contextmanager
def as_somebody_else(folder: Path) -> Iterator[None]:
    """Not as root, who may write anywhere."""
    if os.getuid() != 0:
        yield
        return
    modes = {one: one.stat().st_mode for one in (folder, *folder.parents[:2])}
    for one, mode in modes.items():
        one.chmod(mode | 0o055)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        for one, mode in modes.items():
            one.chmod(mode)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="other systems have other ways")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("score unit.yaml -o out/s.json", "没有权限：out/s.json"),
        ("score unit.yaml -o out/old.json", "没有权限：out/old.json"),
        ("batch in --processes 1 --format json -o out", "out/乙市.自评分.json: output-unwritten"),
        ("close in --stage self -o out/c.zip", "没有权限：out/c.zip"),
        ("convert unit.yaml -o out/u.xlsx", "没有权限：out/u.xlsx"),
    ],
)
def test_a_folder_that_may_not_be_written_to(command: str, said: str, tmp_path: Path) -> None:
    """As somebody who is not root: root may write anywhere."""
    Path("spare").mkdir()
    kaohe(*command.replace("out", "spare").split())  # what it imports, somebody else may not read
    assert b"{}".decode("utf-8-sig", "ignore") == "{}"
    Path("out/old.json").write_bytes(b"{}")
    Path("out").chmod(0o555)
    with as_somebody_else(tmp_path):
        ran = kaohe(*command.split())
    Path("out").chmod(0o755)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert [(path.name, path.read_bytes()) for path in Path("out").iterdir()] == [("old.json", b"{}")]


@pytest.mark.parametrize(
    "command",
    ["score unit.yaml -o out/s.json", "batch in --processes 1 --format json -o out", "sql rubric.yaml -o out/q.sql"],
)
def test_a_folder_that_goes_away_while_it_is_written_to(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        shutil.rmtree("out", ignore_errors=True)

    monkeypatch.setattr("os.fsync", gone)
    ran = kaohe(*command.split())
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert "out/" in ran.err
    assert not Path("out").exists()


def test_two_runs_at_once_into_one_target() -> None:
    """Each file is one run's or the other's, and a third run finds nothing to clear away."""

    def run(command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([BIN, *command.split()], capture_output=True, env=clean_environment(), check=False)

    one = "batch in --processes 1 --format json -o out"
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(run, [one, one, "score unit.yaml -o s.json", "score unit.yaml -o s.json"]))
    assert [found.returncode for found in done] == [0, 0, 0, 0], [found.stderr.decode() for found in done]
    together = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    ran = kaohe(*one.split())
    assert (ran.code, "清理" in ran.err) == (0, False)
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == together
    assert not list(Path().rglob(".kaohe-*"))
