"""What lies in a batch's folder and is not read as a unit's file."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from os.path import abspath
from pathlib import Path

from kaohe.problems import Problem
from kaohe.render.files import manifest
from kaohe.render.files.manifest import NAME, UnknownManifest
from kaohe.source.file_kinds import LOCK

SHOWN = 5
"""So many examples."""
OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r"})
"""Names, in small letters, that systems leave in folders."""


def not_read(folder: Path, read: Collection[Path], others: Collection[Path]) -> list[Problem]:
    """One notice of subfolders and other files, where there are any.

    `others` have a use of their own: parameters, what is written. What is hidden, and locks of open workbooks, nobody
    would miss.
    """
    if not folder.is_dir():
        return []
    known = set(map(abspath, (*read, *others, *_results(folder))))
    there = {abspath(path): path for path in sorted(folder.iterdir())}  # noqa: PTH100 - a Path takes longer
    left = [path for name, path in there.items() if name not in known and not _ignored(path.name)]
    if not left:
        return []
    names = ", ".join(f"{path.name}/" if path.is_dir() else path.name for path in left[:SHOWN])
    told = {"count": len(left), "names": names + (" …" if len(left) > SHOWN else "")}
    return [Problem("files-not-read", str(folder), parameters=told, severity="notice")]


def _results(folder: Path) -> Iterator[Path]:
    """What runs have written into the folder itself."""
    with suppress(UnknownManifest, OSError):
        found = manifest.read(folder)
        yield from (folder / name for name in found.known()) if found else ()


def _ignored(name: str) -> bool:
    return name.startswith((".", LOCK)) or name.lower() in OF_SYSTEMS or name == NAME
