"""Which files of those named, and of the folders named, may be ours to check."""

from collections.abc import Iterable, Iterator
from os.path import realpath
from pathlib import Path

from kaohe.source.file_kinds import TABLE, WORKBOOKS, is_lock, is_table
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
            found = (one for suffix in SUFFIXES for one in path.rglob(f"*{suffix}"))
            yield from sorted(one for one in found if is_input(one) and not is_hidden(one, path))
        else:
            yield path


def is_input(path: Path) -> bool:
    """Whether a file with one of the suffixes may be ours to read: no JSON Schema, no table of scores, no lock.

    Workbooks of scores are told from others when they are read.
    """
    if path.name.endswith(".schema.json") or is_lock(path.name):
        return False
    return not (is_table(path.name) and of_scores(path))


def is_hidden(path: Path, below: Path) -> bool:
    """Whether a file lies in a hidden folder below another, or is hidden itself."""
    return any(part.startswith(".") for part in path.relative_to(below).parts)
