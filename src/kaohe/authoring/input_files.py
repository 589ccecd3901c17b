"""Which files of those named, and of the folders named, may be ours to check."""

import os
from collections.abc import Callable, Iterable, Iterator
from os.path import realpath
from pathlib import Path

from kaohe.source.file_kinds import MANIFEST, TABLE, WORKBOOKS, is_lock, is_table
from kaohe.stages.unit_rows import of_scores

TEXTS = (".yaml", ".yml", ".json")
SUFFIXES = (*TEXTS, TABLE, *WORKBOOKS)


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and below the folders named all that may be ours to check, each by the first path to it."""
    seen = set[str]()
    for path in _named(paths):
        real = realpath(path)
        if real not in seen:
            seen.add(real)
            yield path


def _named(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(_below(path))
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    """What may be ours below a folder; a folder that can't be looked into stands for what is in it."""
    closed: list[Path] = []
    yield from filter(is_input, called_below(folder, SUFFIXES, lambda failed: closed.append(Path(failed.filename))))
    yield from closed


def called_below(
    folder: Path, endings: tuple[str, ...], closed: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    """The files below a folder whose names end so, in small letters or capitals: none hidden, no pipes.

    Hidden folders are not looked into; `closed` is told of each folder that can't be.
    """
    for base, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        called = (name for name in names if not name.startswith(".") and name.lower().endswith(endings))
        yield from (path for path in (Path(base, name) for name in called) if not path.is_fifo())


def is_input(path: Path) -> bool:
    """Whether a file with one of the suffixes may be ours to read: no schema, manifest, table of scores, or lock.

    Workbooks of scores are told from others when they are read.
    """
    if path.name.lower().endswith(".schema.json") or path.name == MANIFEST or is_lock(path.name):
        return False
    return not (is_table(path.name) and of_scores(path))
