"""Files are written whole or not at all: a temporary file beside the target takes its place in one step."""

import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_TEMPORARY = re.compile(r"\.kaohe-[0-9a-f]{16}\.tmp")


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`. On any failure, an interrupt too, the old file stays as it was."""
    target = path.resolve()  # a link stays a link: its target is what changes
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a pipe or a device cannot be replaced
        return
    temporary = target.with_name(f".kaohe-{secrets.token_hex(8)}.tmp")
    try:
        with _filled(temporary, content):
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _filled(path: Path, content: bytes) -> Iterator[None]:
    """A new file, which tells other runs by a lock that this one is alive until it has its name."""
    with path.open("xb") as file:
        _lock(file)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        if sys.platform != "win32":
            yield
    if sys.platform == "win32":
        yield  # there an open file can't be renamed, nor be removed by others


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
    removed = 0
    for path in folder.iterdir() if folder.is_dir() else ():
        if _TEMPORARY.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with suppress(OSError), path.open("rb+") as file:
                if _lock(file):
                    if sys.platform == "win32":
                        file.close()
                    path.unlink()
                    removed += 1
    return removed
