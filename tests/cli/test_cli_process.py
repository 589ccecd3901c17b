"""kaohe as a process among others: pipes that close, signals, consoles and their encodings."""

import os
import pty
import select
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copy
from time import monotonic, sleep

import pytest

from support.command_line import BIN, FULL_MARKS, ROOT, WITH_GAPS, Ran, clean_environment, kaohe, process

FULL_DEVICE = Path("/dev/full")
WRITERS: list[list[str | Path]] = [
    ["score", FULL_MARKS],
    ["score", FULL_MARKS, "--format", "json"],
    ["validate", FULL_MARKS],
    ["rubrics"],
    ["score", "--help"],
]


def name(arguments: Sequence[str | Path]) -> str:
    return " ".join(Path(one).name for one in arguments)


@pytest.mark.parametrize("arguments", WRITERS, ids=name)
def test_a_reader_that_has_seen_enough(arguments: list[str | Path]) -> None:
    """`kaohe … | head -1` says nothing of it."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run([BIN, *arguments], stdout=write, stderr=subprocess.PIPE, env=clean_environment(), check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.parametrize("arguments", [WRITERS[0], WRITERS[1], WRITERS[3], WRITERS[4]], ids=name)
@pytest.mark.skipif(not FULL_DEVICE.exists(), reason="needs a full device")
def test_a_full_disk_behind_standard_output(arguments: list[str | Path]) -> None:
    with FULL_DEVICE.open("wb") as full:
        ran = subprocess.run(
            [BIN, *arguments], stdout=full, stderr=subprocess.PIPE, env=clean_environment(), check=False
        )
    assert ran.returncode == 2
    assert ran.stderr.decode() == "标准输入读不了，或标准输出写不了：No space left on device\n"


@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), ("<&-", 1), ("<&- >&- 2>&-", 1)])
def test_streams_that_were_never_open(closed: str, code: int) -> None:
    source = "-" if "<" in closed else FULL_MARKS
    ran = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" score "$1" --format json {closed}', BIN, source],
        capture_output=True,
        env=clean_environment(),
        check=False,
    )
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


def test_interrupted() -> None:
    with subprocess.Popen(
        [BIN, "score", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment()
    ) as running:
        assert running.stdin
        running.stdin.write(b"#" * 1_000_000)  # a pipe holds less: kaohe reads
        running.stdin.flush()
        sleep(0.5)  # and waits for more
        running.send_signal(signal.SIGINT)
        running.wait(timeout=20)
        assert running.stderr
        assert (running.returncode, running.stderr.read()) == (130, b"")


def _many(folder: Path) -> Path:
    """Units enough for a batch of two processes, of which the last takes long to be read."""
    folder.mkdir()
    for number in range(20):
        copy(FULL_MARKS, folder / f"{number:02}.yaml")
    (folder / "99.yaml").write_text("a: [" + "1, " * 99_000 + "1]\n" + "# b: 1\n" * 1_300_000, encoding="utf-8")
    return folder


def test_a_batch_that_is_interrupted(tmp_path: Path) -> None:
    """Ctrl-C reaches every process of the batch, and none shows its inside."""
    units = _many(tmp_path / "units")
    arguments: list[str | Path] = ["batch", units, "-o", tmp_path / "out", "--processes", "2"]
    with subprocess.Popen(
        [BIN, *arguments], stderr=subprocess.PIPE, env=clean_environment(), start_new_session=True
    ) as running:
        _until(lambda: [_ignores_interrupts(one) for one in _children(running.pid)] == [True, True])
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=20)
    assert (running.returncode, errors.decode()) == (130, f"已中断，什么也没有写：{tmp_path / 'out'}\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs a list of processes")
def test_a_batch_that_is_killed_leaves_no_processes(tmp_path: Path) -> None:
    units = _many(tmp_path / "units")
    arguments: list[str | Path] = ["batch", units, "-o", tmp_path / "out", "--processes", "2"]
    with subprocess.Popen([BIN, *arguments], stderr=subprocess.DEVNULL, env=clean_environment()) as running:
        _until(lambda: [_ignores_interrupts(one) for one in _children(running.pid)] == [True, True])
        workers = _children(running.pid)
        running.kill()
        running.wait()
        _until(lambda: not any(_alive(one) for one in workers))


def _until(holds: Callable[[], bool]) -> None:
    end = monotonic() + 20
    while not holds():
        assert monotonic() < end
        sleep(0.02)


def _children(process_: int) -> list[str]:
    return Path(f"/proc/{process_}/task/{process_}/children").read_text(encoding="ascii").split()


def _ignores_interrupts(process_: str) -> bool:
    lines = Path(f"/proc/{process_}/status").read_text(encoding="utf-8").splitlines()
    return any(line.startswith("SigIgn:") and int(line.split()[1], 16) & 2 for line in lines)


def _alive(process_: str) -> bool:
    status = Path(f"/proc/{process_}/stat")
    return status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_consoles_that_lack_characters(encoding: str) -> None:
    """Tables lose what the console lacks; what machines read stays UTF-8."""
    table = process("score", WITH_GAPS, PYTHONIOENCODING=encoding)
    assert (table.code, table.err) == (0, "")
    assert table.output.decode(encoding).count("\n") == kaohe("score", WITH_GAPS).out.count("\n")
    machine = process("score", WITH_GAPS, "--format", "json", PYTHONIOENCODING=encoding)
    assert machine.output == kaohe("score", WITH_GAPS, "--format", "json").output


def test_messages_on_a_chinese_console() -> None:
    ran = process("validate", ROOT / "tests" / "bad" / "invisible-character.yaml", PYTHONIOENCODING="gbk")
    assert "单位：癸市　年度：2011" in process("score", WITH_GAPS, PYTHONIOENCODING="gbk").output.decode("gbk")
    assert "看不见的字符" in ran.output.decode("gbk")
    assert "没有这个文件" in process("score", "没有.yaml", PYTHONIOENCODING="gbk").errors.decode("gbk")


def on_a_terminal(*arguments: str | Path, **environment: str) -> Ran:
    """Run with a terminal of 80 columns as both streams; all of it comes as output."""
    master, slave = pty.openpty()
    others = clean_environment(TERM="xterm-256color", **environment)
    with subprocess.Popen([BIN, *arguments], stdout=slave, stderr=slave, stdin=slave, env=others) as running:
        os.close(slave)
        output = b""
        while select.select([master], [], [], 20)[0]:
            try:
                part = os.read(master, 65536)
            except OSError:  # a terminal that nobody uses any more
                break
            output += part
            if not part:
                break
    os.close(master)
    return Ran(running.returncode, output.replace(b"\r\n", b"\n"), b"")


def test_colours_and_none() -> None:
    assert "\x1b[" in on_a_terminal("score", WITH_GAPS).out
    plain = on_a_terminal("score", WITH_GAPS, NO_COLOR="1")
    assert plain.code == 0
    assert "\x1b[3" not in plain.out
    assert "\x1b[" not in kaohe("score", WITH_GAPS).out, "a pipe gets none anyway"


def test_findings_on_a_terminal_show_their_line() -> None:
    ran = on_a_terminal("validate", ROOT / "tests" / "bad" / "flag-expected.yaml")
    assert "\n        done: 1\n              ^\n" in ran.out
    assert "^" not in kaohe("validate", ROOT / "tests" / "bad" / "flag-expected.yaml").out


def test_a_bar_on_a_terminal_only(tmp_path: Path) -> None:
    units = tmp_path / "units"
    units.mkdir()
    for name in "甲乙丙":
        text = FULL_MARKS.read_text(encoding="utf-8").replace("unit: 示例市", f"unit: {name}市")
        (units / f"{name}市.yaml").write_text(text, encoding="utf-8")
    arguments: list[str | Path] = ["batch", units, "-o", tmp_path / "全省.csv"]
    shown = on_a_terminal(*arguments)
    assert shown.code == 0
    assert shown.out.count("打分 ") > 1
    assert "━" in shown.out
    assert "━" not in on_a_terminal(*arguments, "-q").out
    assert "━" not in kaohe(*arguments).err


def test_it_speaks_as_the_environment_says() -> None:
    assert process("validate", FULL_MARKS, KAOHE_LANG="en").out.endswith("1 file: 0 errors, 0 warnings\n")
    assert process("validate", FULL_MARKS, LANG="C").out.endswith("共 1 个文件：0 个错误，0 个警告\n")
