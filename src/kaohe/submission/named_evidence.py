"""The files that show a fact (佐证): how a unit's file names them, for an item as a whole or for one of its facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.source.file_findings import FileFindings
from kaohe.submission.answers import Place
from kaohe.submission.beside_facts import Path, beside_facts

LONGEST = 255
"""Bytes: no system has a file or a folder with a longer name."""


@dataclass(frozen=True, slots=True)
class NamedEvidence:
    """One file, by its path from the folder of the file that names it. Without a `fact` it shows the whole item."""

    item: str
    fact: str
    file: str


def read_evidence(
    given: Any, groups: Mapping[str, Mapping[str, Place]], found: FileFindings
) -> tuple[NamedEvidence, ...]:
    """What stands under `evidence`: for each item its files, or for each of its facts."""
    return tuple(_read(given, groups, found))


def _read(given: Any, groups: Mapping[str, Mapping[str, Place]], found: FileFindings) -> Iterator[NamedEvidence]:
    for path, item, fact, files in beside_facts("evidence", given, groups, found):
        yield from (NamedEvidence(item, fact, file) for file in evidence_files(files, path, found))


def evidence_files(raw: Any, path: Path, found: FileFindings) -> tuple[str, ...]:
    """One file or a list of files; Windows' strokes are read too, and what leads out of any folder is refused."""
    listed = [] if raw is None else raw if isinstance(raw, list) else [raw]
    files = []
    for one in listed:
        if not isinstance(one, str) or not one.strip():
            found.add("evidence-expected", path, {"found": shown(one)})
            continue
        if PureWindowsPath(one).drive or PureWindowsPath(one).root:
            found.add("evidence-absolute", path, {"found": one})
        if any(len(part.encode(errors="replace")) > LONGEST for part in PurePosixPath(one.replace("\\", "/")).parts):
            found.doubt("evidence-too-long", path, {"found": shown(one), "longest": LONGEST})
        files.append(PurePosixPath(one.replace("\\", "/")).as_posix())
    return tuple(files)
