"""An archive that came back: unpacked into a folder of its own, never beyond it and never without bound."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from kaohe.problems import Problem, Problems
from kaohe.render.files import closing_manifest
from kaohe.render.files.closing_manifest import ClosingManifest
from kaohe.render.files.file_names import alike, is_taken_everywhere
from kaohe.render.files.manifest import NAME
from kaohe.source import file_contents

MOST = 50_000
"""Files."""
LARGEST, LARGEST_MANIFEST = 4 * 2**30, 64 * 2**20
"""Bytes when unpacked."""
SMALL, DENSEST = 64 * 2**20, 200
"""More than so many bytes, and so many times the packed ones, are made to burst."""
BLOCK = 1 << 20
BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error)
"""What reading a damaged or locked file of an archive raises."""
MALFORMED = (AttributeError, LookupError, TypeError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Archive:
    """What lies unpacked in the folder `root`, and what of it is not as the manifest says."""

    path: str
    root: Path
    manifest: ClosingManifest
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Whether all that scores are computed from is there."""
        return all((self.root / name).is_file() for name in self.manifest.needed)


def unpacked(path: Path, root: Path) -> Archive:
    """Raises Problems where it is no archive of ours or must not be unpacked, OSError where it can't be read."""
    with file_contents.opened(path) as file:
        try:
            with ZipFile(file) as archive:
                return _unpacked(archive, path, root)
        except (BadZipFile, EOFError, NotImplementedError, ValueError):
            raise Problems([Problem("archive-broken", str(path))]) from None


def _unpacked(archive: ZipFile, path: Path, root: Path) -> Archive:
    entries = {one.filename: one for one in archive.infolist() if not one.is_dir()}
    refused = list(_refused(archive, path))
    if refused:
        raise Problems(refused)
    if NAME not in entries or entries[NAME].file_size > LARGEST_MANIFEST:
        raise Problems([Problem("archive-no-manifest", str(path), parameters={"member": NAME})])
    try:
        manifest = closing_manifest.parsed(archive.read(entries[NAME]))
    except (*BROKEN, *MALFORMED):
        raise Problems([Problem("archive-manifest", str(path), parameters={"member": NAME})]) from None
    leading = [name for name in _named(manifest) if not is_taken_everywhere(name)]
    if leading:
        raise Problems([Problem("archive-leads-out", str(path), parameters={"member": name}) for name in leading])
    problems = list[Problem]()
    for name, digest in sorted(manifest.members.items()):
        wrong = _wrong(archive, entries.get(name), digest, root / name)
        told = {"member": name, "expected": digest, "found": wrong[1]} if wrong else {}
        problems += [Problem(wrong[0], str(path), parameters=told)] if wrong else []
    extra = sorted(entries.keys() - manifest.members.keys() - {NAME})
    problems += [Problem("archive-extra", str(path), parameters={"member": name}) for name in extra]
    return Archive(str(path), root, manifest, tuple(problems))


def _refused(archive: ZipFile, path: Path) -> Iterator[Problem]:
    """Why an archive is not unpacked at all, by its table of contents."""
    entries = archive.infolist()
    size = sum(one.file_size for one in entries)
    packed = sum(one.compress_size for one in entries)
    if len(entries) > MOST or size > LARGEST or (size > SMALL and size > DENSEST * packed):
        yield Problem("archive-too-large", str(path), parameters={"count": len(entries), "size": size // 2**20})
    names = [one.filename for one in entries]
    for name in dict.fromkeys(names):
        if not is_taken_everywhere(name.removesuffix("/")):
            yield Problem("archive-leads-out", str(path), parameters={"member": name})
    for first, second in dict.fromkeys(alike(names)):
        if first == second:
            yield Problem("archive-twice", str(path), parameters={"member": first})
        else:
            yield Problem("archive-alike", str(path), parameters={"member": first, "other": second})


def _named(manifest: ClosingManifest) -> list[str]:
    """Every path that a manifest names."""
    closing = manifest.closing
    others = (closing.folder, closing.parameters, closing.roster, *closing.rubrics.values())
    return [*dict.fromkeys((*manifest.members, *filter(None, others)))]


def _wrong(archive: ZipFile, entry: ZipInfo | None, digest: str, target: Path) -> tuple[str, str] | None:
    """Unpack one file: what is wrong with it, and the digest that it has."""
    if entry is None:
        return "archive-missing", ""
    try:
        found = _copied(archive, entry, target)
    except BROKEN:
        with suppress(OSError):  # where a name is too long, or a file's is another's folder, there is none
            target.unlink()
        return "archive-member-broken", ""
    return None if found == digest else ("archive-changed", found)


def _copied(archive: ZipFile, entry: ZipInfo, target: Path) -> str:
    """Piece by piece: the digest of what was written."""
    hashed = sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as packed, target.open("wb") as file:
        while block := packed.read(BLOCK):
            hashed.update(block)
            file.write(block)
    return hashed.hexdigest()
