"""Files are written whole or not at all: a temporary file beside the target takes its place in one step."""

import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EIO
from os.path import realpath
from pathlib import Path
from typing import BinaryIO

from kaohe.problems import Unusable
from kaohe.render.files.kept import refuse_kept
from kaohe.source import file_contents

_TEMPORARY = re.compile(r"\.kaohe-[0-9a-f]{16}\.tmp")


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`; raises Unusable where what is there must stay.

    On any failure, an interrupt too, the old file stays as it was.
    """
    refuse(path)
    if _takes_it_in(path):
        path.write_bytes(content)  # a device cannot be replaced
    else:
        replace(path, content)


def refuse(path: Path) -> None:
    """Raises Unusable where a path can't be written to, or what is there must stay."""
    refuse_no_file(path)
    refuse_kept(path)


def refuse_no_file(path: Path) -> None:
    """Raises Unusable where a path leads to what is no file and can't be written as one."""
    if path.is_symlink() and not path.exists() and Path(realpath(path)).is_symlink():
        raise Unusable("target-loops", path=path)
    if path.exists() and not path.is_dir() and not path.is_file() and not _takes_it_in(path):
        raise Unusable("target-waits", path=path)


def _takes_it_in(path: Path) -> bool:
    """Whether it is no file and yet takes what is written: nothing's own device, a pipe that a shell has opened."""
    return str(path) == os.devnull or (file_contents.is_handed_over(path) and not path.is_file())


def replace(path: Path, content: bytes) -> None:
    """The same to a file that may be one that was read: it is mended in place."""
    target = Path(realpath(path))  # a link stays a link: its target is what changes
    with _temporary(target.parent) as (temporary, file):
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        _take_place(temporary, file, target)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside the target for others to fill, which takes its place where nothing fails.

    Raises Unusable where what is there must stay.
    """
    refuse(path)
    target = Path(realpath(path))
    with _temporary(target.parent) as (temporary, file):
        with _naming_others(path):
            yield temporary
        _take_place(temporary, file, target)
    clear_abandoned(target.parent)


@contextmanager
def _naming_others(path: Path) -> Iterator[None]:
    """Name the file in a failure that has neither its name nor the system's number, as those of other languages."""
    try:
        yield
    except OSError as failed:
        if failed.errno is not None or failed.filename is not None:
            raise
        raise OSError(EIO, str(failed), str(path)) from failed


def _take_place(temporary: Path, file: BinaryIO, target: Path) -> None:
    if sys.platform == "win32":
        file.close()  # there an open file can't be renamed, nor be removed by others
    if target.exists():
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    temporary.replace(target)


@contextmanager
def _temporary(folder: Path, tries: int = 3) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file, which tells other runs by a lock that this one is alive until it has its name."""
    path = folder / f".kaohe-{secrets.token_hex(8)}.tmp"
    try:
        with path.open("xb") as file:
            if (_lock(file) and path.exists()) or not tries:
                yield path, file
                return
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    path.unlink(missing_ok=True)  # another run came upon it before it had its lock
    with _temporary(folder, tries - 1) as found:
        yield found


def _lock(file: BinaryIO) -> bool:
    """Whether nobody else has the file; some file systems can't tell."""
    if sys.platform == "win32":
        return True
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(file, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True


def clear_abandoned(folder: Path) -> int:
    """Remove the temporary files of runs that died; how many there were."""
    removed, there = 0, list[Path]()
    with suppress(OSError):  # there is none, or it may not be looked into
        there += folder.iterdir()
    for path in there:
        if _TEMPORARY.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with suppress(OSError), path.open("rb+") as file:
                if _lock(file):
                    if sys.platform == "win32":
                        file.close()
                    path.unlink()
                    removed += 1
    return removed
