"""What a run has read is known again under every name that the file has."""

import os
from pathlib import Path

from kaohe.source import files_read


def read(path: Path) -> None:
    with path.open("rb") as file:
        files_read.note(path, os.fstat(file.fileno()))


def test_a_file_is_known_by_all_its_names(tmp_path: Path) -> None:
    given, other = tmp_path / "a", tmp_path / "b"
    given.touch()
    other.touch()
    (tmp_path / "hard").hardlink_to(given)
    (tmp_path / "soft").symlink_to("a")
    with files_read.noting():
        assert not files_read.was_read(given)
        read(given)
        assert all(files_read.was_read(tmp_path / name) for name in ("a", "hard", "soft", f"../{tmp_path.name}/a"))
        assert not files_read.was_read(other)
        assert not files_read.was_read(tmp_path / "nothing")
        given.unlink()
        assert files_read.was_read(given), "what was there must not come to stand there as something else"


def test_each_run_has_its_own(tmp_path: Path) -> None:
    given = tmp_path / "a"
    given.touch()
    with files_read.noting():
        read(given)
        with files_read.noting():
            assert not files_read.was_read(given)
        assert files_read.was_read(given)
    assert not files_read.was_read(given)


def test_outside_of_a_run_nothing_is_noted(tmp_path: Path) -> None:
    given = tmp_path / "a"
    given.touch()
    read(given)
    files_read.add([str(given)])
    files_read.forget(given)
    assert not files_read.was_read(given)


def test_what_others_have_read(tmp_path: Path) -> None:
    given = tmp_path / "a"
    given.touch()
    with files_read.noting() as marks:
        read(given)
    with files_read.noting():
        files_read.add(marks)
        assert files_read.was_read(given)


def test_what_was_only_looked_into(tmp_path: Path) -> None:
    given = tmp_path / "a"
    given.touch()
    with files_read.noting():
        read(given)
        files_read.forget(given)
        assert not files_read.was_read(given)
