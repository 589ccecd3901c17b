"""The manifest of a closed stage: what was scored by what, and the SHA-256 of every file that it rests on or gave.

It says what the manifest of a folder of results says, and besides, under `closing`, how all of it is scored anew.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kaohe.render.files.manifest import FORMAT, Origin, digest, origin_of, text

INPUTS, OUTPUTS, RUBRICS, PARAMETERS, ROSTERS = "inputs", "outputs", "rubrics", "parameters", "rosters"
"""The folders of an archive. Files of units keep their names; a rubric from elsewhere has a folder of its own."""
SCORES, EVIDENCE = f"{OUTPUTS}/scores.json", f"{OUTPUTS}/evidence.json"
Digests = Mapping[str, str]
TABLES = ("rubric", "readings", "parameters", "inputs", "outputs")
"""The parts of a manifest that name something by something."""


@dataclass(frozen=True, slots=True)
class Closing:
    """How the stage was scored; all paths are those of files in the archive.

    `folder` is where the units' files lie, or their table; `parameters` and `roster` are files named by option, else
    empty. `rubrics` are the files of rubrics by the names that units' files give them. `evidence` is whether files of
    evidence are in the archive (kept), only named (listed), or not named at all (none).
    """

    title: str
    stage: str
    stage_title: str
    language: str
    folder: str
    parameters: str
    roster: str
    rubrics: Mapping[str, str]
    evidence: str


@dataclass(frozen=True, slots=True)
class ClosingManifest:
    """Where the archive's results come from, its results with their SHA-256, and how the stage was scored."""

    origin: Origin
    outputs: Digests
    closing: Closing

    @property
    def members(self) -> Digests:
        """Every file of the archive but the manifest itself."""
        return {**self.needed, **self.outputs}

    @property
    def needed(self) -> Digests:
        """The files that scores are computed from."""
        return {**self.origin.parameters, **self.origin.inputs}

    def content(self) -> bytes:
        own = {"outputs": dict(self.outputs), "closing": asdict(self.closing)}
        return text({"format": FORMAT, **asdict(self.origin), **own}).encode()


def parsed(content: bytes) -> ClosingManifest:
    """What a manifest says; raises ValueError, TypeError, LookupError, AttributeError where it is none of ours."""
    data = json.loads(content)
    tables = (*(data[name] for name in TABLES), data["closing"]["rubrics"])
    if not all(isinstance(one, dict) for one in tables):
        raise TypeError(data)
    if not all(isinstance(one, str) for one in _leaves({**data, "format": ""})):
        raise TypeError(data)
    return ClosingManifest(origin_of(data), data["outputs"], Closing(**data["closing"]))


def _leaves(data: Any) -> Iterator[object]:
    """All that stands in data, down to two tables deep."""
    for value in data.values() if isinstance(data, dict) else (data,):
        yield from _leaves(value) if isinstance(value, dict) else (value,)


def digests(files: Mapping[str, bytes]) -> Digests:
    return {name: digest(content) for name, content in sorted(files.items())}
