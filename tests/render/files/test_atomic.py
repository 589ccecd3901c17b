import os
from pathlib import Path
from typing import BinaryIO

import pytest

from kaohe.problems import Unusable
from kaohe.render.files import atomic

OLD, NEW = b"old", b"new"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "考核表.xlsx"
    path.write_bytes(OLD)
    return path


def test_takes_the_place_of_the_old_file(target: Path) -> None:
    atomic.write(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    atomic.write(tmp_path / "written", NEW)
    assert (tmp_path / "written").stat().st_mode == usual.stat().st_mode


def test_an_old_file_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    atomic.write(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target.name)
    atomic.write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_device_is_written_to() -> None:
    atomic.write(Path(os.devnull), NEW)
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()], ids=["full disk", "interrupt"])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(step, fail)
    with pytest.raises(type(failure)):
        atomic.write(target, NEW)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        atomic.write(tmp_path / "none" / "file", NEW)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.symlink_to("a")
    with pytest.raises(Unusable) as raised:
        atomic.write(path, NEW)
    assert raised.value.code == "target-loops"


def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.symlink_to("b")
    atomic.write(path, NEW)
    assert (tmp_path / "b").read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
def test_a_pipe_with_a_name_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(Unusable) as raised:
        atomic.write(tmp_path / "a", NEW)
    assert raised.value.code == "target-waits"


def test_another_run_that_clears_the_dead_takes_no_file_of_the_living(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may come upon a file before that has its lock: then there is another one."""
    cleared = list[Path]()

    def late(file: BinaryIO) -> bool:
        if not cleared:
            cleared.append(Path(file.name))
            Path(file.name).unlink()
        return True

    monkeypatch.setattr(atomic, "_lock", late)
    atomic.write(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_a_file_system_without_locks(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_lock", lambda _: False)
    atomic.write(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]
