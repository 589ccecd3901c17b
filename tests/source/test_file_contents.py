"""Files are read where they are files, and what may never end is refused before it is opened."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kaohe.problems import NoFile
from kaohe.source import file_contents, files_read


def test_as_much_as_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert (file_contents.content(path), file_contents.content(str(path), 2)) == (b"abc", b"ab")
    assert (file_contents.peeked(path), file_contents.peeked(path, 1)) == (b"abc", b"a")


def test_what_is_read_is_noted_and_what_is_peeked_at_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    with files_read.noting():
        file_contents.peeked(path)
        assert not files_read.was_read(path)
        file_contents.content(path)
        assert files_read.was_read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have names")
@pytest.mark.parametrize("read", [file_contents.content, file_contents.peeked])
def test_what_may_never_end(tmp_path: Path, read: Callable[[Path], bytes]) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for path in (tmp_path / "pipe", tmp_path / "link", Path(os.devnull)):
        with pytest.raises(NoFile) as raised:
            read(path)
        assert raised.value.filename == str(path)


def test_what_is_no_file_either(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        file_contents.content(tmp_path)
    with pytest.raises(FileNotFoundError):
        file_contents.content(tmp_path / "nothing")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="a system that does not name what is open")
def test_a_pipe_that_is_open_already() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(b"abc")
    assert file_contents.content(f"/dev/fd/{reading}") == b"abc"
    os.close(reading)


def test_whether_there_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert file_contents.is_there(tmp_path / "a")
    assert not file_contents.is_there(tmp_path)
    assert not file_contents.is_there(tmp_path / ("附" * 90))
