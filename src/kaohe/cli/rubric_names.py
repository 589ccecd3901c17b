"""What a file that is written calls its rubric."""

import os
from pathlib import Path

from kaohe.library import rubric_files
from kaohe.render.files.output import to_file


def name_for(rubric: str, path: Path, target: Path | None) -> str:
    """Its shipped id, or the way to it from the file's own folder."""
    if rubric in rubric_files.shipped():
        return rubric
    folder = target.parent if target is not None and to_file(target) else Path()
    return Path(os.path.relpath(path, folder)).as_posix()
