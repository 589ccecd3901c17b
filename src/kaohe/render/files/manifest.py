"""The manifest of a folder of results: what they were made from, and what each file was when it was written."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from kaohe import __version__
from kaohe.source.file_kinds import MANIFEST

NAME = MANIFEST
"""The name of the file, in every language."""
FORMAT = 1


class UnknownManifest(Exception):  # noqa: N818 - what was found, not an error of ours
    """A file of this name that is no manifest, or one that a later kaohe has written."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """The rubric that was used."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What results are made from: files by their names below the folder that was scored, with their SHA-256."""

    rubric: Rubric
    readings: Mapping[str, str]
    """Those that were chosen for the run."""
    parameters: Mapping[str, str]
    inputs: Mapping[str, str]
    kaohe: str = __version__

    @property
    def digest(self) -> str:
        """The same for the same results."""
        return digest(text(asdict(self)).encode())


@dataclass(frozen=True, slots=True)
class Earlier:
    """A result of an earlier run that is still there: what it was, and the digest of what it was made from."""

    sha256: str
    origin: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A run's results by their names in the folder, with their SHA-256, and `earlier` runs' that it left there."""

    origin: Origin
    outputs: Mapping[str, str]
    earlier: Mapping[str, Earlier] = field(default_factory=dict)

    def known(self) -> Mapping[str, Earlier]:
        """Every file that kaohe has written here."""
        made_from = self.origin.digest
        return {**self.earlier, **{name: Earlier(one, made_from) for name, one in self.outputs.items()}}

    def content(self) -> bytes:
        """The file's bytes: nothing in it depends on the moment or the place of the run."""
        data = {"format": FORMAT, **asdict(self.origin), "outputs": dict(self.outputs)}
        earlier = {name: asdict(one) for name, one in self.earlier.items()}
        return text(data | ({"earlier": earlier} if earlier else {})).encode()


def read(folder: Path) -> Manifest | None:
    """A folder's manifest, None where it has none; raises UnknownManifest, OSError."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_bytes())
    except ValueError as wrong:
        raise UnknownManifest from wrong
    try:
        return _manifest(data)
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        raise UnknownManifest from wrong


def _manifest(data: Mapping[str, Any]) -> Manifest:
    earlier = {name: Earlier(**one) for name, one in dict(data.get("earlier", {})).items()}
    return Manifest(origin_of(data), dict(data["outputs"]), earlier)


def origin_of(data: Mapping[str, Any]) -> Origin:
    """What a manifest says of where its results come from; raises KeyError, TypeError, ValueError."""
    if data["format"] != FORMAT:
        raise KeyError(FORMAT)
    known: dict[str, dict[str, str]] = {name: dict(data[name]) for name in ("readings", "parameters", "inputs")}
    return Origin(Rubric(**data["rubric"]), **known, kaohe=str(data["kaohe"]))


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def digests(files: Iterable[Path], below: Path) -> dict[str, str]:
    """The files' SHA-256 by their names below a folder; elsewhere the name alone is said. What is gone is left out."""
    found = {}
    for path in files:
        if path.is_file():
            name = path.relative_to(below).as_posix() if path.is_relative_to(below) else path.name
            found[name] = digest(path.read_bytes())
    return found


def text(data: Mapping[str, object]) -> str:
    """A manifest as it is written."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
