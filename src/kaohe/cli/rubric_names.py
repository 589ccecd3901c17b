"""What a file that is written calls its rubric."""

import os
from pathlib import Path

from kaohe.library import rubric_files
from kaohe.render.files.output import to_file


def name_for(rubric: str, path: Path, target: Path | None) -> str:
    """Its shipped id, or the way to it from the file's own folder."""
    if rubric in rubric_files.shipped():
        return rubric
    return _way(path, target.parent if target is not None and to_file(target) else Path())


def called_from(folder: Path, path: Path) -> str:
    """What files in a folder call the rubric at a path."""
    return next((name for name, one in rubric_files.shipped().items() if one == path), "") or _way(path, folder)


def _way(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
