"""Files are written whole or not at all: a temporary file beside the target takes its place in one step."""

import os
import secrets
import stat
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`. On any failure, an interrupt too, the old file stays as it was."""
    target = path.resolve()  # a link stays a link: its target is what changes
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a pipe or a device cannot be replaced
        return
    temporary = target.with_name(f".kaohe-{secrets.token_hex(8)}.tmp")
    try:
        _fill(temporary, content)
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
