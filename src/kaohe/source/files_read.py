"""Which files a run has read, whatever they were called: nothing that it writes may take their places."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from os import stat_result
from os.path import realpath
from pathlib import Path

Mark = str | tuple[int, int]
"""A file by its path without links, and by its place on the disk: one that has several names has one of these."""
_READ: ContextVar[set[Mark] | None] = ContextVar("files read", default=None)


@contextmanager
def noting() -> Iterator[set[Mark]]:
    """Within this it is noted what is read; the marks of all that was read until now."""
    found = set[Mark]()
    token = _READ.set(found)
    try:
        yield found
    finally:
        _READ.reset(token)


def note(path: str | Path, status: stat_result) -> None:
    """A file has been opened to be read."""
    found = _READ.get()
    if found is not None:
        found.update((realpath(path), (status.st_dev, status.st_ino)))


def add(marks: Iterable[Mark]) -> None:
    """What other processes of the run have read."""
    found = _READ.get()
    if found is not None:
        found.update(marks)


def forget(path: str | Path) -> None:
    """A file has been looked into, and it is none to be read."""
    found = _READ.get()
    if found is not None:
        status = Path(path).stat()
        found.difference_update((realpath(path), (status.st_dev, status.st_ino)))


def was_read(path: Path) -> bool:
    """Whether what is there, or was, has been read; nothing has outside of a run."""
    found = _READ.get()
    if not found:
        return False
    with suppress(OSError):
        status = path.stat()
        if (status.st_dev, status.st_ino) in found:
            return True
    return realpath(path) in found
