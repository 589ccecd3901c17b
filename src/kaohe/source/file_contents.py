"""The bytes of a file that is read: here alone, where it is noted, and nothing is opened that may never end."""

import stat
from contextlib import suppress
from errno import ESPIPE
from os import fstat
from pathlib import Path
from typing import BinaryIO

from kaohe.problems import NoFile
from kaohe.source import files_read

_HANDED_OVER = ("/dev/fd", "/proc/self/fd")
"""Where a shell names the pipes that it has opened for the run: somebody writes to them already."""


def content(path: str | Path, most: int = -1) -> bytes:
    """As many bytes as are asked for, or all; raises OSError, of a pipe, a socket or a device NoFile."""
    with opened(path) as file:
        return file.read(most)


def peeked(path: str | Path, most: int = -1) -> bytes:
    """The same where it only is to be seen what a file is."""
    refuse_what_waits(Path(path))
    with Path(path).open("rb") as file:
        return file.read(most)


def opened(path: str | Path) -> BinaryIO:
    """The file, open to be read; raises the same."""
    refuse_what_waits(Path(path))
    file = Path(path).open("rb")  # noqa: SIM115 - whoever asked for it closes it
    files_read.note(path, fstat(file.fileno()))
    return file


def refuse_what_waits(path: Path) -> None:
    """Raises NoFile where whoever opens it may wait for ever, OSError where nothing is there."""
    if not is_handed_over(path) and waits(path.stat().st_mode):
        raise NoFile(ESPIPE, "", str(path))


def waits(mode: int) -> bool:
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def is_there(path: Path) -> bool:
    """Whether there is a file; of a name that no system takes there is none."""
    with suppress(OSError):
        return path.is_file()
    return False


def is_handed_over(path: Path) -> bool:
    return str(path.parent) in _HANDED_OVER or str(path) in ("/dev/stdin", "/dev/stdout", "/dev/stderr")
